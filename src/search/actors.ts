/** Who did what a question asks about: "Why did Germany reject CETA?" is about Germany, whoever else did so. */
import type { Word } from './analysis.ts';
import { asksWhy } from './answer-types.ts';
import type { Mention } from './mention.ts';
import { singular } from './patterns.ts';

/** In both languages, folded. */
const memberStates = singulars(
  'austria belgium bulgaria croatia cyprus czechia denmark estonia finland france germany greece hungary ireland italy ' +
    'latvia lithuania luxembourg malta netherlands poland portugal romania slovakia slovenia spain sweden ' +
    'autriche belgique bulgarie croatie chypre tchequie danemark estonie finlande allemagne grece hongrie irlande italie ' +
    'lettonie lituanie luxembourg malte pologne roumanie slovaquie slovenie espagne suede',
);

const union = singulars('eu ue');

/** The EU, its members and countries outside CETA. */
const countries: ReadonlySet<string> = new Set([
  ...memberStates,
  ...union,
  ...singulars(
    'norway switzerland turkey ukraine japan china india korea mexico brazil australia russia israel iceland vietnam ' +
      'zealand zelande serbia serbie nigeria kenya algeria algerie tunisia tunisie pakistan bangladesh iran qatar kuwait cuba venezuela ecuador equateur uruguay paraguay bolivia bolivie jamaica jamaique senegal ghana ethiopia ethiopie mongolia mongolie kazakhstan ' +
      'argentina chile peru colombia thailand singapore indonesia malaysia philippines taiwan egypt morocco usa uk britain america ' +
      'norvege suisse turquie ukraine japon chine inde coree mexique bresil australie russie israel islande ' +
      'argentine chili perou colombie thailande singapour indonesie malaisie egypte maroc amerique',
  ),
]);

/** Of the members of the EU: "how many Estonian firms" counts those of Estonia. */
const nationalities = singulars(
  'austrian belgian bulgarian croatian cypriot czech danish estonian finnish french german greek hungarian irish italian ' +
    'latvian lithuanian maltese dutch polish portuguese romanian slovak slovenian spanish swedish ' +
    'autrichien autrichienne belge bulgare croate chypriote tcheque danois danoise estonien estonienne finlandais finlandaise ' +
    'francais francaise allemand allemande grec grecque hongrois hongroise irlandais irlandaise italien italienne letton ' +
    'lettonne lituanien lituanienne maltais maltaise neerlandais neerlandaise polonais polonaise portugais portugaise ' +
    'roumain roumaine slovaque slovene espagnol espagnole suedois suedoise',
);
/** Of countries outside CETA. */
const outsiders = singulars(
  'swiss norwegian icelandic turkish ukrainian american british scottish japanese chinese korean indian russian brazilian mexican ' +
    'chilean argentine argentinian peruvian colombian australian israeli thai vietnamese indonesian moroccan egyptian taiwanese ' +
    'suisse norvegien norvegienne islandais islandaise turc turque ukrainien ukrainienne americain americaine britannique ecossais ecossaise japonais ' +
    'japonaise chinois chinoise coreen coreenne indien indienne russe bresilien bresilienne mexicain mexicaine chilien chilienne argentin argentine ' +
    'peruvien peruvienne colombien colombienne australien australienne israelien israelienne thailandais thailandaise vietnamien vietnamienne marocain marocaine',
);
const counts = /\b(?:how many|combien)\b/;
const rules = /\b(?:may|can|must|should|allowed|peut|peuvent|doit|doivent)\b/;

const presupposes = /\b(?:why|when|how many|how much|what|pourquoi|quand|combien)\b/;
const auxiliary = /^(?:did|does|do|has|have|had|was|were|is|are|will)$/;
const auxiliaryAfter = /^(?:a|ont|avait|avaient|est|sont|va|vont)$/;
const pronoun = /^(?:il|elle|ils|elles|t|on)$/;

function singulars(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map((folded) => singular({ folded })));
}

/** "Norway", « Suisse »: a country that has no part in CETA. */
export function isOutsideCeta(word: Pick<Word, 'folded'>): boolean {
  const name = singular(word);
  return countries.has(name) && !memberStates.has(name) && !union.has(name);
}

export function isMemberState(word: Pick<Word, 'folded'>): boolean {
  return memberStates.has(singular(word));
}

/** "Norway", "Lithuanian": a country or its people, the union itself left aside. */
export function isNation(word: Pick<Word, 'folded'>): boolean {
  const name = singular(word);
  return (countries.has(name) && !union.has(name)) || nationalities.has(name) || outsiders.has(name);
}

/** "Cyprus", "Irish": a member of the EU or its people. */
export function isOfMemberState(word: Pick<Word, 'folded'>): boolean {
  return memberStates.has(singular(word)) || nationalities.has(singular(word));
}

/** "The French competitiveness clusters", « les grappes françaises » are those of France. */
function isOfClusters(folded: readonly string[], nationality: number): boolean {
  return [-2, -1, 1, 2, 3].some((away) => clusterWord.test(folded[nationality + away] ?? ''));
}

const clusterWord = /^(?:super)?(?:clusters?|grappes?)$|^(?:poles?|hubs?)$/;

/**
 * The countries, places and entries that a question takes for granted to have done something: what stands between
 * an auxiliary and its verb, in a question that does not ask whether. Who asks why takes each entry for granted.
 */
export function actorsOf(
  words: readonly Word[],
  mentions: readonly Mention[],
): { readonly countries: readonly Word[]; readonly names: readonly Mention[] } {
  const folded = words.map((word) => word.folded);
  const phrase = folded.join(' ');
  if (!presupposes.test(phrase)) return { countries: [], names: [] };
  const acts = (start: number, end: number) => {
    const before = folded[start - 1] === 'the' ? folded[start - 2] : folded[start - 1];
    return (
      auxiliary.test(before ?? '') ||
      (auxiliaryAfter.test(folded[end] ?? '') && pronoun.test(folded[end + 1] ?? ''))
    );
  };
  const why = asksWhy(words);
  // "How many days may a Finnish engineer stay?": the rules are the same for all members.
  const counted = counts.test(phrase) && !rules.test(phrase);
  return {
    countries: words.filter(
      (word, index) =>
        (countries.has(singular(word)) && acts(index, index + 1)) ||
        (nationalities.has(singular(word)) && (counted || isOfClusters(folded, index))),
    ),
    names: mentions.filter(
      ({ kind, weak, start, end }) =>
        (kind === 'entry' && !weak && (why || acts(start, end))) || (kind === 'province' && acts(start, end)),
    ),
  };
}
