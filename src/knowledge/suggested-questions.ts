/** Questions to begin with: what the content is asked, one from each of its parts. */
import type { Knowledge } from './knowledge.ts';
import type { Language } from './language.ts';
import type { Entry, EntryKind } from './types.ts';

/** A cluster, a topic of trade, what it all belongs to, and cooperation with Europe. */
const parts: readonly (readonly EntryKind[])[] = [
  ['cluster'],
  ['topic'],
  ['programme', 'agreement'],
  ['platform', 'event'],
];

/**
 * One question from each part, at most four. Every day the next one of each part comes up, so that whoever
 * looks often sees more of what can be asked.
 */
export function suggestedQuestions(knowledge: Knowledge, language: Language, now: Date): string[] {
  const day = Math.floor(now.getTime() / 86_400_000);
  return parts.flatMap((kinds) => {
    const questions = knowledge
      .all(language)
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(firstQuestion);
    return questions[day % questions.length] ?? [];
  });
}

/** The first question in full that an entry is asked; its other ones are bare words. */
function firstQuestion({ sections }: Entry): string[] {
  const question = sections.flatMap(({ asks }) => asks).find((ask) => ask.endsWith('?'));
  return question === undefined ? [] : [question];
}
