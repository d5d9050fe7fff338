import { z } from 'zod';
import { factCard } from '../cards/fact-card.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { factsAt, findAttribute, relatedSections, sourcesOf } from './lookup.ts';

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
  answer({ entry: entryId = '', attribute: attributeId = '' }, { knowledge, language, now }) {
    const entry = knowledge.entry(entryId, language);
    const found = findAttribute(knowledge, attributeId);
    if (!entry || !found) return undefined;
    const facts = factsAt(entry, attributeId, now).slice(0, 3);
    if (facts.length === 0) return undefined;
    return {
      outcome: 'answer',
      card: factCard({ entry, attribute: found, facts, related: relatedSections(knowledge, entry), now }),
      entries: [entryId],
      sources: sourcesOf(facts),
    };
  },
};

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
  return understanding.attributes.flatMap((id, position) => {
    const mentions = understanding.mentions.filter(
      (mention) => mention.kind === 'entry' || (mention.kind === 'attribute' && mention.id === id),
    );
    const explained = understanding.explainedBy(mentions, also);
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
        score: explained * factScore(understanding) - position * 0.02,
        because: `asks ${id} of ${entryId}; that explains ${Math.round(explained * 100)} % of the question`,
      },
    ];
  });
}
