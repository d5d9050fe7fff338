/** What people type for short in a chat, written out: "wut r superclusters", « c koi l’AECG ». */

/** No word of either language is written so. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    what: 'wut wat wht whut wot waht',
    "what's": 'wuts wats whts wots',
    "haven't": 'havent',
    "hasn't": 'hasnt',
    "didn't": 'didnt',
    "doesn't": 'doesnt',
    "isn't": 'isnt',
    "aren't": 'arent',
    "wasn't": 'wasnt',
    "weren't": 'werent',
    how: 'hw hwo',
    where: 'whr wher whre',
    when: 'wen whn whne',
    about: 'abt abut abuot',
    between: 'btwn btween betwen',
    government: 'govt govmt gvt',
    people: 'ppl peeps',
    business: 'biz bizness biznes',
    please: 'pls plz plese pleas plse',
    now: 'rn',
    manufacturing: 'mfg',
    amount: 'amt',
    year: 'yr',
    month: 'mth',
    months: 'mths',
    weeks: 'wks',
    project: 'proj',
    projects: 'projs',
    universities: 'unis',
    university: 'univ',
    meetings: 'mtgs',
    meeting: 'mtg',
    really: 'rly rlly',
    little: 'lil smol',
    probably: 'prolly prob probs',
    percent: 'pct perc',
    someone: 'some1 sum1',
    Toronto: 'tdot',
    years: 'yrs',
    number: 'nbr',
    department: 'dept',
    international: 'intl',
    conference: 'conf',
    difference: 'diff',
    requirements: 'reqs',
    something: 'smth sth',
    because: 'bcuz cuz bcoz becuz becaus becuase',
    through: 'thru thruogh',
    average: 'avg',
    management: 'mgmt',
    organization: 'org orgs',
    agreement: 'agrmt agmt',
    your: 'ur',
    you: 'u',
    are: 'r',
    which: 'wich whch whitch wihch',
    before: 'befor befoer bfore',
    after: 'aftr',
    with: 'wiht',
    without: 'wihtout witout',
    their: 'thier',
    the: 'teh',
    that: 'taht thta',
    this: 'tihs',
    should: 'shud shoud shuold',
    could: 'cud coud cuold',
    would: 'wud woud wuold',
    does: 'duz',
    have: 'hav haev hvae',
    they: 'tehy thye',
    many: 'mnay mayn',
    much: 'mutch muhc',
    quoi: 'koi kwa koua',
    qui: 'ki',
    quel: 'kel',
    quelle: 'kelle',
    que: 'ke',
    quand: 'qd kan kand',
    pourquoi: 'pk pkoi pq prkoi pourkoi pcoi porquoi',
    combien: 'cb cmb kmb cbn conbien combein',
    comment: 'commen koman komen coman kommen',
    dans: 'ds',
    pour: 'pr',
    avec: 'ac avc',
    beaucoup: 'bcp',
    toujours: 'tjs tjrs',
    "qu'est-ce qu'": 'keskun kesk',
    faut: 'fo',
    "c'est": 'cest sest',
    "j'ai": 'jai',
    'parce que': 'pcq pske parske',
    gouvernement: 'gouv gvnt',
    entreprise: 'entr entrp',
  }).flatMap(([written, short]) => short.split(' ').map((word) => [word, written] as const)),
);

/** Short for something only beside other words: "btw" is by the way, but after a difference it is between. */
const inContext: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:diff|difference|match) )btw(?= )/giu, 'between'],
  [
    /(?<![\p{L}\p{N}$€'’])c(?= (?:koi|kwa|quoi|ki|qui|kel|quel|quelle|kan|qd|quand|ou|où|cb|combien|gratos|gratuit|vrai|possible|cher)(?![\p{L}\p{N}]))/giu,
    "c'est",
  ],
  [/(?<=(?:koi|quoi|ki|qui|ou|où|kan|qd|quand) )c(?= )/giu, "c'est"],
  [/(?<![\p{L}\p{N}])w\/(?=[ \p{L}\p{N}])/giu, 'with '],
  [
    /(?<=\p{L} )n(?= (?!(?:ai|as|est|ont|y|en|etait|avait) |a (?:pas|rien|plus|jamais|aucun))\p{L})/giu,
    'and',
  ],
  [
    /(?<=\b(?:how|need|needs|want|wants|have|has|got|able|where|going|ways?|like|ready|free|open|who) )2(?= \p{L})/giu,
    'to',
  ],
  [
    /(?<=\p{L} )2(?= (?:the (?:eu|uk)|eu|uk|canada|europe|germany|france|italy|spain|belgium|holland|poland|ireland|sweden|portugal|toronto|montreal|québec|quebec|vancouver|ontario|alberta)(?!\p{L}))/giu,
    'to',
  ],
  // PME MTL is an organisation.
  [/(?<![\p{L}\p{N}]|\bpme )mtl(?![\p{L}\p{N}])/giu, 'Montréal'],
  // "Is REX needed b4 6k?", "so w the tariffs".
  [/(?<![\p{L}\p{N}])b4(?![\p{L}\p{N}])/giu, 'before'],
  [/(?<=^|[\p{L}\p{N}] )w(?= [\p{L}\p{N}])/giu, 'with'],
  [/(?<=\d)ish(?!\p{L})/giu, ''],
  [/(?<![^\s(])\${2,5}(?![^\s?!.,)])/gu, 'money'],
  [
    /(?<=\b(?:min|max|minimum|maximum|what|the|rex|hs|business|phone|contact|total) )#(?![\p{L}\p{N}])|(?<!\S)#(?= of )/giu,
    'number',
  ],
  [/(?<= (?:or|just|only)(?: just| only)? as )subs(?!\p{L})/giu, 'subcontractors'],
  // Without an article "us" in small letters is a word of grammar.
  [
    /(?:(?<=\b[Aa] )[Uu]\.?[Ss]\.?(?:[Aa]\.?)?|(?<![\p{L}\p{N}])U\.?S\.?(?:A\.?)?)(?= (?:compan|firm|business|corporation|start|sme|partner|organi[sz]|universit|suppl|export|manufactur)\p{L}*)/gu,
    'American',
  ],
  [/(?<![\p{L}\p{N}])y\/n(?![\p{L}\p{N}])/giu, ''],
  // Of what was said before, as "of it" is.
  [/(?<=combien(?: y a-t-il| il y a| y a)?) là[- ]dedans(?!\p{L})/giu, ''],
  // What goods pay on their way in is a duty: « les homards paient combien en Europe ».
  [
    /(?<= (?:pai|pay)(?:e|ent|ait|aient) )(?:combien|quoi)(?= (?:pour entrer|à la (?:frontière|douane)|aux douanes|à l['’]entrée|en (?:europe|arrivant|entrant)|dans l['’](?:ue|union))(?!\p{L}))/giu,
    'combien de droits de douane',
  ],
  // « Quand l’AECG a til été signé ? »
  [/(?<=(?<![\p{L}\p{N}])(?:a|va|aura|sera|existe|faut|y a) )til(?![\p{L}\p{N}])/giu, 't-il'],
  [/(?<![\p{L}\p{N}])ya(?= (?:tu|des?|une?|pas|moyen|quoi|combien)(?![\p{L}\p{N}]))/giu, 'y a'],
];

/** "Who's payin?": a verb without its last letter; many a name ends so, too. */
const droppedG = new Set(
  'mess mak gett pay try ask look work runn sell buy shipp send join happen talk say fund spend us com tak giv wonder think plann start kill slapp hitt putt charg export import liv mov keep bring leav hold block vot sign hir grow build gain los cost help wait mean call throw chang stopp cutt tell show know need want lead'
    .split(' ')
    .map((verb) => `${verb}in`),
);

/** A letter alone is one only between spaces: "R&D" is no "are". */
const shortWord = /(?<![^\s.,;:!?…()])\p{L}{1,9}(?:['’](?=[\s.,;:!?…()]|$))?(?![^\s.,;:!?…()$])/gu;
/** Capitals of so few letters are somebody's acronym, not somebody shouting: "PR", "CB". */
const acronym = 2;

/** @returns the text with what is short for something written out; as it is where nothing is */
export function writtenOut(text: string): string {
  // A phone begins with a capital by itself, and who shouts writes no acronyms.
  const typed = /\p{Ll}/u.test(text) || !text.includes(' ') ? text : text.toLowerCase();
  const plain = typed.charAt(0).toLowerCase() + typed.slice(1);
  const read = inContext.reduce((so, [short, written]) => so.replace(short, written), plain);
  const full = read.replace(shortWord, (word) => {
    const small = word.toLowerCase();
    if (word.length <= acronym && word !== small) return word;
    const bare = small.replace(/['’]$/u, '');
    return droppedG.has(bare) ? `${bare}g` : (words.get(small) ?? word);
  });
  return full === plain ? text : full;
}
