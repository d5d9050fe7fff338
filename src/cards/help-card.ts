/** The help card, written from the declarations of commands and examples. */
import type { Language } from '../knowledge/language.ts';
import { type Card, plain, strong } from './card.ts';
import { actionsElement, callAction, languageAction } from './parts.ts';
import { string } from './strings.ts';

export interface HelpCardInput {
  readonly language: Language;
  readonly commands: readonly { readonly usage: string; readonly description: string }[];
  readonly topics: readonly { readonly description: string; readonly example: string }[];
}

export function helpCard({ language, commands, topics }: HelpCardInput): Card {
  return {
    language,
    summary: string('help', language),
    elements: [
      { type: 'title', text: string('helpTitle', language) },
      { type: 'text', text: plain(string('help', language)) },
      { type: 'text', text: strong(string('helpExamples', language)) },
      {
        type: 'list',
        ordered: false,
        items: topics.map(({ description, example }) => [
          { type: 'text', value: `${description} – ` },
          { type: 'text', value: example, emphasis: true },
        ]),
      },
      { type: 'text', text: strong(string('helpCommands', language)) },
      {
        type: 'list',
        ordered: false,
        items: commands.map(({ usage, description }) => [
          ...strong(usage),
          { type: 'text', value: ` – ${description}` },
        ]),
      },
      ...actionsElement([
        callAction(string('listTitle', language), { intent: 'list', args: {}, language }),
        languageAction({ intent: 'help', args: {}, language }),
      ]),
    ],
  };
}
