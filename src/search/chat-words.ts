/** Grammar as it is typed in a hurry: "wat", "becuz", « koi », « pk ». No slip of the keys, so nothing to tell about. */

const english: Readonly<Record<string, string>> = {
  what: 'wat wut whut waht wht',
  which: 'wich whch whitch wihch',
  who: 'whoo hoo',
  when: 'wen whn whne',
  where: 'wher whre whear',
  why: 'wy whyy',
  how: 'hw hwo',
  'what is': 'whatz wats wuts',
  because: 'becuz becoz becaus becuase bcuz bcoz',
  before: 'befor befoer b4 bfore',
  after: 'aftr afer',
  about: 'abt abut abuot baout',
  between: 'btwn betwen beetween',
  through: 'thru thruogh',
  with: 'wiht wth',
  without: 'wihtout witout',
  their: 'thier',
  the: 'teh hte',
  and: 'adn nad',
  that: 'taht thta',
  this: 'tihs',
  should: 'shud shoud shuold',
  could: 'cud coud cuold',
  would: 'wud woud wuold',
  does: 'duz dose',
  please: 'plese pleas plse',
  people: 'ppl pepole',
  government: 'govt gov govmt',
};

const french: Readonly<Record<string, string>> = {
  quoi: 'koi koa kwa qoi',
  qui: 'ki',
  que: 'ke',
  quel: 'kel qel',
  quelle: 'kelle qelle',
  quand: 'kan kand qand',
  comment: 'komen koman kommen coment',
  combien: 'combi1 conbien combein',
  pourquoi: 'pk pkoi pourkoi pcoi porquoi',
  'c’est': 'cest sest',
  'j’ai': 'jai',
  'n’est': 'nest',
  'qu’est-ce que': 'keske kesske kessé keskon',
  dans: 'ds dns',
  avec: 'avc',
  tout: 'tt',
  beaucoup: 'bcp',
  quelque: 'qq qque',
  'parce que': 'pcq pske parske',
  gouvernement: 'gouv gvt',
};

/** Folded word → what was meant, as it is written. */
export const chatWords: ReadonlyMap<string, string> = new Map(
  [english, french].flatMap((words) =>
    Object.entries(words).flatMap(([meant, typed]) => typed.split(' ').map((word) => [word, meant] as const)),
  ),
);
