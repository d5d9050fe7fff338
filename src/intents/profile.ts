import { z } from 'zod';
import { profileCard } from '../cards/profile-card.ts';
import type { Intent, IntentContext, Understanding } from './intent.ts';
import { factsAt, findAttribute, mainSection, relatedSections } from './lookup.ts';
import { onlyAbout } from './only-about.ts';

/** Facts in the order in which people want them. */
const factOrder = [
  'official-name',
  'former-name',
  'headquarters',
  'region',
  'leader',
  'website',
  'award',
  'renewal',
  'funding',
  'members',
  'projects',
  'signed',
  'in-force',
  'cluster-count',
];

export const profile: Intent = {
  id: 'profile',
  description: { en: 'The profile of a cluster', fr: 'Le profil d’une grappe' },
  examples: {
    en: ['NGen', 'Tell me about the Ocean Supercluster'],
    fr: ['NGen', 'Parle-moi de la Supergrappe des océans'],
  },
  args: z.strictObject({ entry: z.string() }),
  recognise: (understanding: Understanding, context: IntentContext) =>
    onlyAbout('profile', understanding, context, ['cluster', 'programme']),
  answer({ entry: id = '' }, { knowledge, language, now }) {
    const entry = knowledge.entry(id, language);
    if (!entry) return undefined;
    const rank = (attribute: string) => (factOrder.indexOf(attribute) + factOrder.length) % factOrder.length;
    const facts = [...new Set(entry.facts.map((fact) => fact.attribute))]
      .filter((attribute) => factOrder.includes(attribute))
      .sort((a, b) => rank(a) - rank(b))
      .flatMap((id) => {
        const [fact] = factsAt(entry, id, now);
        const attribute = findAttribute(knowledge, id);
        return fact && attribute ? [{ fact, attribute }] : [];
      });
    const main = mainSection(entry);
    return {
      outcome: 'answer',
      card: profileCard({ entry, main, facts, related: relatedSections(knowledge, entry, main.id), now }),
      entries: [id, `${id}#${main.id}`],
      sources: [...main.sources, ...facts.flatMap(({ fact }) => fact.sources.slice(0, 1))],
    };
  },
};
