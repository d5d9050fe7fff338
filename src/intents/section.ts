/** The search's own intent: the passage that fits the question best is the answer. */
import { z } from 'zod';
import { focusPattern } from '../cards/focus.ts';
import { pageCount, sectionCard } from '../cards/section-card.ts';
import type { Section } from '../knowledge/types.ts';
import { isQuestionWord, phraseOf, type Word } from '../search/analysis.ts';
import type { Miss } from '../search/beside.ts';
import type { Evidence } from '../search/evidence.ts';
import type { Hit } from '../search/search.ts';
import { isAnotherMatter } from './another-matter.ts';
import { fromBritain } from './british.ts';
import { countsElsewhere, countTeller } from './counted.ts';
import { focusOf } from './focus-of.ts';
import { fundsForUs } from './for-oneself.ts';
import { foreignFirm } from './foreign-firm.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { clustersOf, factsAt, programmeId, relatedSections } from './lookup.ts';
import { stanceAsked } from './member-state.ts';
import { tellerOf } from './named-part.ts';
import { asksOfAnotherTime, holdingFirst, stageAsked } from './of-today.ts';
import { toldAllTheSame } from './ours-all-the-same.ts';
import { fromElsewhere } from './outsiders.ts';
import { repayment } from './repaying.ts';
import { saysAtOnce } from './said-at-once.ts';

/** More than the decision looks at: it needs the runner-up and the choices of "did you mean". */
const offered = 5;
/** Two that fit about as well are shown together. */
const mostShown = 2;
const notToday = 0.9;
/** What is left of the confidence where repaired words are all that the passage is found by. */
const guesswork = 0.7;
/** A passage that holds a name and less than this of what is asked about it answers something else. */
const leastFocus = 0.3;
const nameAlone = 0.6;
/** Less of the question than this, beside a word that nobody knows, and far from every known question. */
const least = { coverage: 0.55, likeness: 0.5 };
const stray = 0.7;
/** What is left of the confidence in what is said of another cluster, or of the money where a project is asked about. */
const ofAnother = 0.4;
/** What is left of the confidence in a passage that tells of something else than what is asked about. */
const leftOf: Readonly<Record<Miss, number>> = { none: 1, unlike: 0.7, beside: 0.45, untold: 0.4 };
/** About as sure as the section: then the statement of the very fact that is asked for is the better answer. */
const aboutAsSure = 0.05;
/** A word or two that a passage has and that ask nothing else want that passage. */
const keywordWords = 2;
const wholly = 0.99;
const keyword = 0.6;

/** "Who adopted it?", "how many did they send?": short enough to ask it of what was told last. */
const mostOfIt = 8;
const nearIt = 0.3;

/** Whether what was told last is what is nearest, and has a thing of the kind that is asked for. */
function asksMoreOfIt(
  { confidence, evidence, miss }: Pick<Hit, 'confidence' | 'evidence' | 'miss'>,
  words: readonly Word[],
): boolean {
  const { sameSection, typeShown } = evidence;
  return (
    sameSection > 0 && typeShown > 0 && miss === 'none' && confidence >= nearIt && words.length <= mostOfIt
  );
}

export const section: Intent = {
  id: 'section',
  description: { en: 'Any question, in your own words', fr: 'Toute question, avec vos mots' },
  examples: {
    en: ['How much money did the superclusters get?', 'Is CETA in force?'],
    fr: ['Combien d’argent les supergrappes ont-elles reçu ?', 'L’AECG est-il en vigueur ?'],
  },
  args: z.strictObject({
    entry: z.string(),
    section: z.string(),
    page: z
      .string()
      .regex(/^[1-9]\d?$/)
      .optional(),
    focus: z.string().regex(focusPattern).optional(),
  }),
  recognise(understanding: Understanding, context: IntentContext): Candidate[] {
    const { knowledge, search, now, language } = context;
    const asked = new Set([...understanding.entries, ...understanding.described]);
    const clusters = clustersOf(knowledge, understanding.language)
      .map((entry) => entry.id)
      .join(',');
    const programmeTells = (attribute: string) =>
      knowledge
        .entry(programmeId, understanding.language)
        ?.facts.some((fact) => fact.attribute === attribute) ?? false;
    const isCluster = (id: string) => knowledge.entry(id, understanding.language)?.kind === 'cluster';
    const isKeyword =
      understanding.words.length <= keywordWords &&
      !understanding.words.some((word) => isQuestionWord(word.folded, understanding.language));
    const hits = understanding.hits.slice(0, offered).map((hit) => {
      const found = knowledge.section(hit.entry, hit.section ?? '', understanding.language);
      return {
        ...hit,
        found,
        stage: found ? stageAsked(found, understanding.words, now) : ('current' as const),
        score: hit.confidence,
      };
    });
    const teller = tellerOf(understanding, hits);
    const [best] = hits;
    const counting = countTeller(understanding.words, hits);
    const meant = (asksOfAnotherTime(understanding.words) ? hits : holdingFirst(hits))
      .map((hit) =>
        hit.found && isSaidElsewhere(hit, hits, understanding, context)
          ? { ...hit, score: hit.score - aboutAsSure }
          : hit,
      )
      .map((hit) => (teller && hit.found === teller ? { ...hit, score: Math.max(hit.score, keyword) } : hit))
      .map((hit) =>
        counting && best && hit.found === counting.found
          ? { ...hit, score: Math.min(1, Math.max(hit.score, best.score) + aboutAsSure) }
          : hit,
      );
    const named = namedClusters(understanding, isCluster);
    // In a thread the cluster may have been named before.
    const ofCluster = understanding.entries.some(isCluster);
    // Asked of one cluster, what is said of another answers nothing.
    const tellsOfAnother = ({ entry, found }: (typeof meant)[number]) =>
      (named.length > 0 && isCluster(entry) && !named.includes(entry)) ||
      countsElsewhere(understanding, ofCluster, found);
    const left = (hit: (typeof meant)[number]) =>
      hit.score * leftOf[hit.miss] * (tellsOfAnother(hit) ? ofAnother : 1);
    // Only the best is likely to be shown, or the best two: looking into the others is not worth the time.
    const shown = meant.toSorted((a, b) => left(b) - left(a)).slice(0, mostShown);
    // What a follow-up adds is what is asked; where it adds nothing, the question in full.
    const { words, inFull } = understanding;
    const answering = (found: Section) =>
      search.answeringSentence({ words, language }, found) ??
      (inFull === words ? undefined : search.answeringSentence({ words: inFull, language }, found));
    const stance = stanceAsked(understanding);
    const isOther = isAnotherMatter(understanding.words);
    const ofProject = asksLengthOfProject(understanding.words);
    const offers = meant.map((hit): Candidate => {
      const because = `explains ${percent(hit.evidence.coverage)} of the question, ${percent(hit.evidence.likeness)} like a known question`;
      const isOfAnother = tellsOfAnother(hit);
      if (hit.attribute) {
        const attribute = hit.attribute;
        const isUnlike = isOfAnother || (ofProject && attribute === 'end-date') || isOther(attribute);
        const score = hit.score * leftOf[hit.miss] * (isUnlike ? ofAnother : 1);
        // Asked of no cluster in particular, it is asked of each.
        const ofAll = isCluster(hit.entry) && !asked.has(hit.entry);
        if (ofAll && !programmeTells(attribute)) {
          const args = { entries: clusters, attributes: attribute };
          return { intent: 'compare', args, score, because };
        }
        const args = { entry: ofAll ? programmeId : hit.entry, attribute };
        return { intent: 'attribute', args, score, because };
      }
      const args = { entry: hit.entry, section: hit.section ?? '' };
      // What holds at the time that is asked for comes before what held once or will hold.
      const today = hit.stage === 'current';
      const { found } = hit;
      const focus = found && shown.includes(hit) ? focusOf(answering(found)) : {};
      if (teller && found === teller) {
        return {
          intent: 'section',
          args: { ...args, ...focus },
          score: hit.score,
          because: 'tells of the very name',
        };
      }
      if (best && found === best.found && !isOfAnother && asksMoreOfIt(best, understanding.words)) {
        const score = Math.max(hit.score, keyword);
        return {
          intent: 'section',
          args: { ...args, ...focus },
          score,
          because: 'asks more of what was told',
        };
      }
      return {
        intent: 'section',
        args: { ...args, ...focus },
        score:
          (isKeyword && hit.evidence.coverage > wholly ? Math.max(hit.score, keyword) : hit.score) *
          (today ? 1 : notToday) *
          (understanding.guessed ? guesswork : 1) *
          (hit.evidence.focus < leastFocus ? nameAlone : 1) *
          (isStray(hit.evidence) ? stray : 1) *
          (isOfAnother ? ofAnother : 1) *
          leftOf[hit.miss],
        because: today ? because : `${because}, but does not hold then`,
      };
    });
    return [
      ...offers,
      ...[
        stance,
        toldAllTheSame(understanding),
        fromBritain(understanding),
        fromElsewhere(understanding),
        foreignFirm(understanding),
        fundsForUs(understanding, context),
        repayment(understanding, context),
      ].flatMap((one) => one ?? []),
    ];
  },
  has: ({ entry = '', section: id = '' }, { knowledge, language }) =>
    knowledge.section(entry, id, language) !== undefined,
  answer(
    { entry: entryId = '', section: sectionId = '', page: pageText = '1', focus },
    { knowledge, language, now },
  ) {
    const entry = knowledge.entry(entryId, language);
    const found = knowledge.section(entryId, sectionId, language);
    if (!entry || !found) return undefined;
    const page = Math.min(Number(pageText), pageCount(found, focus));
    return {
      outcome: 'answer',
      card: sectionCard({
        entry,
        section: found,
        page,
        focus,
        related: relatedSections(knowledge, entry, sectionId),
        now,
      }),
      entries: [`${entryId}#${sectionId}`],
      sources: found.sources,
    };
  },
};

/** "And Protein?": in a short question that leans on its thread an everyday word names the cluster, too. */
function namedClusters(
  { namedEntries, mentions, words, inFull }: Understanding,
  isCluster: (id: string) => boolean,
): readonly string[] {
  const named = namedEntries.filter(isCluster);
  if (named.length > 0 || inFull === words) return named;
  return mentions.filter(({ kind, id }) => kind === 'entry' && isCluster(id)).map(({ id }) => id);
}

/** "How many members has NGen?": the statement comes before a section that tells it after other things. */
function isSaidElsewhere(
  {
    entry: id,
    found,
    score,
  }: { readonly entry: string; readonly found?: Section | undefined; readonly score: number },
  hits: readonly Hit[],
  { attributes, language }: Understanding,
  { knowledge, now }: IntentContext,
): boolean {
  const entry = knowledge.entry(id, language);
  if (!entry || !found) return false;
  return hits.some(({ entry: other, attribute, confidence }) => {
    if (!attribute || other !== id || !attributes.includes(attribute)) return false;
    const [fact] = factsAt(entry, attribute, now);
    return fact !== undefined && confidence > score - aboutAsSure && !saysAtOnce(found, fact);
  });
}

/** "How long does a project last?" does not ask when the funding ends. */
function asksLengthOfProject(words: Understanding['words']): boolean {
  return lengthOfProject.test(phraseOf(words));
}

const lengthOfProject =
  /\b(?:how long|combien de temps|quelle duree|duree) (?:\w+ ){0,3}(?:(?:a|an|the|our|my|each|typical|un|une|le|mon|notre|nos|les|des|chaque|d un) )(?:\w+ )?(?:projects?|projets?)\b/;

/** "Does NGen fund zeppelins on Mars?": the passage has a name and a word, and the rest is of no world of ours. */
function isStray({ unknown, coverage, likeness }: Evidence): boolean {
  return unknown > 0 && coverage < least.coverage && likeness < least.likeness;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
