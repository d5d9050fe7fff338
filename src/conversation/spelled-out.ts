/** Replies of a word or two that stand for a whole question: "since?", "such as?", "per year?". */
import { yearsOf } from '../intents/years.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import { type Language, languages } from '../knowledge/language.ts';
import { wordsOf } from '../search/analysis.ts';
import { passages } from './follow-up.ts';
import type { Turn } from './types.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** "Construction works, though?": "and construction works?". */
const though = /^(?:but |and )?(\S.{1,60}?),? (?:though|tho)\s*\?*$/i;
/** A question that has a verb or a question word is one by itself. */
const opensClause =
  /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|has|have|will|would|should|must|it|they|that|this|there)\b/i;

/** The question word that is meant. */
const wholeWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:and )?since$/, 'since when'],
  [/^(?:and )?by$/, 'by whom'],
  [
    /^(?:and |but )?(?:how come|how so|why so|why (?:couldn t|can t|cannot|didn t|hasn t|haven t|hadn t|won t|wouldn t|isn t|wasn t|not)(?: (?:they|it|he|she|that|so))?(?: not)?(?: yet)?|why is (?:that|it|this)(?: so)?)$/,
    'why',
  ],
  [
    /^(?:and |so |but |ok )*(?:what s|what is|whats) (?:the |their |its )?(?:hold ?up|snag|catch|sticking point|problem|issue|trouble|obstacle|reason|stopping (?:it|them)|holding (?:it|them) (?:up|back)|in the way)(?: there| then| with (?:it|that))?$/,
    'why',
  ],
  [
    /^(?:et |mais |alors )*(?:pourquoi (?:ca|cela) (?:coince|bloque|traine|bloquait|coincait|cloche|tarde)|qu est ce qui (?:coince|bloque|cloche)|ou est le (?:probleme|hic)|c est quoi le (?:probleme|hic|blocage))$/,
    'pourquoi',
  ],
  [/^(?:et )?depuis$/, 'depuis quand'],
  [/^(?:et )?(?:c est |c etait |et c )?ou (?:ca|cela|donc)(?: exactement)?$/, 'où exactement'],
  [/^(?:et |mais )?(?:comment ca se fait|comment cela|pourquoi (?:ca|cela|donc))$/, 'pourquoi'],
];
const examples: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:and|any|some|give me|show me|got any) )*examples?(?: please)?$|^(?:such as|like what|like which|for (?:example|instance))$/,
  fr: /^(?:(?:et|des|un|as tu|avez vous|donnez moi|donne moi) )*exemples?(?: svp| stp)?$|^(?:par exemple|comme quoi)$/,
};
/** "Name a few of the firms", « cite-m’en deux » : examples of what was told. */
const names: Readonly<Record<Language, readonly [ReadonlySet<string>, ReadonlySet<string>]>> = {
  en: [
    words('name list cite give drop tell mention show'),
    words(
      'me us a an any some few couple one two three 2 3 several of from the those these them its their names name firms firm companies company partners partner members member projects project clusters cluster backers examples example ones please involved among',
    ),
  ],
  fr: [
    words('cite citez nomme nommez donne donnez liste listez'),
    words(
      'moi m nous en des les quelques quelque un une deux trois 2 3 noms nom d de ces membres membre entreprises entreprise firmes partenaires partenaire projets projet grappes connus connues exemples exemple unes uns svp stp',
    ),
  ],
};
const mostNaming = 9;
const politely = /^(?:and|ok|please|can you|could you|et|svp|peux tu|pouvez vous) /;

/** "Name one that has": of those that were told of. */
const thatDid =
  / (?:that|which|who|qui) (?:has|have|had|did|does|do|is|are|was|were|can|l a fait|l ont fait|en font|y est|y sont)$/;

function asksForSome(phrase: string, language: Language): boolean {
  const [verb = '', ...rest] = phrase.replace(politely, '').replace(thatDid, '').split(' ');
  const [verbs, others] = names[language];
  return (
    verbs.has(verb) &&
    rest.length > 0 &&
    (rest.length > 1 || thatDid.test(phrase)) &&
    rest.length <= mostNaming &&
    rest.every((word) => others.has(word))
  );
}

/** What stands for a few words more, and which. */
const inMoreWords: readonly (readonly [RegExp, string])[] = [
  // "Not for seafood I guess?" asks of seafood.
  [
    /^(?:but |and )?not (?:for|in|with|on) (?<what>\S.{1,40}?),?(?: (?:i (?:guess|suppose|think|imagine|assume)|right|then|though))*\s*\?*$/i,
    'and for $<what>?',
  ],
  [
    /^(?:mais |et )?pas (?:pour|avec|dans) (?<what>\S.{1,40}?),?(?: (?:j['’]imagine|je suppose|je pense|hein|alors))*\s*\?*$/i,
    'et pour $<what> ?',
  ],
  [
    /^(?:and )?(?:us|we|them|those|people|folks) (?:here )?in (?<where>(?:the )?\p{L}+)\s*\?*$/iu,
    'and $<where>?',
  ],
  [
    /^(?:et )?(?:(?:chez )?nous|eux|ceux),? (?:ici )?(?<where>(?:au|en|dans l['’]) ?\p{L}+)\s*\?*$/iu,
    'et $<where> ?',
  ],
  [
    /^(?:and |so |but )?(?:did|are|is|have|has) (?:we|canada) (?:get |got |gotten |already |now |actually )*(?:in|on board|part of (?:it|that)|let in)(?: yet| now| already)?\s*\?*$/i,
    'did Canada join it?',
  ],
  [
    /^(?:and |so )?how many (?<of>\p{L}+) (?:(?:must|should) (?:it|we|they|you|one|a cluster) have|(?:does|do|would|will) (?:it|we|they|you|one|a cluster) need)(?: to have)?\s*\?*$/iu,
    'how many $<of> are required?',
  ],
  [
    /^(?:and |what about )?(?:our|the|my) (?<who>\p{L}+) (?:friends|neighbou?rs|cousins|colleagues|partners)\s*\?*$/iu,
    'and $<who>?',
  ],
  [
    /^(?:et )?(?:nos|les|mes) (?:voisins|amis|cousins|collègues|partenaires) (?<who>\p{L}+)\s*\?*$/iu,
    'et les $<who> ?',
  ],
  [
    /^(?:and |so |what about |how about )?(?!(?:it|that|what|who|where|when|how|there|he|she|let|here)['’])(?<whose>\p{L}[\p{L} ]{1,30}?)['’]s\s*\?*$/iu,
    'and $<whose>?',
  ],
  [/^(?:and |so )?who (?:asked|called|pushed) for (?:it|that|this)\s*\?*$/i, 'who requested that?'],
  [
    /^(?:et |alors )?(?:il )?(?:nous |leur |m['’]en |en )?faut (?:avoir )?combien (?<of>d['’e] ?\p{L}[\p{L} ]{1,30}?)\s*\?*$/iu,
    'combien $<of> faut-il ?',
  ],
  [
    /^(?:ça|ca|cela) (?:s['’]est|s['’]était) (?:décidé|decide|passé|passe|fait|tenu|signé|signe) (?:où|ou|dans quelle ville|à quel endroit|a quel endroit)\s*\?*$/i,
    'où ?',
  ],
  [
    /^(?:and |so )?(?:where|in (?:which|what) (?:city|town|place)) (?:was|did) (?:that|it|this|all that) (?:decided|settled|agreed|happen|take place|go down)\s*\?*$/i,
    'where?',
  ],
];

/** "Is NGen more generous?", « Scale AI, c’est mieux ? » : what was told of one is asked of the other. */
const moreOrLess: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:and |so |but )?(?:is|are|does|do|was) (?!(?:it|that|this|they|there|he|she|these|those|the same|one|each|all|any|we|you|i)\b)(?<what>\S.{1,40}?) (?:any |much |a lot |also |just as )?(?:better|worse|higher|lower|cheaper|dearer|the same|different|similar|more generous|less generous|(?:pay|give|charge|cover|get|cost|reimburse)s? (?:more|less|the same)|do (?:better|worse|the same))\s*\?*$/i,
    'and $<what>?',
  ],
  [
    /^(?:et |mais )?(?:(?:chez|à|pour|avec|du côté de|au) )?(?!(?:ça|ca|cela|là|eux|elle|il)(?!\p{L}))(?<what>\S.{1,40}?),? c['’]est (?:mieux|pareil|plus|moins|pire|idem|plus cher|moins cher|la même chose|le même|comparable|différent|autant)\s*\?*$/iu,
    'et $<what> ?',
  ],
  [
    /^(?:and |so |ok |but )*is (?:that|it|this) (?:a lot|much|high|low|good|little|big|small|generous|normal|average)(?: money)?,? (?:next to|against|beside|compared (?:to|with)|relative to|vs\.?|versus) (?:the |what the )?(?:others?|rest|other (?:four|clusters))(?: (?:got|get|have|pay))?\s*\?*$/i,
    'and the others?',
  ],
  [
    /^(?:et |mais |alors )*c['’]est (?:beaucoup|peu|élevé|bas|gros|normal|bien)(?: d['’]argent)?,? (?:par rapport aux|comparé aux|à côté des|face aux) autres\s*\?*$/iu,
    'et les autres ?',
  ],
];

/** "And two years earlier?", « cinq ans plus tard » : the year that is meant, counted from the one that was asked about. */
const yearsAway =
  /(?<!\p{L})(?<many>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:years?|ans?) (?:(?<before>earlier|before|plus tôt|avant|auparavant)|later|after(?:wards)?|on|plus tard|après)(?=[?.! ]{0,4}$)/iu;
const numbers = [
  '',
  'one un a an',
  'two deux',
  'three trois',
  'four quatre',
  'five cinq',
  'six',
  'seven sept',
  'eight huit',
  'nine neuf',
  'ten dix',
].map((names) => new Set(names.split(' ')));

/** "In 2023" for "two years earlier" after 2025; undefined where nothing counts years. */
function inThatYear(text: string, year: string, language: Language): string | undefined {
  const found = yearsAway.exec(text)?.groups;
  if (!found) return undefined;
  const many = found.many!.toLowerCase();
  const count = /^\d/.test(many) ? Number(many) : numbers.findIndex((names) => names.has(many));
  const meant = Number(year) + (found.before === undefined ? count : -count);
  return text.replace(yearsAway, `${language === 'en' ? 'in' : 'en'} ${meant}`);
}

/** "Hmm ok. NGen?" */
const fillers =
  // "Super clusters" and "right of appeal" are none: what may belong to the next word has a mark behind it.
  /^(?:(?:hm+|uh|ah|oh|ok|okay|alright|got it|i see|d['’]accord|compris|bof)[ ,.!…]{1,4}|(?:right|cool|great|nice|good|perfect|super|parfait|bon|bien)[,.!…][ ,.!…]{0,3})+(?=\p{L}|\d)/iu;

/** A longer text says enough itself. */
const fewWords = 6;
const pleasantry =
  /^(?:thanks|thank you|thx|merci|bye|cheers|then|now|alors|please|cool|great|nice|good|super|and|et|so)$/;

/** "Will there be a sixth?" after which clusters there are. */
const oneMore =
  /^(?:and |so |but |et |mais )*(?:(?:will|could|might|is) there (?:ever )?(?:be |going to be )?|are (?:they|you|we) (?:adding|getting|planning) |y (?:aura|en aura) ?t il |(?:va|vont) t (?:on|ils?) (?:en )?(?:creer|ajouter|avoir) )(?:an? |any |une? )?(?:sixth|6th|new|other|another|more|sixieme|6e|nouvelle?|autre)(?: one| ones| cluster)?(?: coming| soon| planned)?$/;
const ofClusters = /\b(?:super)?(?:clusters|grappes)\b/;
const newClusters: Readonly<Record<Language, string>> = {
  en: 'will there be new clusters beyond the existing five',
  fr: 'Ottawa va-t-il créer une sixième supergrappe',
};

/** "The runner-up?" after which of the clusters comes first. */
const runnerUp =
  /^(?:and |so |ok |et |alors )*(?:who (?:is|was|s|came) |qui est )?(?:the |la |le )?(?:runner up|second place|second|in second place|dauphine?|deuxieme(?: place)?|seconde)$/;
const whichIsSecond: Readonly<Record<Language, string>> = {
  en: 'which one is second',
  fr: 'laquelle est deuxième',
};

/** "By then", « à ce moment-là » : the one year that was asked about. */
const atThatTime =
  /(?<!\p{L})(?:at (?:that|this|the) (?:time|point|stage|moment)|by then|back then|(?:à|a) ce moment[- ]l(?:à|a)|(?:à|a) l['’](?:é|e)poque|(?:à|a) cette (?:é|e)poque)(?!\p{L})/iu;

/** "Signed when?", "set up by whom?": what was done to what was told of, with the question word at its end. */
const wordLast =
  /^(?:ok |okay |so |and |et |mais )*((?:set up|kicked off|\p{L}{3,12}(?:ed|en|un|nt|lt|ld|de))(?: off| up)?) (when|where|why|how|by whom|by who|since when|until when|in which year|in what year)$/u;
const verbFirst: Readonly<Record<string, string>> = { 'by who': 'by whom' };
/** "And applied since?" */
const sinceLast = /^(?:ok |okay |so |and )*(\p{L}{3,14}(?: \p{L}{2,12})?) since$/u;

/** "We started from how much?", "up from what?": what a goal or a figure is set against. */
const fromWhat =
  /^(?:and |so |et |mais |donc )*(?:(?:on|nous|ils|elles|il|elle|ca) (?:part|partait|partaient|partons|partent|partions|est parti|sont partis) de (?:combien|quoi|quel (?:niveau|montant))|partant de combien|contre combien (?:aujourd hui|maintenant|avant|au depart)|up from (?:what|how much)|(?:starting )?from (?:what|which) (?:base|baseline|level|starting point|figure)|(?:what|which) (?:is|was|s) the (?:starting point|baseline|base|current level|level (?:now|today))|where (?:do|did|does) (?:we|they|it|things) (?:start|stand (?:now|today)))(?: from)?$/;
const current: Readonly<Record<Language, string>> = { en: 'current level', fr: 'niveau actuel' };

/** "The slowest to spend?" after which cluster was the quickest. */
const superlativeFirst =
  /^(?:and |et )?(?:the |la |le )(?:most|least|plus|moins|\p{L}{3,12}est)(?: \p{L}+){1,8}$/u;
const asksWhichCluster = /^(?:which|what|quelles?)(?: of the)?(?: five)? (?:super)?(?:clusters?|grappes?)\b/;
const whichIs: Readonly<Record<Language, string>> = { en: 'which cluster is', fr: 'quelle grappe est' };

/** "Anyone in Nova Scotia?" after who belongs to it: who of there. */
const anyoneThere =
  /^(?:and |et )?(?:any(?:one|body)?|some(?:one|body)|quelqu['’]un|un membre|a member|members?|des membres)(?: of (?:them|those)| there)? ((?:in|from|en|au|de|du) \S.{1,30}?)\s*\?*$/iu;
const perWhat =
  /^(?:and |et )?(?:per (?:year|annum|month|project|member|head)|par (?:an|annee|mois|projet|membre|tete))$/;
const fromWhom = /^(?:and |et )?(?:from (?:whom|who)|paid by (?:whom|who)|de qui|paye par qui)$/;
const whoFunds: Readonly<Record<Language, string>> = { en: 'who funds it', fr: 'qui la finance' };

export const otherWay =
  /^(?:and |et )?(?:(?:the )?other way (?:a?round)?|in the other direction|the reverse|the opposite(?: direction)?|(?:and )?vice versa|conversely|dans l autre sens|l inverse|inversement|en sens inverse)$/;
/** The direction that a question tells, and the one against it. */
const directions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:from canada )?(?:in)?to (?:the )?(?:eu|europe|european union)\b/i, 'from the EU to Canada'],
  [/\b(?:from (?:the )?(?:eu|europe) )?(?:in)?to canada\b/i, 'from Canada to the EU'],
  [
    /(?:du canada )?(?:vers|en|à|dans) (?:l['’ ]?)?(?:ue|europe|union européenne)(?!\p{L})/iu,
    'de l’UE vers le Canada',
  ],
  [/(?:de l['’ ]?(?:ue|europe) )?(?:vers le|au) canada(?!\p{L})/iu, 'du Canada vers l’UE'],
];

/** Whether it goes one way; where both sides stand in what is left, each of them takes the other's place. */
function isOneWay(told: RegExp, meaning: string): boolean {
  return told.test(meaning) && !/canadi|europ(?:ean|é)/i.test(meaning.replace(told, ''));
}

/** "Ok and where is it based?": the answer before is acknowledged, and the next question goes on. */
const acknowledged =
  /^(?:ok|okay|alright|right|cool|great|nice|good|perfect|thanks|thank you|thx|got it|i see|super|d['’]accord|parfait|merci|compris|bien)[ ,.!]{1,4}(?=(?:and|so|but|et|mais|alors|donc) \S)(.+)$/iu;

/** @returns the question in more words; the text as it is where it says enough itself */
export function spelledOut(text: string, last: Turn | undefined): string {
  if (!last) return text;
  const [, rest] = text.match(acknowledged) ?? [];
  if (rest) return spelledOut(rest, last);
  const bare = text.replace(fillers, '');
  if (bare !== text && wordsOf(bare).length <= fewWords && !pleasantry.test(foldPhrase(bare)))
    return spelledOut(bare, last);
  const phrase = foldPhrase(text);
  const [, another] = text.match(though) ?? [];
  if (another !== undefined && !opensClause.test(another)) return `and ${another}?`;
  const word = wholeWords.find(([short]) => short.test(phrase));
  if (word) return word[1];
  const short = [...inMoreWords, ...moreOrLess].find(([one]) => one.test(text));
  if (short) return text.replace(...short);
  const [, done, asked] = phrase.match(wordLast) ?? [];
  if (done && asked) return `${verbFirst[asked] ?? asked} was it ${done}`;
  const [, held] = phrase.match(sinceLast) ?? [];
  if (held) return `since when ${held}`;
  const { args, intent, meaning } = last;
  if (superlativeFirst.test(phrase) && asksWhichCluster.test(foldPhrase(meaning)))
    return `${whichIs[last.language]} ${text.replace(/^(?:and|et) /iu, '')}`;
  if (runnerUp.test(phrase) && asksWhichCluster.test(foldPhrase(meaning)))
    return whichIsSecond[last.language];
  if (oneMore.test(phrase) && ofClusters.test(foldPhrase(meaning))) return newClusters[last.language];
  const [year, ...otherYears] = yearsOf(wordsOf(meaning));
  if (year && otherYears.length === 0 && yearsOf(wordsOf(text)).length === 0) {
    const away = inThatYear(text, year, last.language);
    if (away !== undefined) return away;
    const then = text.replace(atThatTime, last.language === 'en' ? `in ${year}` : `en ${year}`);
    if (then !== text) return then;
  }
  const answered = passages.has(intent) || intent === 'attribute';
  const [, among] = text.match(anyoneThere) ?? [];
  if (answered && among !== undefined) return `${meaning.replace(/[\s?]{1,5}$/u, '')} ${among}`;
  if (answered && perWhat.test(phrase)) return `${meaning} ${phrase}`;
  if (answered && fromWhat.test(phrase)) return `${current[last.language]} ${meaning}`;
  const way = otherWay.test(phrase) ? directions.find(([told]) => isOneWay(told, meaning)) : undefined;
  if (answered && way) return meaning.replace(...way);
  const language = languages.find((one) => examples[one].test(phrase) || asksForSome(phrase, one));
  if (answered && language) return `${language === 'en' ? 'examples' : 'exemples'} ${meaning}`;
  const ofMoney = args.attribute === 'funding' || args.section === 'money';
  return ofMoney && fromWhom.test(phrase) ? whoFunds[last.language] : text;
}
