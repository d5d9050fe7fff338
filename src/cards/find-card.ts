/** The card that names the clusters for an industry, a technology or a place, with the reason. */
import type { Language } from '../knowledge/language.ts';
import type { Entry, Section } from '../knowledge/types.ts';
import type { Term } from '../knowledge/vocabulary.ts';
import { type Card, type CardElement, plain, strong } from './card.ts';
import { actionsElement, callAction, languageAction, opening, sourcesElement } from './parts.ts';
import { enumerate, string } from './strings.ts';

export interface FindCardInput {
  readonly terms: readonly Term[];
  /** The clusters with the section that says what they cover, the closest first. */
  readonly clusters: readonly { readonly entry: Entry; readonly reason: Section }[];
  /** Shown, with its sources, where no cluster covers the term. */
  readonly fallback: Section;
  readonly now: Date;
}

export function findCard({ terms, clusters, fallback, now }: FindCardInput): Card {
  const { language } = fallback;
  const term = termNames(terms, language);
  const answer = coverageSentence(terms, clusters, language);
  const reasons = clusters.length > 0 ? clusters.map(({ reason }) => reason) : [fallback];
  const explanation: CardElement[] =
    clusters.length === 1 || clusters.length === 0
      ? [{ type: 'text', text: reasons[0]!.lead }]
      : [
          {
            type: 'list',
            ordered: false,
            items: clusters.map(({ entry, reason }) => [
              ...strong(entry.title),
              { type: 'text', value: ` – ${opening(reason.lead, 280)}` },
            ]),
          },
        ];
  const call = {
    intent: 'find',
    args: { terms: terms.map((t) => `${t.category}:${t.id}`).join(',') },
    language,
  };
  return {
    language,
    summary: answer,
    elements: [
      { type: 'title', text: string('findTitle', language, { term }) },
      { type: 'text', text: plain(answer) },
      ...explanation,
      sourcesElement(reasons, language, now),
      ...actionsElement([
        ...clusters
          .slice(0, 5)
          .map(({ entry }) =>
            callAction(entry.shortTitle, { intent: 'profile', args: { entry: entry.id }, language }),
          ),
        ...(clusters.length === 0
          ? [callAction(string('listTitle', language), { intent: 'list', args: {}, language })]
          : []),
        languageAction(call),
      ]),
    ],
  };
}

/** The labels of the terms as they stand inside a sentence. */
function termNames(terms: readonly Term[], language: Language): string {
  const names = terms.map((term) =>
    term.category === 'province' ? term.label[language] : insideSentence(term.label[language]),
  );
  return enumerate(names, language);
}

/** "Canola" → "canola"; acronyms and names with further capitals stay. */
function insideSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) && !/\s\p{Lu}/u.test(label)
    ? label.charAt(0).toLocaleLowerCase() + label.slice(1)
    : label;
}

/**
 * Says which clusters cover the terms, or that none does: one sentence where the clusters cover every
 * term, else one for each, since nobody covers breweries in Ontario.
 */
export function coverageSentence(
  terms: readonly Term[],
  clusters: readonly { readonly entry: Entry }[],
  language: Language,
): string {
  const covering = (term: Term) => clusters.filter(({ entry }) => term.clusters.includes(entry.id));
  if (terms.every((term) => covering(term).length === clusters.length)) {
    return sentence(language, terms, clusters);
  }
  return terms.map((term) => sentence(language, [term], covering(term))).join(' ');
}

function sentence(
  language: Language,
  terms: readonly Term[],
  clusters: readonly { readonly entry: Entry }[],
): string {
  const term = termNames(terms, language);
  const place = terms.every((t) => t.category === 'province');
  const names = clusters.map(({ entry }) => entry.title);
  const [only] = names;
  if (!only) return string(place ? 'findNoPlace' : 'findNone', language, { term });
  if (names.length === 1) return string(place ? 'findPlace' : 'findOne', language, { cluster: only, term });
  const values = { count: String(names.length), term, clusters: enumerate(names, language) };
  return string(place ? 'findPlaces' : 'findMany', language, values);
}
