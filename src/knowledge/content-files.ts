/** The files of the content, and which content they are. */
import { createHash } from 'node:crypto';

/** A content file: its path below the content directory and its text. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** @returns what changes whenever a file does, in whatever order they come: 16 hexadecimal digits */
export function versionOf(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of inOrder(files)) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** By their paths, so that the order in which a directory lists them never changes anything. */
export function inOrder(files: readonly ContentFile[]): ContentFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
