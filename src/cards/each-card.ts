/** The card that quotes the same section of several clusters: what each says of one thing. */
import type { Entry, RichText, Section } from '../knowledge/types.ts';
import { type Card, plain, strong } from './card.ts';
import { actionsElement, callAction, languageAction, opening, sourcesElement } from './parts.ts';
import { string } from './strings.ts';

export interface EachCardInput {
  /** In the order in which the programme lists them. */
  readonly clusters: readonly { readonly entry: Entry; readonly section: Section }[];
  readonly call: { readonly intent: string; readonly args: Readonly<Record<string, string>> };
  readonly now: Date;
}

/** Characters for all quotations together: with names and title they stay within a plain answer. */
const room = 1000;

export function eachCard({ clusters, call, now }: EachCardInput): Card {
  const { language } = clusters[0]!.section;
  const title = string('eachTitle', language);
  const longest = Math.floor(room / clusters.length);
  return {
    language,
    summary: title,
    elements: [
      { type: 'title', text: title },
      {
        type: 'list',
        ordered: false,
        items: clusters.map(
          ({ entry, section }): RichText => [
            ...strong(entry.shortTitle),
            ...plain(` – ${opening(section.lead, longest)}`),
          ],
        ),
      },
      sourcesElement(
        clusters.map(({ section }) => section),
        language,
        now,
      ),
      ...actionsElement([
        ...clusters.map(({ entry, section }) =>
          callAction(entry.shortTitle, {
            intent: 'section',
            args: { entry: entry.id, section: section.id },
            language,
          }),
        ),
        languageAction({ ...call, language }),
      ]),
    ],
  };
}
