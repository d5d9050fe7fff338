/** "And Canada's?", "and the ninth?", "the other way round?": what takes the place of its like in the earlier question. */
import type { Understanding } from '../intents/intent.ts';
import type { Section } from '../knowledge/types.ts';
import { isOfMemberState } from '../search/actors.ts';
import { type Form, formsIn, lightWordsOf, phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import { blockText, plain } from '../search/section-texts.ts';
import type { Earlier } from './antecedent.ts';
import { beside, connectives, openers, pointers } from './follow-up.ts';
import { isBare } from './rewritten.ts';
import { otherWay } from './spelled-out.ts';

type Part = (word: Pick<Word, 'folded'>) => boolean;

const longest = 7;
/** "How many jobs?" after the growth that was told of. */
const countsAnother = /^(?:how many|how much|combien d[e']?) ?\p{L}+$/u;

/**
 * @param shown what answered the earlier question, where a section did
 * @param sectionOf the section that tells of an attribute
 * @returns the earlier question with the new part in place of the old one; undefined where there is none of its kind
 */
export function replaced(
  understanding: Understanding,
  earlier: Earlier,
  shown: Section | undefined,
  sectionOf: (attribute: string) => string | undefined,
): string | undefined {
  const { words, namedEntries } = understanding;
  const phrase = phraseOf(words);
  if (words.length > longest || namedEntries.length > 0) return undefined;
  if (otherWay.test(phrase)) return turnedRound(earlier);
  const year = yearAway(phrase, earlier);
  if (year !== undefined) return year;
  const leans =
    openers.test(phrase) || countsAnother.test(phrase) || words.some(({ folded }) => pointers.has(folded));
  if (!leans) return undefined;
  const frame = new Set([...connectives, ...pointers, ...beside, ...lightWordsOf(understanding.language)]);
  /** The one word of its kind, where nothing else is said. */
  const only = (isPart: Part): Word | undefined => {
    const [part, ...others] = words.filter((word) => isPart(word));
    const says = words.some((word) => word !== part && !frame.has(word.folded));
    return part && others.length === 0 && !says ? part : undefined;
  };
  return (
    ofTheOtherSide(only, earlier) ??
    inPlace(only(isOfMemberState), isOfMemberState, earlier) ??
    (shown && (openers.test(phrase) || countsAnother.test(phrase))
      ? otherFigure(understanding, earlier, shown, sectionOf)
      : undefined) ??
    (shown &&
      inOrder(
        only(({ folded }) => placeOf(folded) > 0),
        earlier,
        shown,
      )) ??
    inPlace(pointsAtYear(phrase) ? only(isYear) : undefined, tellsWhich(earlier), earlier) ??
    byAProvince(understanding, earlier, frame)
  );
}

function inPlace(part: Word | undefined, isPart: Part, { words }: Earlier): string | undefined {
  const [old, ...others] = part ? words.filter((word) => isPart(word)) : [];
  if (!part || !old || others.length > 0 || old.folded === part.folded) return undefined;
  if (ofOneChamber.test(part.folded) && words.some(({ folded }) => chamber.test(folded))) return undefined;
  const own = houses.find(([of]) => of.test(part.folded))?.[1];
  return words
    .filter(({ folded }) => !chamber.test(folded) || own?.test(folded))
    .map((word) => (word === old ? part : word).surface)
    .join(' ');
}

/** Countries without a second chamber, and their people: what is asked of a senate is not asked of them. */
const ofOneChamber =
  /^(?:cypr|chypr|bulgar|gree[ck]|grec|hungar|hongr|portug|swed|sued|den?mark|danish|danois|danes|finn|finland|eston|latvia|letton|lithuan|litu|luxemb|malt|slovak|slovaq|croat)/;

/** Who has a house of that name: what was asked of one country's senate is asked of another as a whole, where it has none. */
const houses: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:german|allemand|allemagne)/, /^bundes/],
  [/^(?:austria|autrich)/, /^bundesrat$/],
  [/^(?:poland|pologne|polish|poles?|polonais)/, /^(?:senat|sejm)/],
  [/^(?:ireland|irish|irland)/, /^(?:senat|dail|seanad)/],
  [
    /^(?:france|french|franc|ital|dutch|netherlands|pays|neerland|spain|spanish|espagn|belg|roman|roum|czech|tcheq)/,
    /^senat/,
  ],
];
const chamber = /^(?:senate|senat|bundestag|bundesrat|sejm|dail|seanad|senators?|senateurs?)$/;

/** Either side of the ocean: what each is called, and the same of the other. */
const sides: readonly (readonly [string, string])[] = [
  ['canada', 'eu'],
  ['canada', 'ue'],
  ['canada', 'europe'],
  ['canadian', 'european'],
  ['canadians', 'europeans'],
  ['canadien', 'européen'],
  ['canadienne', 'européenne'],
  ['canadiens', 'européens'],
  ['canadiennes', 'européennes'],
];
const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
const inCanada = new Map(sides.map(([there, here]) => [bare(here), there]));
const inEurope = new Map(sides.toReversed().map(([here, there]) => [here, there]));
/** "The European Commission", "EU–Canada summit": a name of a body or of both together. */
const ofBodies =
  /^(?:union|commission|parliament|parlement|council|conseil|court|cour|institute|chamber|network|bank|banque|centre)$/;
const clusterBodies =
  /^clusters? (?:conference|collaboration|panorama|alliance|excellence|observatory|weeks?|partnerships?)$/;

function ofTheOtherSide(only: (isPart: Part) => Word | undefined, earlier: Earlier): string | undefined {
  const side = only(({ folded }) => inCanada.has(folded) || inEurope.has(folded));
  if (!side) return undefined;
  const ours = inCanada.has(side.folded);
  const other = ours ? inEurope : inCanada;
  const swapped = earlier.words.map((word, at) => sideAt(earlier, at) && other.get(word.folded));
  if (!swapped.some(Boolean)) return undefined;
  // "European investment in Canada", and then Canadian: that in Europe.
  const own = ours ? inCanada : inEurope;
  return earlier.words
    .map((word, at) => swapped[at] || (sideAt(earlier, at) && own.get(word.folded)) || word.surface)
    .join(' ');
}

/** Both sides change places; undefined where the question names only one. */
function turnedRound(earlier: Earlier): string | undefined {
  const { words } = earlier;
  const turned = words.map((word, at) =>
    sideAt(earlier, at) ? (inCanada.get(word.folded) ?? inEurope.get(word.folded)) : undefined,
  );
  const both =
    words.some((word, at) => turned[at] && inCanada.has(word.folded)) &&
    words.some((word, at) => turned[at] && inEurope.has(word.folded));
  return both ? words.map((word, at) => turned[at] ?? word.surface).join(' ') : undefined;
}

/** "Canada", "Europeans": either side of the ocean. */
export function isSide({ folded }: Pick<Word, 'folded'>): boolean {
  return inCanada.has(folded) || inEurope.has(folded);
}

/** Whether a word stands for a side by itself, not in a name. */
function sideAt({ words, mentions }: Earlier, at: number): boolean {
  const isSideAt = (place: number) => words[place] !== undefined && isSide(words[place]);
  if (!isSideAt(at)) return false;
  const named = mentions.some(({ kind, start, end }) => kind === 'entry' && start <= at && at < end);
  return (
    !named &&
    !isSideAt(at - 1) &&
    !isSideAt(at + 1) &&
    !ofBodies.test(words[at + 1]?.folded ?? '') &&
    !ofBodies.test(words[at - 1]?.folded ?? '') &&
    !clusterBodies.test(phraseOf(words.slice(at + 1, at + 3)))
  );
}

const ordinals =
  'first premier premiere|second deuxieme seconde|third troisieme|fourth forth quatrieme|fifth cinquieme|sixth sixieme|seventh septieme|eighth huitieme|ninth neuvieme|tenth dixieme|eleventh onzieme|twelfth douzieme'
    .split('|')
    .map((names) => new Set(names.split(' ')));
const written = /^(\d{1,2})(?:st|nd|rd|th|er|re|e)$/;

/** The number that an ordinal stands for; 0 where it is none. */
function placeOf(folded: string): number {
  const digits = written.exec(folded)?.[1];
  return digits === undefined ? ordinals.findIndex((names) => names.has(folded)) + 1 : Number(digits);
}

/** "And the ninth?" after the 8th, in digits where those are: that is how the content counts. */
function inOrder(part: Word | undefined, earlier: Earlier, shown: Section): string | undefined {
  const [old, ...others] = earlier.words.filter(({ folded }) => placeOf(folded) > 0);
  const number = part ? placeOf(part.folded) : 0;
  if (!part || !old || others.length > 0 || placeOf(old.folded) === number) return undefined;
  const inDigits = written.test(old.folded) || number > 3;
  const ending = shown.language === 'fr' ? 'e' : (['th', 'st', 'nd', 'rd'][number] ?? 'th');
  const now = inDigits ? `${number}${ending}` : part.surface;
  // What was told of several has it, or nothing has.
  if (!wordsIn(shown).some(({ folded }) => placeOf(folded) === number)) return undefined;
  return earlier.words.map((word) => (word === old ? now : word.surface)).join(' ');
}

const isYear: Part = ({ folded }) => /^(?:19|20)\d\d$/.test(folded);

/** Which of several in time: by its year, or as the last one. */
function tellsWhich({ words }: Earlier): Part {
  return words.some(isYear) ? isYear : ({ folded }) => /^(?:last|latest|derniere?)$/.test(folded);
}

/** "The one in 2025", « celui de 2025 »; "in 2025" alone asks what was asked, of that year only. */
function pointsAtYear(phrase: string): boolean {
  return /\b(?:ones?|celui|celle|ceux|celles)\b/.test(phrase);
}

const nextYear =
  /^(?:and |et )?(?:in |for |what about |how about )?(?:(?:the )?(?:year after|(?:next|following) year)|l annee (?:suivante|d apres|qui suit))$/;
const yearBefore =
  /^(?:and |et )?(?:in |for |what about |how about )?(?:(?:the )?(?:year before|(?:previous|preceding) year)|l annee (?:precedente|d avant))$/;

/** "And the next one?", « et la précédente ? » : of several in time, told without its year. */
const anotherInTime =
  /^(?:and |et )?(?:what about |how about |when was |when is )?(?:the |la |le )?(?:next|following|previous|one (?:after|before)|suivante?|precedente?|prochaine?)(?: one| edition)?(?: that)?$/;

/** "And the year after?" */
function yearAway(phrase: string, { words }: Earlier): string | undefined {
  if (anotherInTime.test(phrase) && words.filter(isYear).length === 1) {
    return words
      .filter((word) => !isYear(word))
      .map(({ surface }) => surface)
      .join(' ');
  }
  const step = nextYear.test(phrase) ? 1 : yearBefore.test(phrase) ? -1 : 0;
  const [year, ...others] = step === 0 ? [] : words.filter(isYear);
  if (!year || others.length > 0) return undefined;
  return words.map((word) => (word === year ? String(Number(year.folded) + step) : word.surface)).join(' ');
}

const federal = /^(?:federal|ottawa|federale|feds)$/;

/** "And Quebec?" after what Ottawa gave. */
function byAProvince(
  { words, mentions }: Understanding,
  earlier: Earlier,
  frame: ReadonlySet<string>,
): string | undefined {
  const [province, ...others] = mentions.filter(({ kind }) => kind === 'province');
  if (!province || others.length > 0) return undefined;
  const isPart = (at: number) => province.start <= at && at < province.end;
  if (words.some((word, at) => !isPart(at) && !frame.has(word.folded))) return undefined;
  if (!earlier.words.some(({ folded }) => federal.test(folded))) return undefined;
  const name = words.filter((_, at) => isPart(at)).map(({ surface }) => surface);
  return earlier.words.flatMap(({ folded, surface }) => (federal.test(folded) ? name : [surface])).join(' ');
}

/**
 * "And jobs?" after what somebody reckoned of growth: by the same. What nobody but the question was asked of is an
 * attribute like any other.
 */
function otherFigure(
  { words, mentions, language }: Understanding,
  earlier: Earlier,
  shown: Section,
  sectionOf: (attribute: string) => string | undefined,
): string | undefined {
  const [figure, ...others] = mentions;
  if (figure?.kind !== 'attribute' || others.length > 0 || isBare(figure, true)) return undefined;
  if (sectionOf(figure.id) === shown.id) return undefined;
  const frame = new Set([...connectives, ...beside, ...lightWordsOf(language)]);
  const isIn =
    ({ start, end }: Mention) =>
    (at: number) =>
      start <= at && at < end;
  if (words.some((word, at) => !isIn(figure)(at) && !frame.has(word.folded))) return undefined;
  const old = earlier.mentions.filter(({ kind }) => kind === 'attribute').at(-1);
  if (!old || old.id === figure.id) return undefined;
  const asked = words.filter((_, at) => isIn(figure)(at));
  const told = new Set(wordsIn(shown).map(({ folded }) => folded));
  if (!asked.some(({ folded }) => told.has(folded))) return undefined;
  return earlier.words
    .flatMap((word, at) => (isIn(old)(at) ? (at === old.start ? asked : []) : [word]))
    .map(({ surface }) => surface)
    .join(' ');
}

function wordsIn({ lead, details }: Section): readonly Form[] {
  return [plain(lead), ...details.map(blockText)].flatMap(formsIn);
}
