/** Reads the content files from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ContentFile } from './knowledge/content-files.ts';

/** Content is Markdown and YAML; anything else (a README, an editor's file) is left alone. */
const readable = /(\.(en|fr)\.md|^vocabulary\/[^/]+\.yaml)$/;

/** @returns the files of the directory, with paths below it in POSIX form */
export function readContentDirectory(directory: string): ContentFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => readable.test(path))
    .map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }));
}
