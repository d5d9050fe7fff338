import { z } from 'zod';
import { factCard } from '../cards/fact-card.ts';
import { eitherCandidate } from './either.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { clustersOf, factsAt, findAttribute, programmeId, relatedSections, sourcesOf } from './lookup.ts';
import { oneAttribute } from './one-attribute.ts';
import { whetherThere } from './whether-there.ts';

export const attribute: Intent = {
  id: 'attribute',
  description: { en: 'A fact about a cluster or agreement', fr: 'Un fait sur une grappe ou un accord' },
  examples: {
    en: ['Who leads Scale AI?', 'Where is NGen based?'],
    fr: ['Qui dirige Scale AI ?', 'Où est située NGen ?'],
  },
  args: z.strictObject({
    entry: z.string(),
    attribute: z.string(),
    /** The year that is asked for, where what is known is of another. */
    year: z
      .string()
      .regex(/^(?:19|20)\d\d$/)
      .optional(),
  }),
  recognise(understanding, context) {
    const [entry] = [...understanding.entries, ...understanding.described];
    if (!entry) return ofNothing(understanding, context);
    return [
      ...whetherThere(entry, understanding),
      ...severalOf(entry, understanding, context),
      ...oneAttribute(entry, understanding, context),
    ];
  },
  /** `attribute` may be several ids joined by commas: the parts of a two-part question. */
  answer({ entry: entryId = '', attribute: attributeIds = '', year }, { knowledge, language, now }) {
    const entry = knowledge.entry(entryId, language);
    if (!entry) return undefined;
    const parts = attributeIds
      .split(',')
      .slice(0, mostParts)
      .flatMap((id) => {
        const found = findAttribute(knowledge, id);
        const facts = factsAt(entry, id, now).slice(0, mostStatements);
        return found && facts.length > 0 ? [{ attribute: found, facts }] : [];
      });
    if (parts.length === 0) return undefined;
    return {
      outcome: 'answer',
      card: factCard({ entry, parts, year, related: relatedSections(knowledge, entry), now }),
      entries: [entryId],
      sources: sourcesOf(parts.flatMap((part) => part.facts)),
    };
  },
};

const mostParts = 3;
const mostStatements = 3;
/** A question of which hardly anything is left unexplained. */
const wholeQuestion = 0.95;
/** Below what the search finds for sure. */
const aboveSearch = 0.8;
/** Above what the search makes of a question that says of nothing what it asks. */
const ofTwo = 0.85;
/** Whoever asks these of nothing wants them of the clusters, each of which has its own. */
const ofEach: ReadonlySet<string> = new Set([
  'website',
  'leader',
  'chair',
  'headquarters',
  'region',
  'membership-fee',
]);
/** "Where is it?" is of something, though nobody knows of what. */
const pronouns = new Set(
  'it its he she his her they their il elle ils elles son sa ses leur leurs'.split(' '),
);

/**
 * "What is the budget?": asked of nothing, it is asked of the programme, where that has such a fact; of each
 * cluster, where those have; and of both, where two have.
 */
function ofNothing(understanding: Understanding, { knowledge, now }: IntentContext): Candidate[] {
  const { language, mentions, words } = understanding;
  const asked = mentions.filter((mention) => mention.kind === 'attribute');
  const [id, ...others] = new Set(asked.map((mention) => mention.id));
  if (id === undefined || others.length > 0 || asked.length < mentions.length) return [];
  const explained = understanding.explainedBy(asked);
  if (explained < wholeQuestion) return [];
  const because = `asks ${id} of nothing`;
  const holders = knowledge.all(language).filter((entry) => factsAt(entry, id, now).length > 0);
  if (ofEach.has(id)) {
    const clusters = clustersOf(knowledge, language).filter((entry) => holders.includes(entry));
    if (clusters.length < 2 || words.some(({ folded }) => pronouns.has(folded))) return [];
    const args = { entries: clusters.map((entry) => entry.id).join(','), attributes: id };
    return [{ intent: 'compare', args, score: aboveSearch * explained, because }];
  }
  const of = (entry: string) => ({
    ...{ intent: 'attribute', args: { entry, attribute: id }, score: aboveSearch * explained, because },
  });
  if (holders.some((entry) => entry.id === programmeId)) return [of(programmeId)];
  const [one, other, ...more] = holders;
  if (!one || !other || more.length > 0) return [];
  return [{ ...eitherCandidate(of(one.id), of(other.id)), score: ofTwo * explained, because }];
}

/**
 * "Who leads NGen and where is it?": both parts together explain what neither does alone. A single
 * attribute is found by the search like any passage.
 */
function severalOf(
  entryId: string,
  understanding: Understanding,
  { knowledge, now }: IntentContext,
): Candidate[] {
  const entry = knowledge.entry(entryId, understanding.language);
  if (!entry) return [];
  const explainedWith = (...ids: string[]) =>
    understanding.explainedBy(
      understanding.mentions.filter(
        (mention) => mention.kind === 'entry' || (mention.kind === 'attribute' && ids.includes(mention.id)),
      ),
    );
  // In the order of the question.
  const told = [...new Set(understanding.mentions.map((mention) => mention.id))]
    .filter((id) => understanding.attributes.includes(id) && factsAt(entry, id, now).length > 0)
    .slice(0, mostParts);
  const joint = explainedWith(...told);
  if (
    told.length < 2 ||
    !joined(understanding, told) ||
    joint < wholeQuestion ||
    told.some((id) => explainedWith(id) >= wholeQuestion)
  ) {
    return [];
  }
  return [
    {
      intent: 'attribute',
      args: { entry: entryId, attribute: told.join(',') },
      score: joint,
      because: `asks ${told.join(' and ')} of ${entryId}`,
    },
  ];
}

/** Whether "and" (et, &, a comma) stands between the parts: else one phrase merely touches two attributes. */
function joined({ mentions, words, text }: Understanding, ids: readonly string[]): boolean {
  const spans = mentions.filter((mention) => mention.kind === 'attribute' && ids.includes(mention.id));
  const first = spans.reduce((a, b) => (a.end <= b.end ? a : b));
  const last = spans.reduce((a, b) => (a.start >= b.start ? a : b));
  const between = text.slice(words[first.end - 1]?.end ?? 0, words[last.start]?.start ?? 0);
  return /[,&+]|\b(and|et|plus)\b/i.test(between);
}
