/** What "it" is where that is no entry: ClusterXchange, Ocean Aware, the country whose vote was told. */
import type { Understanding } from '../intents/intent.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Section } from '../knowledge/types.ts';
import { isOfMemberState } from '../search/actors.ts';
import {
  type Form,
  formsIn,
  isQuestionWord,
  isStopWord,
  phraseOf,
  type Word,
  wordsOf,
} from '../search/analysis.ts';
import { blockText, plain } from '../search/section-texts.ts';
import { type Earlier, ofAThing } from './antecedent.ts';
import { isField } from './follow-up.ts';
import { isSide } from './replaced.ts';
import { isBare } from './rewritten.ts';

const longest = 8;
/** "Since when?" asks of what was told as a whole, "how much came from industry?" of the thing. */
const fewest = 4;
const pronouns = new Set(
  'it its they them their that this il elle ils elles ca cela c ce lui leur'.split(' '),
);
/** « Qui le mène ? », « où la trouver ? »: before nouns the same words are articles. */
const clitic = /^(?:et |mais )?(?:qui|quand|ou|comment|combien)(?: est ce qui)? (l|le|la|les) \p{L}+$/u;

/** Who acts is not what was acted on. */
const isBody =
  /^(?:court|cour|justice|commission|parliament|parlement|council|conseil|senate|senat|assembly|assemblee|minister|ministre|officer|directeur)$/;
/** Asked of whatever there is. */
const ofAnyThing =
  /^(?:lead|leads|led|leading|run|runs|ran|running|head|heads|behind|manage[sd]?|cost|costs|pay|pays|paid|fund|funds|funded|finance[sd]?|get|gets|got|receive[sd]?|start|starts|started|begin|begins|began|end|ends|ended|last|lasts|lasted|launched|big|large|long|worth|work|works|involved|partners?|money|budget|men[ea]\w*|dirig\w*|gere|pilote|cout\w*|paie|paye\w*|finance\w*|recu|argent|commenc\w*|debut\w*|dur[ea]\w*|fini\w*|lance\w*|grand|long|vaut|participe\w*|partenaires?|something|anything|quelque|chose|amount|montant|reach|contact|joindre|year|date|place|city|country|people|compan\w*|happen\w*|annee|ville|pays|gens|located|based|situe\w*|base[es]*|entreprises?|passe)$/;
const month =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;

/** A name in a text: words with capitals one after the other, or one that no sentence begins with. */
const names = /\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*)*/gu;
const article = /^(?:The|An?|Le|La|Les|L|Une?) /;
const ownCapitals = /^\p{Lu}{3}|\p{Ll}\p{Lu}/u;
const beginsSentence = /(?:^|[.:;!?–»"”] ?)$/u;

export interface Shown {
  readonly section: Section;
  /** Whether its entry is one thing: then that is what "it" is, unless something else is named. */
  readonly isOneThing: boolean;
  /** Whether a word only frames a question. */
  readonly frames: (word: Word) => boolean;
  readonly stem: (word: Form) => string;
}

/**
 * @param earlier the question that the section answered
 * @returns the question with the thing instead of the pronoun; undefined where the entry itself is meant
 */
export function withThing(
  { words, mentions, namedEntries, unknownWords }: Understanding,
  earlier: Earlier,
  shown: Shown,
): string | undefined {
  if (words.length > longest || namedEntries.length > 0 || unknownWords.length > 0) return undefined;
  if (mentions.some(isField)) return undefined;
  const phrase = phraseOf(words);
  const object = clitic.exec(phrase)?.[1];
  const stands = ({ folded }: Word) => pronouns.has(folded) || folded === object;
  const asked = mentions.filter(({ kind }) => kind === 'attribute');
  const asksOfThing =
    words.length >= fewest && ofAThing.test(phrase) && asked.every((one) => isBare(one, false));
  // "Budget?", « qui pilote ? » after a project is asked of that, as "its budget?" would be.
  const isBareAttribute =
    asked.length > 0 &&
    !asked.every((one) => isBare(one, true)) &&
    words.every((word, at) => asked.some(({ start, end }) => start <= at && at < end) || shown.frames(word));
  const points = words.some(stands) || asksOfThing || isBareAttribute;
  const thing = points ? thingIn(earlier, shown) : [];
  // What applies to Canada is not asked of the country before.
  if (words.some(stands) && thing.every(isOfMemberState) && namesCountry(words)) return undefined;
  if (thing.length === 0 || thing.every(({ folded }) => words.some((word) => word.folded === folded)))
    return undefined;
  const rest = words.filter((word) => !stands(word));
  if (!isToldOf(rest, shown)) return undefined;
  return [...rest, ...thing].map(({ surface }) => surface).join(' ');
}

const otherCountry =
  /^(?:canada|eu|ue|uk|britain|england|norway|switzerland|us|usa|usmca|royaume|norvege|suisse)$/;

function namesCountry(words: readonly Word[]): boolean {
  return words.some((word) => isOfMemberState(word) || otherCountry.test(word.folded));
}

/** Whether the answer tells of what is asked now: who pays for a project, not how it is roasted. */
function isToldOf(words: readonly Word[], { section, stem }: Shown): boolean {
  const { language, asks } = section;
  const asked = words.filter(
    ({ folded }) =>
      !isStopWord(folded, language) && !isQuestionWord(folded, language) && !ofAnyThing.test(folded),
  );
  if (asked.length === 0) return true;
  const told = new Set([...textsOf(section), ...asks].flatMap(formsIn).map(stem));
  return asked.some((word) => told.has(stem(word)));
}

function textsOf({ heading, lead, details }: Section): readonly string[] {
  return [heading, plain(lead), ...details.map(blockText)];
}

/** What the earlier question named and the answer tells of. */
function thingIn(earlier: Earlier, { section, isOneThing, frames }: Shown): readonly Word[] {
  const { words, mentions } = earlier;
  const isFree = (at: number) =>
    !isSide(words[at]!) &&
    !month.test(words[at]!.folded) &&
    !mentions.some(
      ({ kind, weak, start, end }) =>
        (kind === 'attribute' || (kind === 'entry' && !weak) || kind === 'province') &&
        start <= at &&
        at < end,
    );
  const named = [...namesOf(section)]
    .map((name) => {
      const whole = placeOf(name, words);
      return whole.length > 0 ? whole : placeOfShort(name, earlier, { section, frames });
    })
    .filter((span) => span.some(isFree) && !span.some((at) => isBody.test(words[at]!.folded)))
    .sort((a, b) => b.length - a.length)[0];
  if (named) return named.map((at) => words[at]!);
  if (isOneThing) return [];
  const heading = new Set(wordsOf(section.heading).map(({ folded }) => folded));
  const isOfField = (at: number) => mentions.some((one) => isField(one) && one.start <= at && at < one.end);
  const about = words.filter(
    (word, at) =>
      heading.has(word.folded) &&
      isFree(at) &&
      !isOfField(at) &&
      !frames(word) &&
      !isStopWord(word.folded, section.language) &&
      words.findIndex(({ folded }) => folded === word.folded) === at,
  );
  // A word alone is a thing among others: "court", "dialogue".
  return about.length > 1 || about.every(isOfMemberState) ? about : [];
}

function namesOf(section: Section): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of textsOf(section)) {
    for (const { 0: run, index } of text.matchAll(names)) {
      const name = run.replace(article, '');
      const isOpening = !/[ -]/.test(name) && beginsSentence.test(text.slice(Math.max(0, index - 2), index));
      if (!isOpening || ownCapitals.test(name)) found.add(foldPhrase(name));
    }
  }
  return found;
}

/** "McCain" stands for McCain Foods; a word that is a name of something else, or says nothing, does not. */
function placeOfShort(
  name: string,
  { words, mentions }: Earlier,
  { section, frames }: Pick<Shown, 'section' | 'frames'>,
): readonly number[] {
  const [first = '', ...others] = name.split(' ');
  if (others.length === 0 || first.length < shortestName) return [];
  const at = words.findIndex(({ folded }) => folded === first);
  const word = words[at];
  const isOther = mentions.some(({ start, end }) => start <= at && at < end);
  return word === undefined || isOther || frames(word) || isCommon(first, section) ? [] : [at];
}

/** "Cluster Excellence" begins with a word that the same text writes small. */
function isCommon(word: string, section: Section): boolean {
  return textsOf(section).some((text) => text.split(/[^\p{L}\p{N}]+/u).includes(word));
}

const shortestName = 4;

/** The places of a name's words in a question; empty where it is not there. */
function placeOf(name: string, words: readonly Word[]): readonly number[] {
  const parts = name.split(' ');
  const start = words.findIndex((_, at) => parts.every((part, after) => words[at + after]?.folded === part));
  return start < 0 ? [] : parts.map((_, after) => start + after);
}
