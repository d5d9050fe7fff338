import { z } from 'zod';
import { findCard } from '../cards/find-card.ts';
import { clustersFor } from '../knowledge/vocabulary.ts';
import { phraseOf } from '../search/analysis.ts';
import { tellsOfEvent } from './event.ts';
import type { Intent } from './intent.ts';
import { clustersOf, findTerm, mainSection, programmeId, sourcesOf } from './lookup.ts';

/** Words that ask for a cluster rather than for something about the term. */
const asking = new Set(
  (
    'i we my our make makes making made produce produces producing build builds building sell sells grow grows growing farm run own want use uses using apply applies working with do does develop develops cluster clusters supercluster superclusters for who which company companies firm firms business businesses sector sectors industry industries ' +
    'technology technologies field fields work works working covers cover covered focus focuses focused deals deal handles handle supports support ' +
    'helps help suits suit fits fit right best looking find join contact talk should region regions home base based located province provinces city near ' +
    'startup startups sme smes organization organisation interested specializes specialises specialized specialised responsible place ' +
    'utilise utilisent emploie developpe developpent grappe grappes supergrappe supergrappes pour qui quelle quelles entreprise entreprises pme secteur secteurs industrie industries technologie technologies domaine domaines ' +
    'travaille travaillent couvre couvrent concerne soutient aide aident convient adresse adapte bonne trouver cherche chercher joindre rejoindre contacter ' +
    'region regions province provinces ville jeune pousse organisation existe interesse interessee specialise specialisee occupe s'
  ).split(' '),
);

/** Words by which a question about a place is one about clusters: who asks, or what is looked for. */
const seeking = new Set(
  (
    'i we my our us who which what cluster clusters supercluster superclusters company companies firm firms business businesses startup startups sme smes ' +
    'industry sector help support supports join contact find looking covers serves based ' +
    'je j nous mon ma mes notre nos qui quelle quelles quel grappe grappes supergrappe supergrappes entreprise entreprises pme jeune secteur industrie ' +
    'aide soutien joindre rejoindre contacter trouver cherche couvre sert'
  ).split(' '),
);

/**
 * "Which cluster …", « quelle grappe … », "cluster for …", « à quelle porte cogner ? »: whatever else is said, a
 * cluster is wanted.
 */
const asksWhichCluster =
  /\b(which|what|wich|quels?|quelles?) (\w+ ){0,2}(clusters?|superclusters?|grappes?|supergrappes?)\b|\bquels? (regroupement|organisme|consortium|pole)s? (\w+ )?(est|sont) (fait|faits|pour|le bon|le mieux)\b|\b(chez|a|vers|avec|pour|dans) quels? (poles?|hubs?|regroupements?|organismes?)\b|\b(cluster|supercluster|grappe|supergrappe) (for|that|which(?! (?:town|city|place|year|person|province|building)\b)|pour|qui)\b/;

/** "Is there a supercluster in Nunavut?", « y a-t-il une grappe en Alberta ? »: of a place, whether one is there. */
const asksWhetherThere =
  /^(?:(?:is|are) there (?:an?|any|some)|is any|are any|(?:est ce qu )?(?:il )?y a(?: t il| tu)? (?:une?|des)|existe t il (?:une?|des)) (?:\w+ )?(?:super)?(?:cluster|grappe)s?\b/;

/** "Whose door do we knock on?", « on fait des bateaux, à quelle porte cogner ? »: asked by somebody with a trade. */
const asksWhichDoor = /\b(which|what|whose|quelle) (door|porte)\b/;
const hasATrade =
  /\b(our|shop|startup|plant|factory|lab|company|firm|business|boite|shop|atelier|usine|pme|entreprise|compagnie|firme|labo|notre|nos)\b|\b(i|we|nous|on|je) (make|build|grow|farm|develop|design|produce|process|fabriquons|developpons|produisons|cultivons|faisons|fabrique|developpe|produis|cultive|fais|fait|concois|concevons)\b/;

/** "The outfit for chickpeas", « la bande qui fait des bateaux »: a cluster by another name, if a field makes up most of the rest. */
const asksWhichOutfit =
  /\b(outfit|gang|folks|bunch|crew|bande) (for|that|who|doing|handling|into|in|pour|qui)\b|\b(which|what|quelle) (outfit|gang|folks|bunch|crew|bande)\b|\b(somebody|someone|anybody|anyone|quelqu un) (for|doing|pour)\b/;
const mostly = 0.5;
const outfits = new Set([
  ...asking,
  ...'outfit gang folks bunch crew bande somebody someone anybody anyone quelqu un doing handling fait font'.split(
    ' ',
  ),
]);

/**
 * How a field works, why, when or how much is asked of the field itself, and so is what it is or which of
 * its things is the most: "explain quantum physics", « comment fonctionne une imprimante 3D ? », « quel
 * aéroport est le plus près ? ». The clusters that cover it are no answer.
 */
const aboutFieldItself =
  /\b(why|when|how|pourquoi|quand|comment|combien)\b|^(\w+ ){0,2}?(explain|define|explique|expliquez|definis|definissez)\b|\b(c est quoi|qu est ce (que|qu)|what (is|are|s))\b|\b(le|la|les) (plus|moins)\b|^ou \w+(er|ir|re)\b/;

/** "Which clusters make up the alliance?" asks who belongs to it, not which cluster has its field. */
const asksWhoBelongs =
  /\b(?:clusters|grappes) (?:compose|composent|make up|form|forment|belong to|are (?:part|members) of|font partie|sont membres)\b/;

/** "What did the supercluster chip in for their seabed work?" asks what one did, not which one. */
const asksWhatItDid =
  /^(?:and |so )?(?:what|how much(?: money)?) (?:did|has|have|does|was|is) (?:the|a|one|that|this|our) (?:super)?cluster (?!for\b|that\b|which\b)/;

/** Possessives and question words ask for a cluster in a place, but not of a field: « où recycler mes piles ? » */
const faint = new Set(
  'i we my our us who which what je j nous mon ma mes notre nos qui quelle quelles quel'.split(' '),
);

/** Sections that say why a cluster is the one for a field or a place. */
const reasons = new Set(['focus', 'sectors', 'technologies', 'region', 'names']);
/** As sure of a passage as this, the search knows what is asked. */
const surely = 0.9;
const severalWords = 3;
/** From here a question consists of nothing but names. */
const wholly = 0.99;

export const find: Intent = {
  id: 'find',
  description: {
    en: 'The cluster for an industry, a technology or a place',
    fr: 'La grappe d’un secteur, d’une technologie ou d’un lieu',
  },
  examples: {
    en: ['Which supercluster is for shipbuilders?', 'robotics', 'clusters in Ontario'],
    fr: ['Quelle supergrappe s’adresse aux chantiers navals ?', 'robotique', 'grappes en Ontario'],
  },
  args: z.strictObject({ terms: z.string() }),
  recognise(understanding, { knowledge }) {
    const named = understanding.entries.some((id) => {
      const kind = knowledge.entry(id, understanding.language)?.kind;
      return kind !== 'term' && kind !== 'programme';
    });
    if (named) return [];
    const mentions = understanding.mentions.filter((mention) =>
      ['sector', 'technology', 'province'].includes(mention.kind),
    );
    if (mentions.length === 0) return [];
    const entryNames = understanding.mentions.filter((mention) => mention.kind === 'entry');
    const explained = understanding.explainedBy([...mentions, ...entryNames], asking);
    const phrase = phraseOf(understanding.words);
    const forCluster =
      (asksWhichCluster.test(phrase) && !tellsOfEvent(phrase)) ||
      (asksWhichDoor.test(phrase) && hasATrade.test(phrase)) ||
      (asksWhichOutfit.test(phrase) &&
        understanding.explainedBy([...mentions, ...entryNames], outfits) >= mostly);
    const bareWhether = asksWhetherThere.test(phrase) && mentions.every(({ kind }) => kind === 'province');
    const seeks = understanding.words.some((word) => seeking.has(word.folded));
    const seeksCluster = understanding.words.some(({ folded }) => seeking.has(folded) && !faint.has(folded));
    if (!forCluster && !seeksCluster && aboutFieldItself.test(phrase)) return [];
    if (asksWhatItDid.test(phrase) || asksWhoBelongs.test(phrase)) return [];
    // Where nobody looks for a cluster, a word more is what is asked: the strike in a port, the fare of a ferry.
    if (explained < (forCluster ? 0.3 : seeks ? 0.8 : wholly)) return [];
    // "Which airline flies to Regina?" asks for a thing of the field.
    const [opener] = understanding.words;
    const isAsked = faint.has(opener?.folded ?? '') && mentions.some(({ start }) => start === 1);
    if (!forCluster && !seeksCluster && isAsked) return [];
    const terms = [...new Set(mentions.map((mention) => `${mention.kind}:${mention.id}`))].slice(0, 3);
    // A field that no cluster covers may still be a topic of the content (beef in CETA).
    const found = terms.flatMap((key) => findTerm(knowledge, key) ?? []);
    // A place does not make it a field of ours: the best coffee in Toronto.
    const fields = found.filter(({ category }) => category !== 'province');
    const bare = understanding.explainedBy([...mentions, ...entryNames]) > wholly;
    if (fields.length === 0 && !bare && !seeks) return [];
    // Several words and no cluster asked for: a passage that all but quotes them tells more.
    const sure =
      !forCluster &&
      !seeksCluster &&
      understanding.words.filter(({ folded }) => folded.length > 1).length >= severalWords
        ? 0.93
        : 0.98;
    const covering = clustersFor(fields.length > 0 ? fields : found);
    // "Help for ocean startups in Atlantic Canada": a section of that very cluster tells of it.
    const [best] = understanding.hits;
    if (
      !forCluster &&
      best?.section &&
      best.confidence > surely &&
      covering.includes(best.entry) &&
      !reasons.has(best.section)
    ) {
      return [];
    }
    return [
      {
        intent: 'find',
        args: { terms: terms.join(',') },
        // Asked which cluster is in a place, no passage says it better than the cluster itself.
        score:
          (forCluster || bareWhether) && fields.length === 0 && explained > wholly
            ? 1
            : Math.max((covering.length > 0 ? sure : 0.55) * explained, forCluster ? 0.92 : 0),
        because: `names ${terms.join(', ')}; that explains ${Math.round(explained * 100)} % of the question`,
      },
    ];
  },
  answer({ terms: keys = '' }, { knowledge, language, now }) {
    const terms = keys.split(',').flatMap((key) => findTerm(knowledge, key) ?? []);
    const programmeEntry = knowledge.entry(programmeId, language);
    if (terms.length === 0 || !programmeEntry) return undefined;
    const fields = terms.filter(({ category }) => category !== 'province');
    const near = clustersFor(terms);
    const ofFields = clustersFor(fields);
    // Who makes furniture in Laval may turn to the makers' cluster, though its home is elsewhere.
    const leavesOutTheClosest =
      near.every((id) => ofFields.includes(id)) && ofFields[0] !== undefined && !near.includes(ofFields[0]);
    const ids = leavesOutTheClosest ? ofFields : near;
    const entries = clustersOf(knowledge, language);
    const clusters = ids.flatMap((id) => {
      const entry = entries.find((candidate) => candidate.id === id);
      if (!entry) return [];
      const wanted = terms.every((term) => term.category === 'province')
        ? 'region'
        : terms.some((term) => term.category === 'sector')
          ? 'sectors'
          : 'technologies';
      const reason = entry.sections.find((section) => section.id === wanted) ?? mainSection(entry);
      return [{ entry, reason }];
    });
    const fallback = mainSection(programmeEntry);
    return {
      outcome: 'answer',
      card: findCard({ terms, clusters, fallback, now }),
      entries: clusters.map(({ entry }) => entry.id),
      sources: sourcesOf(clusters.length > 0 ? clusters.map(({ reason }) => reason) : [fallback]),
    };
  },
};
