/**
 * What a small firm wants to know before it goes to a cluster, in whatever words: whether it may join two of them,
 * whether it must give up shares, whether it is paid in advance, whether a sales office is enough.
 */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import { isEuropean } from '../search/european-places.ts';
import { linesOf, plain } from '../search/section-texts.ts';
import { focusOf } from './focus-of.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';

interface Matter {
  /** Over the folded words of a question, joined by single spaces; all of them. */
  readonly asked: readonly RegExp[];
  /** Where this is asked, it is something else. */
  readonly not?: RegExp;
  /** A sentence of a cluster's own sections that tells of it; undefined where all clusters are told of in one place. */
  readonly told?: RegExp;
  /** Tells of it for clusters at large, or names the term. */
  readonly atLarge: readonly [entry: string, section: string];
}

const whether =
  /^(?:(?:and|so|but|hey|ok|also|now|wait|yo|oh) )*(?:the \w+ \w+ )?(?:can|could|may|might|do|does|is|are|am|will|would|should|must|any|how|what|what s|whats)\b/;
const money =
  /\b(?:pays?|paid|payments?|paying|money|cash|funds?|funding|funded|grants?|reimburs\w*|financ\w*|support|help|back|backs)\b/;

const matters: readonly Matter[] = [
  {
    // Whether the money comes first.
    asked: [
      money,
      /\b(?:up ?front|in advance|beforehand|advance payments?|down payment|in arrears|against (?:invoices?|receipts?|proof)|only after|(?:before|after) (?:or (?:before|after) )?(?:we|you|i|one|the firm|companies|having|spending|the work)\b)/,
    ],
    not: /\b(?:agreement|duty|duties|tariff|customs|brexit|election|renewal|back to|when did|ministers?|ceos?|employees|staff)\b/,
    told: /reimburs|pays? back|arrears/i,
    atLarge: ['glossary-clusters', 'reimbursement'],
  },
  {
    // What share of the costs is paid.
    asked: [
      /\b(?:share|portion|slice|cut|percent\w*|fraction|proportion|chunk|what part|max|maximum|tops|ceiling)\b/,
      /\b(?:pays?|covers?|(?:gives?|hands?|pays?) (?:us |you )?back|reimburses?|refunds?|chips? in|foots?|picks? up|takes? on|puts? in|contributes?)\b/,
      /\b(?:costs?|bill|outlays?|spend|expenses|expenditure|budget|projects?|invoices?|tab|us)\b/,
    ],
    not: /\b(?:did|has|have|was|were|fees?|dues|members?|total|so far|how many|duty|duties|tariffs?|government|ottawa|quebec|industry|community|ecosystem|who|which|wages|salar\w+|equipment|partners? (?:pays?|puts?)|startups?|start ups?|(?:19|20)\d\d)\b/,
    told: /\d ?% of (?:the )?eligible/i,
    atLarge: ['gic', 'funding'],
  },
  {
    // By when a project has to be finished.
    asked: [
      /\b(?:deadline|by when|latest|end date|until when|last day|when (?:must|do|does|should|has))\b/,
      /\b(?:projects?|ventures?)\b/,
      /\b(?:finish\w*|done|complet\w*|wrap\w*|end|ended|over|conclud\w*)\b/,
    ],
    not: /\b(?:appl\w+|call|calls|submit\w*|proposals?|funding ends?)\b/,
    told: /\bend(?:ing)? by\b/i,
    atLarge: ['gic', 'future'],
  },
  {
    asked: [
      whether,
      /\b(?:equity|dilut\w+|our shares|take shares|(?:shares?|stakes?|cuts?|slices?|pieces?|part|percentage|ownership) (?:in|of) (?:the |our |my |a |your )?(?:\w+ )?(?:company|companies|firms?|business|businesses|start ?ups?|shop|capital)|(?:stake|shares?) in us)\b/,
    ],
    not: /\b(?:costs?|which|who|meta|how many|other companies|own)\b/,
    told: /no shares|dilutive/i,
    atLarge: ['glossary-clusters', 'non-dilutive-funding'],
  },
  {
    asked: [
      /\b(?:keep|hang on to|retain|ours|takes?|own|owns|lose|give up|hand over|share|belongs?|stays?|remains?|hold|whose|claim)\b/,
      /\b(?:ip|patents?|inventions?|intellectual property|know how|trade secrets?|our (?:algorithm|code|software|design|technology|source code|data))\b/,
    ],
    not: /\b(?:how many|how much|ceta|national|strategy|number of)\b/,
    atLarge: ['gic', 'intellectual-property'],
  },
  {
    asked: [
      /\b(?:headcount|head count|employees|staff|people|workers|heads|size|how (?:small|big|large))\b/,
      /\b(?:(?:small|smaller|little|medium) (?:firm|company|business|outfit|enterprise|one)|smes?|counts? as (?:small|little))\b/,
      /\b(?:below|under|up to|how small|how big|how large|which|what|threshold|limit|cut ?off|max|maximum|line|at most|counts? as|considered|still)\b/,
    ],
    not: /\b(?:how many (?:smes?|small)|share of|percentage|export|exporting|eu|europe|ceta|work (?:at|for|in)|take part|join)\b/,
    atLarge: ['glossary-clusters', 'sme'],
  },
  {
    asked: [
      /\b(?:min|minimum|smallest|lowest|least|at least|floor)\b/,
      /\b(?:partners?|participants?|consortium members?)\b/,
    ],
    not: /\b(?:fee|dues|which partner|who)\b/,
    told: /at least (?:two|three) |consortium of |two or more/i,
    atLarge: ['gic', 'conditions'],
  },
  {
    asked: [
      /\b(?:min|minimum|smallest|lowest|least|at least|floor|how small)\b/,
      /\b(?:budget|size|worth|value|sum|amount|cost|costs|big|dollars)\b/,
      /\b(?:projects?|ventures?|proposals?|undertakings?|endeavours?)\b/,
    ],
    not: /\b(?:partners?|share|fee|dues|who|which|procurement|tender|percentage)\b/,
    told: /worth at least|minimum of|project sizes of|per project/i,
    atLarge: ['gic', 'conditions'],
  },
  {
    asked: [
      whether,
      /\b(?:universit\w+|unis?|colleges?|polytechnics?|academics?|professors?|(?:uni|university|college|research) labs?)\b/,
      /\b(?:money|cash|fund\w*|paid|pay|subcontract\w*|partners?|grants?|join|members?|take part|participate|eligible)\b/,
    ],
    not: /\b(?:which|who|horizon|how many|dutch|wageningen|name|universit\w+ pay)\b|\b(?:is|does|has) (?:the )?(?!an? |any |my |our |the )\w+ (?:university|college)\b|\buniversity of\b/,
    told: /universit|post-secondary/i,
    atLarge: ['gic', 'universities'],
  },
];

const join =
  /\b(?:join|joining|belong|belonging|members?|membership|apply|sign up|part of|work with|be in|be with|enrol\w*|go with|choose|pick)\b/;
const several =
  /\b(?:both|at the same time|at once|simultaneously|as well|too|also|more than one|several|two (?:of them|clusters|memberships)|in parallel|together|or only one|double|choose between|pick one)\b/;
/** Whether somebody may, whoever he is: of a firm that is named it is asked whether it did. */
const allowed =
  /\b(?:can|could|may|might|do|does|is|are|will|would|should|must) (?:we|i|you|one|an?|our|my|any|firms?|companies|members|it|they|joining|being)\b/;
const notJoining =
  /\b(?:merge|cost|costs|fees?|how many|how much|who|more members|bigger|difference|compare)\b/;

const bodies =
  /^(?:firms?|compan(?:y|ies)|business(?:es)?|smes?|startups?|start|manufacturers?|subsidiar(?:y|ies)|groups?|supplier|suppliers|makers?|builders?|producers?|processors?|developers?|startup|labs?|outfits?|gmbh|mittelstand)$/;
const foreign = /^(?:foreign|overseas|european|nonresident|international)$/;
const office =
  /\b(?:sales|branch|representative|satellite|field|small) offices?\b|\b(?:subsidiary|branch|warehouse|depot|showroom|sales (?:agent|rep|team))\b/;
const qualifies =
  /\b(?:enough|qualif\w+|eligible|counts?|suffic\w+|join\w*|member\w*|take part|participate|part of|apply|get (?:\w+ ){0,2}(?:money|funding|cash|funds|grants?|support)|be funded|partner in|fund us|access)\b/;

/** From here a known question asks just this. */
const sameQuestion = 0.85;
/** Above what the search finds by the same words, and above a comparison of the two that are named. */
const sure = 0.96;
const surest = 0.98;
/** The sections in which a cluster tells on what terms it takes whom. */
const ofTerms = ['funding', 'join', 'region'];

/** @returns undefined where nothing of the kind is asked, or of no cluster */
export function firmMatter(understanding: Understanding, context: IntentContext): Candidate | undefined {
  const { words, entries, described, language, hits, namedEntries } = understanding;
  if (language !== 'en') return undefined;
  const { knowledge } = context;
  const phrase = phraseOf(words);
  const kindOf = (id: string) => knowledge.entry(id, language)?.kind;
  const clusters = [...new Set([...entries, ...described])].filter((id) => kindOf(id) === 'cluster');
  const isOfOthers = namedEntries.some((id) => !['cluster', 'programme', 'term'].includes(kindOf(id) ?? ''));
  if (isOfOthers || (clusters.length === 0 && !clusterWord.test(phrase))) return undefined;
  const found = matterOf(phrase, words, clusters.length);
  if (!found) return undefined;
  const { matter, score } = found;
  const [best] = hits;
  if (best && best.evidence.likeness >= sameQuestion && score < surest) return undefined;
  const own = clusters.length === 1 ? tellerIn(clusters[0]!, matter, context) : undefined;
  const [entry, section] = own ?? matter.atLarge;
  const passage = knowledge.section(entry, section, language);
  if (!passage) return undefined;
  const focus = focusOf(context.search.answeringSentence({ words, language }, passage));
  return {
    intent: 'section',
    args: { entry, section, ...focus },
    score,
    because: `asks of ${clusters.join(', ') || 'the clusters'} what ${entry}#${section} tells a firm`,
  };
}

const clusterWord = /\b(?:(?:super)?clusters?|hubs?)\b/;

function matterOf(
  phrase: string,
  words: readonly Word[],
  clusters: number,
): { readonly matter: Pick<Matter, 'told' | 'atLarge'>; readonly score: number } | undefined {
  if (
    clusters !== 1 &&
    allowed.test(phrase) &&
    join.test(phrase) &&
    several.test(phrase) &&
    !notJoining.test(phrase)
  ) {
    return { matter: { atLarge: ['gic', 'join-several'] }, score: surest };
  }
  if (clusters > 1) return undefined;
  const matter = matters.find(
    ({ asked, not }) => asked.every((pattern) => pattern.test(phrase)) && !not?.test(phrase),
  );
  if (matter) return { matter, score: sure };
  const isForeign = words.some(
    (word, at) =>
      (isEuropean(word) || foreign.test(word.folded)) &&
      [1, 2].some((on) => bodies.test(words[at + on]?.folded ?? '')),
  );
  if (whether.test(phrase) && qualifies.test(phrase) && (isForeign || office.test(phrase)))
    return { matter: { atLarge: ['gic', 'foreign-companies'] }, score: sure };
  return undefined;
}

/** The section of a cluster in which a sentence tells of it. */
function tellerIn(
  entry: string,
  { told }: Pick<Matter, 'told'>,
  { knowledge, language }: { readonly knowledge: Knowledge; readonly language: IntentContext['language'] },
): readonly [string, string] | undefined {
  if (!told) return undefined;
  const section = ofTerms.find((id) => {
    const passage = knowledge.section(entry, id, language);
    if (!passage) return false;
    return [plain(passage.lead), ...passage.details.flatMap(linesOf)].some((line) => told.test(line));
  });
  return section === undefined ? undefined : [entry, section];
}
