import type { Language } from '../knowledge/language.ts';
import { type Card, plain } from './card.ts';
import { messageCard } from './message-card.ts';
import { callAction } from './parts.ts';
import { string } from './strings.ts';

export interface Choice {
  readonly label: string;
  readonly intent: string;
  readonly args: Readonly<Record<string, string>>;
}

/** A close call: the choices are buttons. */
export function didYouMeanCard(language: Language, choices: readonly Choice[]): Card {
  return messageCard(
    language,
    string('didYouMeanTitle', language),
    string('didYouMean', language),
    [{ type: 'list', ordered: false, items: choices.map((choice) => plain(choice.label)) }],
    choices.map((choice) => callAction(choice.label, { intent: choice.intent, args: choice.args, language })),
  );
}
