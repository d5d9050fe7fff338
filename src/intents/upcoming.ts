import { z } from 'zod';
import { upcomingCard } from '../cards/upcoming-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry } from '../knowledge/types.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Intent, IntentContext } from './intent.ts';
import { clustersOf, factsAt, programmeId, relatedSections, sourcesOf } from './lookup.ts';
import { changesAhead } from './next-dates.ts';

/** Asks what lies ahead, whatever it is: no subject of its own but an entry. */
const asksAhead =
  /\b(?:what|whats|anything) (?:(?:s|is|are|will|else|new|happens?|changes?|comes?|coming|going|to|be) ){0,4}(?:next|ahead|upcoming|coming up|soon)\b|\bdates? (?:coming|ahead|to come)\b|\b(?:next|upcoming|coming|future) (?:dates?|changes?|deadlines?|milestones?|steps?|stages?)\b|\bwhat (?:changes|will change)\b|\b(?:prochaine?s?) (?:dates?|changements?|echeances?|etapes?)\b|\bqu est ce qui (?:change|va changer|s en vient|arrive|suit)\b|\b(?:dates?|changements?|echeances?|etapes?) a venir\b|\bque va t il se passer\b|\bet (?:apres|ensuite)$/;

/** Words of such a question that say nothing of its subject. */
const framing = new Set(
  (
    'clusters cluster superclusters supercluster grappes grappe supergrappes supergrappe what s next change changes changing happen happens happening come comes coming up ahead upcoming soon anything else new future date dates deadline deadlines milestone milestones step steps stage stages when will any now then year going go hold holds list show timeline ' +
    'prochain prochaine prochains prochaines changement changements changera changer echeance echeances etape etapes venir vient arrive suit suivre ensuite apres bientot passer passe quand liste calendrier'
  ).split(' '),
);
const wholly = 0.9;
const mostDates = 6;

export const upcoming: Intent = {
  id: 'upcoming',
  description: { en: 'What changes next, and when', fr: 'Ce qui change ensuite, et quand' },
  examples: {
    en: ['What changes next?', 'upcoming dates for NGen'],
    fr: ['Qu’est-ce qui change ensuite ?', 'prochaines dates de NGen'],
  },
  args: z.strictObject({ entry: z.string() }),
  recognise(understanding, context) {
    const phrase = phraseOf(understanding.words);
    if (!asksAhead.test(phrase)) return [];
    const names = understanding.mentions.filter((mention) => mention.kind === 'entry');
    if (understanding.explainedBy(names, framing) < wholly) return [];
    const [named = programmeId] = understanding.entries.filter(
      (id) => context.knowledge.entry(id, understanding.language)?.kind !== 'term',
    );
    return [
      {
        intent: 'upcoming',
        args: { entry: named },
        score: 1,
        because: `asks what lies ahead of ${named}`,
      },
    ];
  },
  answer({ entry: id = '' }, { knowledge, language, now }: IntentContext) {
    const entry = knowledge.entry(id, language);
    if (!entry) return undefined;
    const dates = changesAhead(familyOf(entry, knowledge, language), knowledge, now).slice(0, mostDates);
    // What waits for no stated day is told all the same: an agreement for its ratification.
    const standing = dates.length > 0 ? [] : factsAt(entry, 'in-force', now);
    const items = [...standing, ...dates.flatMap(({ statements }) => statements.map(({ item }) => item))];
    return {
      outcome: 'answer',
      card: upcomingCard({
        entry,
        dates,
        standing,
        related: relatedSections(knowledge, entry),
        call: { intent: 'upcoming', args: { entry: id }, language },
        now,
      }),
      entries: [...new Set([id, ...items.map((item) => item.entry)])],
      sources: sourcesOf(items),
    };
  },
};

/** An entry and what belongs to it: the topics of an agreement, the clusters of the programme. */
function familyOf(entry: Entry, knowledge: Knowledge, language: Language): Entry[] {
  const clusters = entry.id === programmeId ? clustersOf(knowledge, language) : [];
  const topics = knowledge
    .all(language)
    .filter((other) => other.parent === entry.id && !clusters.includes(other));
  return [entry, ...clusters, ...topics];
}
