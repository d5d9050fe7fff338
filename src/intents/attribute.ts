import { z } from 'zod';
import { factCard } from '../cards/fact-card.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { factsAt, findAttribute, programmeId, relatedSections, sourcesOf } from './lookup.ts';
import { oneAttribute, whetherThere } from './one-attribute.ts';

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
    if (!entry) return ofTheProgramme(understanding, context);
    return [
      ...severalOf(entry, understanding, context),
      ...oneAttribute(entry, understanding, context),
      ...whetherThere(entry, understanding),
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
const ofNothing = 0.8;
/** Whoever asks these of nothing wants them of the clusters, each of which has its own. */
const ofEach: ReadonlySet<string> = new Set(['website', 'leader', 'chair', 'headquarters', 'region']);

/** "What is the budget?": asked of nothing, it is asked of the programme, where that has such a fact. */
function ofTheProgramme(understanding: Understanding, { knowledge, now }: IntentContext): Candidate[] {
  const asked = understanding.mentions.filter((mention) => mention.kind === 'attribute');
  const [id, ...others] = new Set(asked.map((mention) => mention.id));
  const programme = knowledge.entry(programmeId, understanding.language);
  if (id === undefined || ofEach.has(id) || others.length > 0 || asked.length < understanding.mentions.length)
    return [];
  if (!programme || factsAt(programme, id, now).length === 0) return [];
  const explained = understanding.explainedBy(asked);
  if (explained < wholeQuestion) return [];
  const args = { entry: programmeId, attribute: id };
  return [{ intent: 'attribute', args, score: ofNothing * explained, because: `asks ${id} of nothing` }];
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
