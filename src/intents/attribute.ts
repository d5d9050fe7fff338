import { z } from 'zod';
import { factCard } from '../cards/fact-card.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { factsAt, findAttribute, relatedSections, sourcesOf } from './lookup.ts';

/** A question of which hardly anything is left unexplained. */
const wholeQuestion = 0.95;
/** Below this share of the question explained, the attribute is an accident of its words. */
const leastExplained = 0.55;

export const attribute: Intent = {
  id: 'attribute',
  description: { en: 'A fact about a cluster or agreement', fr: 'Un fait sur une grappe ou un accord' },
  examples: {
    en: ['Who leads Scale AI?', 'Where is NGen based?'],
    fr: ['Qui dirige Scale AI ?', 'Où est située NGen ?'],
  },
  args: z.strictObject({ entry: z.string(), attribute: z.string() }),
  recognise(understanding, context) {
    return understanding.entries.slice(0, 2).flatMap((entry) => attributesOf(entry, understanding, context));
  },
  /** `attribute` may be several ids joined by commas: the parts of a two-part question. */
  answer({ entry: entryId = '', attribute: attributeIds = '' }, { knowledge, language, now }) {
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
      card: factCard({ entry, parts, related: relatedSections(knowledge, entry), now }),
      entries: [entryId],
      sources: sourcesOf(parts.flatMap((part) => part.facts)),
    };
  },
};

/** What is left unexplained ("Budget 2022") is likely the point of the question. */
const partial = 1.6;
const mostParts = 3;
const mostStatements = 3;

/** Who, where, when, how much: these ask for a fact. */
const factWords = new Set(
  'who whom whose where when which what much many long qui ou quand quel quelle quels quelles combien lequel laquelle'.split(
    ' ',
  ),
);
/** How and why ask for an explanation; a bare fact seldom is one. */
const explanationWords = new Set('how why comment pourquoi'.split(' '));

function factScore({ words }: Understanding): number {
  if (words.some((word) => factWords.has(word.folded))) return 0.97;
  return words.some((word) => explanationWords.has(word.folded)) ? 0.75 : 0.95;
}

/**
 * An attribute of an entry counts as much as the question is explained by the two names together.
 *
 * @param also further words that stand for the entry ("the clusters")
 */
export function attributesOf(
  entryId: string,
  understanding: Understanding,
  { knowledge, now }: IntentContext,
  also: ReadonlySet<string> = new Set(),
): Candidate[] {
  const entry = knowledge.entry(entryId, understanding.language);
  // What is asked of "a supercluster" as a term is asked of the programme; see programme.ts.
  if (!entry || entry.kind === 'term') return [];
  const explainedWith = (...ids: string[]) =>
    understanding.explainedBy(
      understanding.mentions.filter(
        (mention) => mention.kind === 'entry' || (mention.kind === 'attribute' && ids.includes(mention.id)),
      ),
      also,
    );
  const single = understanding.attributes.flatMap((id, position): Candidate[] => {
    const explained = explainedWith(id);
    if (explained < leastExplained) return [];
    const section = findAttribute(knowledge, id)?.section;
    const target: Pick<Candidate, 'intent' | 'args'> | undefined =
      factsAt(entry, id, now).length > 0
        ? { intent: 'attribute', args: { entry: entryId, attribute: id } }
        : section && knowledge.section(entryId, section, understanding.language)
          ? { intent: 'section', args: { entry: entryId, section } }
          : undefined;
    if (!target) return [];
    return [
      {
        ...target,
        // The first attribute that is named is the one that is asked for, as a rule.
        score: explained ** partial * factScore(understanding) - position * 0.02,
        because: `asks ${id} of ${entryId}; that explains ${Math.round(explained * 100)} % of the question`,
      },
    ];
  });
  // In the order of the question.
  const told = [...new Set(understanding.mentions.map((mention) => mention.id))]
    .filter((id) => understanding.attributes.includes(id) && factsAt(entry, id, now).length > 0)
    .slice(0, mostParts);
  const joint = explainedWith(...told);
  // "Who leads NGen and where is it?": both parts together explain what neither does alone.
  if (
    told.length < 2 ||
    !joined(understanding, told) ||
    joint < wholeQuestion ||
    told.some((id) => explainedWith(id) >= wholeQuestion)
  ) {
    return single;
  }
  return [
    {
      intent: 'attribute',
      args: { entry: entryId, attribute: told.join(',') },
      score: joint,
      because: `asks ${told.join(' and ')} of ${entryId}`,
    },
    ...single,
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
