/** What a personal chat offers to ask next, above the message box. */
import { ActionTypes, type SuggestedActions } from 'botbuilder';
import type { Reply } from '../conversation/types.ts';
import { findIntent } from '../intents/registry.ts';
import { type Turn, typeOf } from './turn.ts';

/** One question of each, so that they show what the bot can do. */
const shownIntents = ['find', 'compare', 'attribute'];

/**
 * After a greeting and where there was no answer: elsewhere the card's own buttons lead on. Teams shows
 * them in personal chats alone (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/prompt-suggestions).
 */
export function suggestions(turn: Turn, { outcome, language }: Reply): SuggestedActions | undefined {
  const person = turn.activity.from?.id;
  if (!person || typeOf(turn) !== 'personal' || !['social', 'no-answer'].includes(outcome)) return undefined;
  const questions = shownIntents.flatMap((id) => findIntent(id)?.examples[language][0] ?? []);
  return {
    to: [person],
    actions: questions.map((question) => ({ type: ActionTypes.ImBack, title: question, value: question })),
  };
}
