import type { Knowledge } from '../knowledge/knowledge.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { phraseOf } from '../search/analysis.ts';
import { plain } from '../search/section-texts.ts';
import { directionOf, isOfGoods, isOfPeople } from './direction.ts';
import { eitherCandidate } from './either.ts';
import type { Candidate, Intent, Understanding } from './intent.ts';
import { section } from './section.ts';

const asksHow =
  /\b(?:how (?:do|can|could|would|should|does|might|may|to)|what (?:do|does|must|should) (?:i|we|one|it|you|a \w+) (?:need|have|take|do)|what is the (?:process|procedure|path|way)|what are the (?:steps|stages)|(?:walk|take|guide|talk) (?:me|us) through|(?:i|we) (?:want|would like|wish|d like|need) to|comment|que (?:faut il|dois je|devons nous|doit on)|qu est ce qu il (?:me |nous )?faut|par ou commencer|marche a suivre|(?:je|nous) (?:veux|voudrais|souhaite|voulons|voudrions|souhaitons|aimerais|aimerions))\b|^(?:steps?|procedure|process|ways?|path|etapes?|demarches?|quelles sont les (?:etapes|demarches))\b/;
const asksSteps =
  /\b(?:steps?|stages?|stage by stage|process|procedure|etapes?|demarches?|marche a suivre)\b/;
const tellsSteps = /\b(?:steps?|stages?)\b|étapes?/iu;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What is wanted of a cluster, and its section that says how to get it. */
const wishes: readonly { readonly section: string; readonly words: ReadonlySet<string> }[] = [
  {
    section: 'funding',
    words: words(
      'apply applying application applications funding funded fund funds money grant grants cash project projects submit submitting proposal proposals subsidy ' +
        'demander demande postuler financement fonds argent subvention subventions deposer soumettre projet projets proposition candidature',
    ),
  },
  {
    section: 'join',
    words: words(
      'join joining member members membership become becoming sign register registering enroll enrol ' +
        'rejoindre joindre adherer adhesion devenir devient devenons membre membres inscrire inscription partie entrer integrer embarquer',
    ),
  },
];
const getsInto = /\bget (?:in|into)\b/;

/** What is wanted of an agreement; how to get it differs by direction, and one of its topics tells both. */
const useWords = words(
  'use using claim claiming benefit benefits preferential preference tariff tariffs duty duties advantage profit export exporting trade ' +
    'utiliser profiter beneficier tarif tarifs preferentiel preferentiels droit droits avantage avantages exporter',
);
const directions = ['canada-to-eu', 'eu-to-canada'];

/** The topic that tells how, and what a question says that wants to begin. */
const crossingTopic = 'ceta-first-export';
/** One thing on the way, which other sections tell of. */
const asksOfOne =
  /\b(?:quotas?|licen[cs]es?|permits?|certificates?|right to|find an?|buy an?|trouver un|acheter|labels?|labelling|duty|duties|tariffs?|levy|tax|rate|contingents?|permis|certificats?|etiquet\w+|droits?|taxes?|tarifs?|taux)\b/;
/** Who is sent to Canada enters as key personnel, or otherwise as this tells. */
const entryOfPeople = { entry: 'ceta-services-mobility', section: 'temporary-entry' };
const asksToBegin =
  /\b(?:where (?:do|should|can|could|would|to) (?:i |we |one )?(?:\w+ )?(?:start|begin|turn)|how (?:do|can|could|would|should|does|might|may|to)|what (?:do|does|must|should|all) (?:i|we|one|it|a \w+)|(?:what|which) (?:papers?|paperwork|documents?|forms?)|quels? (?:papiers?|paperasse|documents?|formulaires?)|what s (?:needed|required|involved|the (?:drill|procedure|process|first step))|(?:first|next) (?:steps?|thing|time)|how do we proceed|le chemin pour|steps|checklist|(?:wants?|wish|hopes?|plan|plans|planning|looking|dreaming|thinking|would like|d like|need|needs) (?:to|of|customers?|clients?|buyers?)|what (?:now|next)|what s the (?:sequence|order|route)|s y prend\w*|on s y prendre|par (?:ou|quoi) (?:je |on )?(?:commence|debut|s y prend)\w*|comment|que (?:faut il|dois je|devons nous|doit on|faire)|(?:premiers? pas|premiere fois|etapes|demarches?|marche a suivre)|(?:veux|veut|voulons|veulent|voudrais|voudrait|voudrions|souhaite|souhaitons|aimerais|aimerait|aimerions|compte|comptons|reve|envisage|pense|songe) (?:a |de |d )?\w+)\b/;

/** What such a question is made of beside the wish. */
const frame = words(
  'step steps stage stages by process procedure path way ways walk take through guide go going get getting obtain receive access start begin ' +
    'want wish like would need do company firm business we our my sme startup lab university main program programme ' +
    'etape etapes par demarche demarches marche suivre faire faut obtenir recevoir toucher commencer prendre entreprise pme notre mon programme veux voudrais quand petit petite',
);
/** A question of which hardly anything is left unexplained. */
const wholly = 0.9;
/** Above what the search finds of other things of the cluster. */
const sure = 0.93;
const sameQuestion = 0.9;
/** Where the search found nothing as sure as this, the steps in general are what is left. */
const answers = 0.5;
const atLeast = 0.6;
const nearest = 3;

export const howTo: Intent = {
  id: 'how-to',
  description: {
    en: 'How to join a cluster or apply to it',
    fr: 'Comment adhérer à une grappe ou lui demander des fonds',
  },
  examples: {
    en: ['How do I apply for NGen funding?', 'steps to join the Ocean Supercluster'],
    fr: ['Comment demander du financement à NGen ?', 'étapes pour rejoindre la Supergrappe des océans'],
  },
  args: section.args,
  recognise(understanding, { knowledge }) {
    const { language, mentions, hits } = understanding;
    const phrase = phraseOf(understanding.words);
    const crossing = firstCrossing(understanding, phrase);
    if (crossing) return [crossing];
    if (!asksHow.test(phrase)) return [];
    const using = waysToUse(understanding, knowledge);
    if (using) return [using];
    const clusters = [...understanding.entries, ...understanding.described].filter(
      (id) => knowledge.entry(id, language)?.kind === 'cluster',
    );
    const [entry] = clusters;
    const wish = wishes.find(
      (candidate) =>
        understanding.words.some(({ folded }) => candidate.words.has(folded)) ||
        (candidate.section === 'join' && getsInto.test(phrase)),
    );
    if (!entry || !wish || new Set(clusters).size > 1) return [];
    const found = knowledge.section(entry, wish.section, language);
    const names = mentions.filter(({ kind }) => kind !== 'attribute' && kind !== 'unsupported');
    const said = new Set([...frame, ...wishes.flatMap((each) => [...each.words])]);
    if (!found || understanding.explainedBy(names, said) < wholly) return [];
    const [best] = hits;
    if (best?.entry === entry && best.evidence.likeness >= sameQuestion) return [];
    const place = asksSteps.test(phrase) ? stepsIn(found) : undefined;
    return [
      {
        intent: 'section',
        args: { entry, section: found.id, ...(place && { focus: `lead:${place}` }) },
        score: sure,
        because: `asks how to get what ${entry}#${found.id} tells`,
      },
    ];
  },
  answer: (args, context) => section.answer(args, context),
};

/**
 * "We make jam and want to sell in Lyon": the steps in the direction that is told, unless something nearer to the
 * question is found.
 */
function firstCrossing(
  { words, mentions, hits, unknownWords }: Understanding,
  phrase: string,
): Candidate | undefined {
  const [best] = hits;
  const direction = best && directionOf(words, mentions);
  if (!direction) return undefined;
  if (isOfPeople(words)) {
    if (
      direction !== 'eu-to-canada' ||
      !hits.slice(0, nearest).some(({ section: id }) => id === entryOfPeople.section)
    )
      return undefined;
    return { intent: 'section', args: entryOfPeople, score: answers, because: 'sends people to Canada' };
  }
  if (!asksToBegin.test(phrase) || asksOfOne.test(phrase) || !isOfGoods(words)) return undefined;
  const isFound = best.section === direction;
  // What is found by all but the name of the goods is doubted for that name, these steps are not.
  if (!isFound && best.confidence >= answers && unknownWords.length === 0) return undefined;
  return {
    intent: 'section',
    args: { entry: crossingTopic, section: direction },
    score: isFound ? sure : best.confidence < answers ? atLeast : answers,
    because: `wants to sell across, ${direction}`,
  };
}

/** "How do I use CETA, step by step?": the way in both directions, where none is said. */
function waysToUse(understanding: Understanding, knowledge: Knowledge): Candidate | undefined {
  const { language, mentions, words: said } = understanding;
  const [named, ...others] = understanding.namedEntries;
  if (!named || others.length > 0 || !said.some(({ folded }) => useWords.has(folded))) return undefined;
  const topic = knowledge
    .all(language)
    .find(
      ({ id, parent, sections }) =>
        (named === id || (named === parent && knowledge.entry(parent, language)?.kind === 'agreement')) &&
        directions.every((direction) => sections.some((each) => each.id === direction)),
    );
  const names = mentions.filter(({ kind }) => kind === 'entry');
  if (!topic || understanding.explainedBy(names, new Set([...frame, ...useWords])) < wholly) return undefined;
  const parts = directions.map((id) => ({
    intent: 'section',
    args: { entry: topic.id, section: id },
    score: sure,
    because: `asks how to use ${named}`,
  }));
  return {
    ...eitherCandidate(parts[0]!, parts[1]!),
    because: `asks how to use ${named}, in either direction`,
  };
}

/** The sentence of the first paragraph that tells the steps, where it does not come first anyway. */
function stepsIn({ lead }: Section): number | undefined {
  const place = sentencesOf(plain(lead)).findIndex((sentence) => tellsSteps.test(sentence));
  return place > 0 ? place : undefined;
}
