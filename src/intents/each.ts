/** "What training do they offer?": what no cluster in particular is asked, and each has a section on. */
import { z } from 'zod';
import { eachCard } from '../cards/each-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Hit } from '../search/search.ts';
import type { Candidate, Intent, Understanding } from './intent.ts';
import { clustersOf, factsAt, findAttribute, programmeId, sourcesOf } from './lookup.ts';

/** As many passages as the decision looks at. */
const looked = 8;
/** Fewer clusters than this, and it is one of them that is meant. */
const fewest = 2;
/** What a passage of each must explain of the question: a word more is of one of them. */
const leastCoverage = 0.9;

/** A question of which hardly anything is left unexplained. */
const wholly = 0.9;
const sure = 0.9;
/** What the clusters do with fields and techniques. */
const serving: ReadonlySet<string> = new Set(
  (
    'they them their serve serves served cover covers fund funds support supports back backs work works use uses focus target targets help in on with by of the clusters cluster superclusters supercluster ' +
    'ils elles leurs servent sert couvrent couvre financent finance appuient soutiennent utilisent visent grappe grappes supergrappe supergrappes'
  ).split(' '),
);

export const each: Intent = {
  id: 'each',
  description: { en: 'The same of each cluster', fr: 'La même chose de chaque grappe' },
  examples: {
    en: ['What training do the clusters offer?'],
    fr: ['Quelles formations offrent les grappes ?'],
  },
  args: z.strictObject({ section: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
  recognise(understanding, { knowledge, search, now }) {
    const { hits, language, entries, described, mentions, attributes } = understanding;
    const ofAnother = entries.some((id) => {
      const kind = knowledge.entry(id, language)?.kind;
      return kind !== 'programme' && kind !== 'term';
    });
    if (ofAnother || described.length > 0) return [];
    // A field or a place chooses among them.
    if (mentions.some((mention) => search.clustersOf(mention).length > 0)) return [];
    const named = sectionNamed(understanding, knowledge);
    if (named) {
      const because = `asks ${named} of no cluster in particular`;
      return [{ intent: 'each', args: { section: named }, score: sure, because }];
    }
    const found = hits
      .slice(0, looked)
      .filter(
        ({ entry, section, miss, evidence }) =>
          section !== undefined &&
          miss === 'none' &&
          evidence.coverage >= leastCoverage &&
          search.namesCluster([entry]),
      );
    const [best] = found;
    const same = found.filter(({ section }) => section === best?.section);
    if (best?.section === undefined || same.length < fewest) return [];
    const { section } = best;
    const score = together(same);
    const because = `asks ${section} of no cluster in particular; ${same.length} tell of it`;
    const attribute = attributes.find((id) => findAttribute(knowledge, id)?.section === section);
    const holders = knowledge
      .all(language)
      .filter((entry) => attribute !== undefined && factsAt(entry, attribute, now).length > 0);
    const of = (intent: string, args: Candidate['args']): Candidate[] => [{ intent, args, score, because }];
    if (attribute === undefined || holders.length === 0) return of('each', { section });
    // What the programme tells of all five is surer than what each does.
    if (holders.some(({ id }) => id === programmeId)) {
      const whole = hits.slice(0, looked).find((hit) => hit.entry === programmeId && hit.section);
      return whole?.section ? of('section', { entry: programmeId, section: whole.section }) : [];
    }
    const all = clustersOf(knowledge, language).map(({ id }) => id);
    return of('compare', { entries: all.join(','), attributes: attribute });
  },
  answer(args, { knowledge, language, now }) {
    const clusters = clustersOf(knowledge, language).flatMap((entry) => {
      const section = entry.sections.find(({ id }) => id === args.section);
      return section ? [{ entry, section }] : [];
    });
    if (clusters.length < fewest) return undefined;
    return {
      outcome: 'answer',
      card: eachCard({ clusters, call: { intent: 'each', args }, now }),
      entries: clusters.map(({ entry, section }) => `${entry.id}#${section.id}`),
      sources: sourcesOf(clusters.map(({ section }) => section)),
    };
  },
};

/** "Which sectors do they serve?": the section of an attribute of which no entry states a fact, where nothing else is asked. */
function sectionNamed(
  { attributes, mentions, language, explainedBy }: Understanding,
  knowledge: Knowledge,
): string | undefined {
  const toldAs = new Map(knowledge.vocabulary.attributes.map(({ id, section }) => [id, section]));
  const holds = (id: string) =>
    knowledge.all(language).some(({ facts }) => facts.some(({ attribute }) => attribute === id));
  const asked = attributes.find((id) => toldAs.get(id) !== undefined && !holds(id));
  const own = mentions.filter(({ kind, id }) => kind === 'entry' || (kind === 'attribute' && id === asked));
  const section = asked && toldAs.get(asked);
  return section && explainedBy(own, serving) >= wholly ? section : undefined;
}

/** How sure it is that one of them answers: together they hold the answer likelier than any alone. */
function together(hits: readonly Hit[]): number {
  return 1 - hits.reduce((none, { confidence }) => none * (1 - confidence), 1);
}
