/** What is to be told: the changes of the content, or a message file. */
import { existsSync, readFileSync } from 'node:fs';
import type { Bilingual } from '../../knowledge/language.ts';
import { readMessage } from '../../knowledge/message.ts';
import { ContentError } from '../../knowledge/problems.ts';
import type { Draft } from '../../notifications/publisher.ts';
import { UsageError } from '../tool.ts';
import type { Context } from './context.ts';
import type { Options } from './options.ts';

export async function draftChanges(options: Options, { publisher }: Context): Promise<Draft | undefined> {
  const draft = await publisher.draftChanges(readNote(options));
  if (draft === 'baseline') {
    if (options['dry-run']) {
      console.log(
        'Nothing was announced before: --changes would tell nothing, and declare the content of now announced.',
      );
      return undefined;
    }
    await publisher.declareAnnounced();
    console.log('Nothing was announced before: the content of now is what changes will be told against.');
    return undefined;
  }
  if (draft === 'nothing') {
    console.log('Nothing has changed materially since the last announcement.');
    return undefined;
  }
  for (const { item, texts } of draft.content.news) {
    const languages = Object.keys(texts).join(', ');
    console.log(
      `  ${texts.en?.kind ?? texts.fr?.kind}: ${item} (${languages}) ${texts.en?.title ?? texts.fr?.title}`,
    );
  }
  return draft;
}

function readNote({ note, 'note-fr': noteFr }: Options): Bilingual | undefined {
  if (note === undefined && noteFr === undefined) return undefined;
  if (!note?.trim() || !noteFr?.trim())
    throw new UsageError('a note is needed in both languages: --note and --note-fr');
  return { en: note, fr: noteFr };
}

export function draftMessage(options: Options, { publisher, topics }: Context): Draft {
  const { message: file = '', topics: words, key } = options;
  if (words === undefined) throw new UsageError('--topics is missing');
  const { topics: about, unknown } = topics().resolve(words);
  if (unknown.length > 0 || about.length === 0) {
    throw new UsageError(`--topics: unknown: ${unknown.join(', ') || 'nothing named'}`);
  }
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const { message, problems } = readMessage(readFileSync(file, 'utf8'), file);
  if (!message) throw new ContentError(problems);
  return publisher.draftMessage(message, about, key);
}
