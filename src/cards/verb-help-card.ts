/** The card that explains one command: what is typed, what comes of it, an example. */
import type { Language } from '../knowledge/language.ts';
import { type Card, plain, strong } from './card.ts';
import { actionsElement, callAction, languageAction } from './parts.ts';
import { string } from './strings.ts';

export interface VerbHelpCardInput {
  readonly language: Language;
  /** The verb's id, for the same card in the other language. */
  readonly verb: string;
  /** `/supercluster brief <cluster, industry or province>` */
  readonly usage: string;
  readonly description: string;
  /** A whole line that works as it is. */
  readonly example: string;
  /** What else may be typed for the verb. */
  readonly others: readonly string[];
}

export function verbHelpCard(input: VerbHelpCardInput): Card {
  const { language, verb, usage, description, example, others } = input;
  return {
    language,
    summary: `${usage} – ${description}`,
    elements: [
      { type: 'title', text: usage },
      { type: 'text', text: plain(description) },
      {
        type: 'facts',
        facts: [
          { label: string('helpExample', language), value: strong(example) },
          ...(others.length === 0
            ? []
            : [{ label: string('helpOtherNames', language), value: plain(others.join(', ')) }]),
        ],
      },
      { type: 'text', text: plain(string('helpWithoutCommand', language)) },
      ...actionsElement([
        callAction(string('helpTitle', language), { intent: 'help', args: {}, language }),
        languageAction({ intent: 'help', args: { verb }, language }),
      ]),
    ],
  };
}
