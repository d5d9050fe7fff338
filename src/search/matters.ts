/**
 * What one asks of any body: who heads it, who belongs to it, what it has, when it was born. A body that the
 * content names in passing has none of that there: "Hamburg Aviation came to Montréal" tells of no budget.
 */
import { phraseOf, wordsOf } from './analysis.ts';
import { shows } from './answer-types.ts';
import type { Passage } from './passage.ts';

interface Matter {
  /** Over the folded words of a question, joined by single spaces; `who` holds the body, where its place is known. */
  readonly asked: RegExp;
  /** Whether a sentence tells it; where it goes on with what belongs to the thing it names, from that name on. */
  readonly told: (text: string) => boolean;
  readonly from?: 'name';
  /** Whether an entry may give it: "how much did Teck get from DIGITAL?"; then the very sentence tells it. */
  readonly given?: true;
}

const heads =
  /\b(led|headed|chaired|run|managed|directed|coordinated) by\b|\b(leader|chief|CEO|(co-)?chair(man|woman)?|president|directors?|boss|managers?|minister|commissioner|directeur|directrice|présidente?|PDG|chef|cheffe|patron|ministre|commissaire)\b|\bhead of\b|\bheads of\b|à la tête|\b(dirigée?|présidée?|coordonnée?|gérée?|pilotée?) par\b/i;
const leads = /\b(leads?|runs?|heads|chairs|manages?|coordinates|gère|dirige|préside|coordonne)\b/i;
const births =
  /\b(found(ed|er|ers)|creat(ed|es|ion)|establish(ed)?|set up|launch(ed)?|beg[aiu]n|start(s|ed)?|since|dates|agreed|first|announced|adopted|unveiled|fond(é|ée|és|ateurs?|ation)|cré(é|ée|és|ation)|lanc(é|ée|és|ement)|début|depuis|commencé|remonte|convenue?s?|premi(er|ère)|annoncé|adopté|dévoilé)(?!\p{L})/iu;
/** Of bounded lengths, each begun where a number begins, so that no text makes the expression dear. */
const number = String.raw`(?:(?<![\d.,])\d[\d., \u00a0\u202f]{0,20}|\b(?:two|three|four|five|six|seven|eight|ten|thirty|deux|trois|quatre|cinq|sept|huit|dix|trente)\s)(?:(?:million|millions de)\s)?(?:\p{L}{1,30}\s){0,2}`;
const staff = /\b(?:employ|staff|students?|workers|people|jobs?|étudiant|emplois?|personnes)/i;
const attendance = /\b(?:participants?|attend|visitors?|visiteurs|delegates?|délégués|trained|formées?)/i;
const digit = /\d/;
const members = new RegExp(
  `${number}(?:members|firms|companies|SMEs|partners|clusters|organi[sz]ations|membres|entreprises|partenaires|grappes|organismes|PME)|brings? together|réunit|regroupe`,
  'iu',
);

const owns =
  /\b(?:own(?:s|ed|ers?|ership)?|stakes?|shares?|shareholders?|subsidiar(?:y|ies)|belongs?)\b|poss[èe]d|d[ée]tien|propri[ée]t|actionn|filiale|appartien/i;
const pays =
  /\b(?:fund|pa(?:ys?|id)|financ|sponsor|money|support|back(?:ed|er|ing)|invest|grant|subvention|argent|souti|pay[ée])/i;

const isGift = (text: string) => shows(text, 'money') || shows(text, 'percent');

const matters: readonly Matter[] = [
  {
    asked:
      /\b(?:owns|owned|owners?|shareholders?|stake|possede|detient|proprietaires?|actionnaires?)\b|\bshare (?:do|does|did|of) .{0,30}\bown\b/,
    told: (text) => owns.test(text),
  },
  {
    asked:
      /\bwho (?:funds|pays|finances|sponsors|bankrolls|backs)\b|\bqui (?:finance|paie|paye|subventionne)\b/,
    told: (text) => pays.test(text),
  },
  {
    asked:
      /\b(ceo|boss|chief|chair|chairman|chairwoman|chairperson|president|director|manager|rector|dean|pdg|dg|presidente?|directeur|directrice|chef|cheffe|patron|patronne|recteur|rectrice|doyen)\b|\bhead of\b|\b(a la tete|tete) d/,
    told: (text) => heads.test(text),
  },
  {
    asked: /\b(heads|chairs|runs|leads|manages|dirige|preside|gere)\b/,
    told: (text) => heads.test(text) || leads.test(text),
  },
  {
    asked:
      /\bwho (founded|created|started|set up)\b|\bfounders?\b|\bwhen (was|were|did) (\w+ ){1,5}(founded|created|established|formed|started|born|begin|start|set up|launched)\b|\bqui (a|ont) (fonde|cree)\b|\bfondateurs?\b|\b(fondee?|creee?|naissance|nee?)$/,
    told: (text) => births.test(text),
  },
  {
    asked:
      /\bhow many (?:people|persons) (?:have|has|had|did|went|took|passed)\b|\bcombien de (?:personnes|gens) (?:ont|a|avaient|sont)\b/,
    told: (text) => (staff.test(text) || attendance.test(text)) && digit.test(text),
  },
  {
    asked:
      /\bhow much (?:money |funding |cash |of it )?(?:went|goes|flowed|was paid|was given) to (?!the )(?<who>(?:\w{1,30} ){1,6})/,
    told: isGift,
    given: true,
  },
  {
    asked:
      /\b(employees|employee|employ|staff|workforce|headcount|students|student|people work|etudiants|etudiant|employes|employe|salaries|effectif|effectifs|personnes travaillent)\b/,
    told: (text) => staff.test(text) && digit.test(text),
  },
  {
    asked:
      /\b(how many|number of) (\w+ ){0,2}(members|firms|companies|businesses)\b|\b(combien|nombre) d (entreprises|adherents)\b|\b(combien|nombre) de (membres|societes|firmes|pme)\b/,
    told: (text) => members.test(text),
    from: 'name',
  },
  {
    asked:
      /\b(budget|turnover|revenue|revenues|profit|profits|sales|gdp|pib|(?<!in )charge|charges|ticket|tickets|billet|billets|fee|fees|dues|cotisation|adhesion|coute|coutent|tarif|chiffre d affaires|recettes|benefices?)\b/,
    told: (text) => shows(text, 'money'),
  },
  {
    asked:
      /\bhow much (?:\w{1,30} ){0,4}(?:did|does|do|has|have|had|was|were|will) (?<who>(?:\w{1,30} ){1,6})(?:get|got|receive|received|put|contribute|contributed|invest|invested|win|won|given|granted|chip|pay|paid|raise|raised|bring|brought|awarded)\b/,
    told: isGift,
    given: true,
  },
  {
    asked:
      /\bcombien (?<who>(?:\w{1,30} ){1,10})(?:recue?s?|touchee?s?|obtenue?s?|mise?s?|versee?s?|investie?s?|apportee?s?|gagnee?s?|donnee?s?)\b/,
    told: isGift,
    given: true,
  },
];

/** A name that more passages have is no body named in passing. */
const mostPassages = 30;
const shortestName = 3;

/** A word of a question and its term. */
export interface NameWord {
  readonly folded: string;
  readonly term: string;
}

/** What a question asks of a body. */
export interface BodyAsked {
  readonly matters: readonly Matter[];
  /** The rarest word of its name. */
  readonly name: NameWord;
}

/** What is known of the words of the content. */
export interface NamesOfContent {
  /** The passages that have a term. */
  count(term: string): number;
  /** Whether the content writes a word as a name. */
  isName(word: NameWord): boolean;
}

/**
 * @param namesEntry whether the question names an entry besides
 * @returns undefined where nothing of the kind is asked, or of no body that the content names in passing
 */
export function bodyAsked(
  words: readonly NameWord[],
  namesEntry: boolean,
  { count, isName }: NamesOfContent,
): BodyAsked | undefined {
  const phrase = phraseOf(words);
  const asked = matters.filter((matter) => (!namesEntry || matter.given) && matter.asked.test(phrase));
  if (asked.length === 0) return undefined;
  const who = asked.flatMap((matter) => matter.asked.exec(phrase)?.groups?.who?.split(' ') ?? []);
  const [name] = words
    .filter(({ folded }) => who.length === 0 || who.includes(folded))
    .filter(
      ({ folded, term }) => folded.length >= shortestName && count(term) > 0 && count(term) <= mostPassages,
    )
    .filter((word) => !matters.some((matter) => matter.asked.test(word.folded)) && isName(word))
    .sort((a, b) => count(a.term) - count(b.term));
  return name && { matters: asked, name };
}

/** Whether what is asked is given by somebody, so that no other sentence tells it. */
export function isGiven({ matters: asked }: BodyAsked): boolean {
  return asked.every(({ given }) => given);
}

/** Whether a passage names a body and tells nothing of what is asked of it, there or in the next sentence. */
export function isSilent({ matters: asked, name }: BodyAsked, passage: Passage): boolean {
  if (!passage.terms.has(name.term)) return true;
  const places = passage.sentences.flatMap(({ text }, place) => {
    // That it is a name, another sentence says.
    const at = nameIn(text, name.folded, { begins: true });
    return at === undefined ? [] : [{ text, at, next: passage.sentences[place + 1]?.text ?? '' }];
  });
  return (
    places.length > 0 &&
    !places.some(({ text, at, next }) =>
      asked.some(
        ({ told, from, given }) => told(from === 'name' ? text.slice(at) : text) || (!given && told(next)),
      ),
    )
  );
}

/** Whether a passage writes a word as a name. */
export function names({ term, folded }: NameWord, passage: Passage): boolean {
  return passage.terms.has(term) && passage.sentences.some(({ text }) => nameIn(text, folded) !== undefined);
}

/** Where a text has a word as a name: with a capital letter, and unless `begins`, not because it begins the sentence. */
function nameIn(text: string, folded: string, { begins = false } = {}): number | undefined {
  return wordsOf(text).find(
    (word) =>
      word.folded === folded &&
      /^\p{Lu}/u.test(text.slice(word.start)) &&
      (begins || word.start > 0 || /^(?:\p{Lu}{2}|\p{Lu}\S+ \p{Lu})/u.test(text)),
  )?.start;
}
