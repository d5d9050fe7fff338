/**
 * What in a question only tells where it comes from or whom the answer is for: "my broker keeps mentioning REX, what
 * is that?", "could you explain Euroclusters to our board?", « … dont mon avocat me parle ». None of it is asked.
 */
import { bareLetters } from '../knowledge/fold.ts';

/** Characters of a term that somebody met. */
const longestTerm = 60;
const shortestTerm = 2;

/** How a thing is asked for that was named before, at the end of a text. */
const asksWhat: readonly { readonly pattern: RegExp; readonly question: (term: string) => string }[] = [
  {
    pattern:
      /(?:^|[.!?,;:–—-]\s{0,3}|\s)(?:(?:so|and|but|ok|please),?\s)?(?:what(?:['’]s|s| is| are)?(?: on earth| the heck| the hell| exactly)?(?: is| are)? (?:that|this|it|those|these|they|one)(?: exactly| about| then| all about)?|what (?:thing|on earth) is (?:that|this|it)|in (?:plain|simple) (?:words|english|terms|language)|(?:please |can you |could you )?explain(?: (?:that|this|it))?(?: (?:to|for) [^.?!]{2,60})?|(?:which|that) means what|what (?:does|do) (?:that|this|it|they) (?:mean|stand for)|meaning(?: what)?|what (?:kind|sort|type) of \p{L}{2,20} (?:is|are) (?:that|this|it|those|they))\s?[?!.]{0,3}$/iu,
    question: (term) => `what is ${term}?`,
  },
  {
    pattern:
      /(?:^|[.!?,;:–—-]\s{0,3}|\s)(?:(?:et|alors|mais)\s)?(?:c['’]est quoi(?: ca| au juste| exactement| donc)?|qu['’]est[- ]ce que c['’]est(?: que ca| au juste)?|(?:ca|cela) (?:veut dire|signifie|mange quoi en hiver|designe) ?(?:quoi)?(?: au juste| exactement| donc)?|(?:(?:vous pouvez|tu peux|pouvez-vous|peux-tu|quelqu['’]un peut) )?m['’]expliquer (?:ca|cela)(?: simplement| en gros| un peu)?|expliquez?(?:-moi)?(?: ca)?|en (?:clair|bon francais|mots simples)|qu['’]est[- ]ce que (?:ca|cela) (?:veut dire|signifie)|de quoi s['’]agit[- ]il)\s?[?!.]{0,3}$/iu,
    question: (term) => `c’est quoi ${term} ?`,
  },
];

const quoted = /(?:^|[\s(])(?:[«“"]\s?([^«»“”"]{2,60}?)\s?[»”"]|['‘]([^'‘’]{2,60})['’](?=[\s.,;:!?)]|$))/u;
/** "The word cumulation", « le sigle CVCR » : what follows the name of its kind. */
const ofItsKind =
  /\b(?:word|term|name|expression|acronym|abbreviation|phrase|mot|terme|nom|sigle|acronyme|abreviation) (?!of\b|de\b|on\b|in\b|that\b|qui\b)/iu;
/** "Keeps mentioning REX", « me parle tout le temps du REX » : what is named by whom one knows. */
const named =
  /\b(?:saw|see|read|noticed|spotted|came across|(?:heard|hear|hearing)(?: (?:of|about))?|mention(?:s|ed|ing)?|(?:talks?|talked|talking|told (?:me|us)|go|goes|going)(?: on)?(?: all the time)? (?:about|of)|(?:told|advised|asked|wants?|urged) (?:me|us) to (?:try|use|get|apply for|fill in|check(?: out)?|look (?:at|into|up)|register (?:in|with|for))|ask(?:s|ed)? (?:me|us) (?:for|about)|(?:suggest(?:s|ed)?|recommend(?:s|ed)?|swears by)(?: (?:trying|using|getting))?|m['’]a (?:conseille|parle|recommande)(?: d['’]utiliser| d['’]essayer)?(?= ?[ld])|j['’]ai (?:vu|lu)|on a (?:vu|lu)|(?:parl(?:e|ent|er|ait|aient))(?: tout le temps| toujours| souvent| sans cesse)? (?=d[eu'’]))\s?/iu;
/** "The REX everyone talks about", « le DPB dont parlent les journaux »: what is named before those who name it. */
const namedFirst =
  /^(.{2,60}?),?\s(?:(?:that |which )?(?:every(?:one|body)|people|they|the (?:papers|press|media|news)) (?:keeps? )?(?:talks?|talking|mentions?|go(?:es)? on)(?: about)?|dont (?:parlent|parle|on parle|tout le monde parle)(?: [\p{L}' ’]{1,30})?)[\s,.;:–—-]*$/iu;
/** "The term Eurocluster", « le mot cumul »: the word is explained by the thing. */
const theTerm =
  /(?<![\p{L}-])(?:the|le|l['’])\s?(?:term|word|expression|acronym|abbreviation|terme|mot|sigle|acronyme)\s(?=[«“"'‘]?\p{L}[\p{L}-]{1,30}[»”"'’]?\s?[?!.]{0,3}$)/iu;

/** Where the term that begins there is over. */
const over =
  /\s(?:on|in|at|from|to|for|with|when|while|during|mentioned|written|being|dans|sur|a|au|chez|pendant|lors|par)\s|[.,;:!?]/iu;
const determiner =
  /^(?:(?:a|an|the|some|this|these|of|about|le|la|les|un|une|des|du|de|ce|cette)\s|(?:l|d)['’]){1,3}/iu;

/** Persons one explains things to or who tell of them; nothing is asked about them. */
const people =
  'intern|trainee|boss|board|team|staff|colleagues?|co-?workers?|grandmother|grandfather|grandma|grandpa|mother|father|mum|mom|dad|kids?|child|children|son|daughter|wife|husband|partner|clients?|customers?|students?|class|friends?|neighbou?rs?|director|manager|committee|council|newcomers?|beginners?|lay(?:man|person|people)|journalists?|reporter|lawyers?|brokers?|accountants?|suppliers?|forwarder|importer|consultant|audience|' +
  'stagiaires?|patronne?|conseil|equipe|collegues?|grand-mere|grand-pere|mere|pere|enfants?|fils|fille|conjointe?|etudiante?s?|classe|amie?s?|voisine?s?|directeur|directrice|comite|debutante?s?|courtiers?|courtiere|avocate?s?|comptable|fournisseur|transitaire|journaliste|gestionnaire';
const someone = String.raw`(?:my|our|a|an|the|some|one of (?:my|our)|mon|ma|mes|notre|nos|un|une|des|le|la)\s(?:[\p{L}-]{1,20}\s){0,2}(?:${people})(?![\p{L}-])`;
const ofSomewhere = String.raw`(?:\s(?:at|in|from|of|de|du|a|au|chez)\s[\p{L}' ’-]{1,30}?)?`;

/** What is kept is the first group, which begins the text. */
const asides: readonly RegExp[] = [
  // "… like I've never heard of them", « … comme à un enfant ».
  /^(.{8,160}?),?\s(?:to (?:me|us)\s)?(?:like|as if|as though|pretend(?:ing)?)\s(?:i|we|you|he|she|i['’](?:m|ve)|we['’](?:re|ve))(?![\p{L}])[^?!.]{0,60}(?=\s?[?!.]{0,3}$)/iu,
  /^(.{8,160}?),?\scomme (?:a|pour|si)\s(?:un|une|des|je|j['’]|on|nous)(?![\p{L}])[^?!.]{0,60}(?=\s?[?!.]{0,3}$)/iu,
  // "Could you explain REX to our board?"
  new RegExp(
    String.raw`^(.{0,40}\b(?:explain|describe|define|break down|expliquer|explique[rz]?|decri(?:re|s|vez)|definir|resumer)\b.{3,120}?)\s(?:to|for|a|pour)\s${someone}${ofSomewhere}(?=\s?[?!.]{0,3}$)`,
    'iu',
  ),
  // "… that my lawyer talks about", « … dont mon avocat de Québec me parle ».
  new RegExp(
    String.raw`^(.{8,160}?),?\s(?:that\s|which\s)?${someone}${ofSomewhere}\s(?:keeps?\s)?(?:mention(?:s|ed|ing)?|(?:talk(?:s|ed|ing)?|told (?:me|us)|tells (?:me|us)|was going on)\sabout)(?=\s?[?!.]{0,3}$)`,
    'iu',
  ),
  new RegExp(
    String.raw`^(.{8,160}?),?\sdont\s${someone}${ofSomewhere}\s(?:me\s|nous\s|m['’]a\s|nous a\s)?parl(?:e|ait|ent)(?: toujours| souvent| tout le temps)?(?=\s?[?!.]{0,3}$)`,
    'iu',
  ),
  // "…, my kid asked me at dinner"
  new RegExp(
    String.raw`^(.{8,160}?),\s${someone}\s(?:asked|asks|wonders|wants to know|is asking|(?:me|m['’]a|nous a)\s?demande?|demande)(?:\s(?:me|us))?(?:\s(?:at|in|on|over|a|au|pendant)\s[\p{L}' ’-]{1,30})?(?=\s?[?!.]{0,3}$)`,
    'iu',
  ),
];

/** "I keep hearing about superclusters at work, what's a supercluster?": what comes before the question. */
const overheard =
  /^(?:j['’]entends (?:toujours |souvent |sans cesse )?parler|on (?:me |nous )?parle|tout le monde parle|(?:i|we) (?:keep|kept) hearing|(?:i|we) hear (?:a lot|so much)|people keep talking|every(?:one|body) (?:here )?(?:talks|is talking)|(?:i|we)['’]ve been hearing)(?![\p{L}])[^,.:;?!]{0,80}[,.:;!] ?(?=(?:\S{1,30} ){2})/iu;

/** @returns the question without what only tells where it comes from or whom it is for; undefined where it has none */
export function withoutHearsay(text: string): string | undefined {
  const bare = bareLetters(text);
  for (const pattern of asides) {
    const found = pattern.exec(bare);
    if (found) {
      const rest = `${text.slice(0, found[1]!.length)}${text.slice(found[0].length)}`.trim();
      return withoutTheTerm(rest) ?? rest;
    }
  }
  const plain = withoutTheTerm(text);
  if (plain !== undefined) return plain;
  for (const { pattern, question } of asksWhat) {
    const asked = pattern.exec(bare);
    const term = asked && termIn(text.slice(0, asked.index));
    if (term) return question(term);
  }
  const before = overheard.exec(bare)?.[0];
  return before && text.slice(before.length);
}

/** "Explain the term Eurocluster" asks for the Eurocluster; undefined where no term is called one. */
function withoutTheTerm(text: string): string | undefined {
  const found = theTerm.exec(bareLetters(text));
  if (!found || found.index === 0) return undefined;
  return text.slice(0, found.index) + text.slice(found.index + found[0].length);
}

function termIn(told: string): string | undefined {
  const inQuotes = quoted.exec(told);
  const found = [
    inQuotes?.[1] ?? inQuotes?.[2],
    after(ofItsKind, told),
    after(named, told),
    told.slice(0, namedFirst.exec(bareLetters(told))?.[1]?.length ?? 0),
  ].find((one) => one?.trim());
  const term = found?.trim().replace(determiner, '').trim() ?? '';
  return term.length >= shortestTerm && term.length <= longestTerm ? term : undefined;
}

/** What follows the words of a pattern, up to where it is over. */
function after(pattern: RegExp, told: string): string | undefined {
  const bare = bareLetters(told);
  const opening = pattern.exec(bare);
  if (!opening) return undefined;
  const from = opening.index + opening[0].length;
  const length = bare.slice(from).search(over);
  return told.slice(from, length < 0 ? undefined : from + length);
}
