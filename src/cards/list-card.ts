/** The card that lists the clusters: a line and a button for each. */
import type { Entry, RichText, Section } from '../knowledge/types.ts';
import { type Card, plain, strong } from './card.ts';
import { actionsElement, callAction, languageAction, opening, sourcesElement } from './parts.ts';
import { enumerate, string } from './strings.ts';

export interface ListCardInput {
  readonly clusters: readonly { readonly entry: Entry; readonly main: Section; readonly region: string }[];
  readonly now: Date;
}

/** Five of them with their names stay within the 1,200 characters of a plain answer. */
const longestOpening = 100;

export function listCard({ clusters, now }: ListCardInput): Card {
  const { language } = clusters[0]!.entry;
  const title = string('listTitle', language);
  const names = enumerate(
    clusters.map(({ entry }) => entry.shortTitle),
    language,
  );
  const sentence = string('listSentence', language, { count: String(clusters.length), names });
  return {
    language,
    summary: sentence,
    elements: [
      { type: 'title', text: title },
      { type: 'text', text: plain(sentence) },
      {
        type: 'list',
        ordered: true,
        items: clusters.map(
          ({ entry, main, region }): RichText => [
            ...strong(entry.title),
            { type: 'text', value: ` (${region}) – ${opening(main.lead, longestOpening)}` },
          ],
        ),
      },
      sourcesElement(
        clusters.map(({ main }) => main),
        language,
        now,
      ),
      ...actionsElement([
        ...clusters
          .slice(0, 5)
          .map(({ entry }) =>
            callAction(entry.shortTitle, { intent: 'profile', args: { entry: entry.id }, language }),
          ),
        languageAction({ intent: 'list', args: {}, language }),
      ]),
    ],
  };
}
