/** "And the others?", "compared to NGen?": what was asked of one cluster is asked of others beside it. */

import type { Understanding } from '../intents/intent.ts';
import { readPart } from '../intents/joined.ts';
import { clustersOf, ofAskedType, programmeId } from '../intents/lookup.ts';
import { moneyAttributes, ofTheYear } from '../intents/measured-by.ts';
import { asksRank, extremes, orderOf } from '../intents/weighing.ts';
import { yearsOf } from '../intents/years.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import type { Search } from '../search/search.ts';
import { isBare } from './rewritten.ts';
import type { Turn } from './types.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const others = words('others other rest remaining autres autre reste');
/** These say it beside "and" only: "that's all" asks nothing. */
const all = words('all each every everyone everybody toutes tous chacune chaque');
const frame = words(
  'and what about how for there any who which name list the of them also so then do does did is are to four five 4 5 ones one same thing cluster clusters supercluster superclusters ' +
    'et pour les des quid qu en est il le la que quatre cinq grappe grappes supergrappe supergrappes alors sont font ont d entre elles c quoi y a t il quelles qui',
);
const opens = /^(?:and|or|what about|how about|et|ou|mais|quid|qu en est il)\b/;
/** "Compared to", « par rapport à » : the one that is named is set beside the one that was shown. */
const compares =
  /^(?:and |et |ok |so )?(?:how does (?:that|it|this) )?(?:compared? (?:to|with)|comparing (?:to|with)|versus|vs|against|relative to|than|compares? (?:to|with)|par rapport|comparee?|comparativement|face|contre|vis a vis|a cote)\b/;
const comparing = words(
  'how does that it this compare compared compares comparing to with versus vs against relative than and ok so the of what does is ' +
    'par rapport a au comparee compare comparativement face contre vis cote de celle ceux la celui et',
);

/** @returns the comparison that is meant; undefined where the last answer was about no one cluster or the words say more */
export function besideOthers(
  understanding: Understanding,
  turns: readonly Turn[],
  knowledge: Knowledge,
  gazetteer: Search['gazetteer'],
): { readonly intent: string; readonly args: Readonly<Record<string, string>> } | undefined {
  const last = shownFirst(turns.at(-1));
  const clusters = clustersOf(knowledge, understanding.language).map(({ id }) => id);
  if (last?.intent === 'compare') return rankedAnew(last, understanding, knowledge);
  if (last?.args.entry === programmeId && (asksPerCluster(understanding) || asksWhichOfThem(understanding))) {
    const attributes = attributeShown(last, knowledge, gazetteer);
    const args = { entries: clusters.join(','), attributes: attributes ?? '' };
    const least = orderOf(understanding.words) === 'least';
    return attributes ? { intent: 'compare', args: least ? { ...args, order: 'least' } : args } : undefined;
  }
  const entry = last?.args.entry;
  const whichOfAll = asksWhichOfAll(understanding.words);
  if (!last || entry === undefined || !clusters.includes(entry)) return undefined;
  if (understanding.attributes.length > 0 && !whichOfAll) return undefined;
  const before = shownFirst(turns.at(-2))?.args.entry;
  const two =
    before !== undefined && before !== entry && clusters.includes(before) && asksWhichOfTwo(understanding);
  const named = understanding.entries.filter((id) => clusters.includes(id) && id !== entry);
  const ofAll = whichOfAll && !two;
  const entries =
    asksOthers(understanding) || ofAll
      ? clusters
      : two
        ? [before, entry]
        : named.length > 0 && asksBeside(understanding)
          ? [entry, ...named]
          : [];
  if (entries.length === 0) return undefined;
  const attribute = attributeShown(last, knowledge, gazetteer);
  if (attribute) {
    const args = { entries: entries.join(','), attributes: attribute };
    const least =
      (two || ofAll) && (orderOf(understanding.words) === 'least' || asksFree(understanding.words));
    return { intent: 'compare', args: least ? { ...args, order: 'least' } : args };
  }
  // What each of them does, the list tells.
  const first = knowledge.entry(entry, understanding.language)?.sections[0]?.id;
  const whole = last.intent === 'profile' || (first !== undefined && last.args.section === first);
  return whole && entries.length === clusters.length ? { intent: 'list', args: {} } : undefined;
}

/** "And the smallest?", "and in 2023?", "both together?" after a comparison: the same weighed from the other end, or for that year. */
function rankedAnew(
  { args }: Turn,
  { words: asked, mentions }: Understanding,
  knowledge: Knowledge,
): { readonly intent: string; readonly args: Readonly<Record<string, string>> } | undefined {
  if (asksTogether.test(phraseOf(asked))) return { intent: 'compare', args };
  const years = yearsOf(asked);
  const order = orderOf(asked);
  const comesLast = lastOfThem.test(phraseOf(asked));
  const anew = order !== undefined || years.length > 0 || asksRank(asked) || comesLast;
  const nothingElse = asked.every(
    ({ folded }) =>
      extremes.has(folded) ||
      ofTwo.has(folded) ||
      frame.has(folded) ||
      ranks.has(folded) ||
      years.includes(folded),
  );
  // "The last of the five?" asks for no last day.
  const named = mentions.some(
    ({ kind, start, end }) => kind !== 'attribute' || !isRanking(asked.slice(start, end)),
  );
  if (!anew || !nothingElse || named || !args.entries || !args.attributes) return undefined;
  const shown = args.attributes.split(',');
  const money = shown.some((id) => moneyAttributes.includes(id)) ? ['funding'] : shown;
  const attributes = years.length > 0 ? ofTheYear(money, years, knowledge) : shown;
  if (!attributes) return undefined;
  const now = { entries: args.entries, attributes: attributes.join(',') };
  const least = order === undefined ? comesLast || args.order === 'least' : order === 'least';
  return { intent: 'compare', args: least ? { ...now, order: 'least' } : now };
}

/** "And both together?": there is no sum, but the figures beside one another. */
const asksTogether =
  /^(?:and |et )?(?:for |pour )?(?:both|together|both together|both of them|combined|in total|all together|les deux|les deux ensemble|ensemble|au total)$/;

/** "The last of the five?", « et la dernière ? » */
const lastOfThem =
  /^(?:and |et )?(?:who |which |qui |laquelle )?(?:s |is |comes |est |arrive )?(?:at |in |en )?(?:the |la |le |dernier )?(?:very )?(?:last|bottom|tail|dernier|derniere|bas)(?: place| of (?:that|the|your) (?:list|ranking|table)| de (?:la |cette )?(?:liste|table)| one| of (?:the )?(?:five|them|5)| des cinq| d entre elles)?$/;

function isRanking(asked: readonly Word[]): boolean {
  return asked.every(({ folded }) => ranks.has(folded) || frame.has(folded));
}

const ranks = words(
  'place rank position number second third fourth last bottom tail list ranking table liste bas that your de cette in en deuxieme troisieme quatrieme dernier derniere comes arrive',
);

/** "Per cluster", « et chacune ? » : of each what was told of the programme. */
function asksPerCluster({ words: asked, mentions }: Understanding): boolean {
  return (
    mentions.every(({ kind }) => kind === 'attribute' || kind === 'entry') &&
    /^(?:and |so |et |alors )*(?:how (?:is|was|were|are) (?:it|that|this|they|the money|those) (?:shared|split|divided|distributed|allocated|broken down|divvied)(?: up| out)?(?: (?:between|among)(?: them| the (?:five|clusters)| the five clusters)?)?|who got what|who gets what|qui a eu quoi|qui a recu quoi|comment (?:(?:a t )?il|ca|elle|c )?(?:s |a |a ete |ont ete |est )*(?:ete )?(?:reparti|partage|divise|ventile|distribue)e?s?)$|^(?:and |et |ok |now )*(?:(?:can you |could you |please )?(?:break|split|divide) (?:it |that |this |them )?(?:down |up )?|(?:and )?how (?:is|was) (?:it|that) (?:split|divided|shared)(?: up)? |broken down |split |ventile (?:ca |cela |le )?|decoupe (?:ca |cela )?|detaille (?:ca )?)?(?:(?:per|by|for each|of each|par|pour chaque|de chaque) (?:super)?(?:cluster|grappe)s?|(?:for |of )?each(?: one| of them)?|(?:pour |de )?chacune(?: d elles)?|between them|among them|entre elles)(?: please| pls| svp| stp)?$/.test(
      phraseOf(asked),
    )
  );
}

/** The turn with the first of its answers, where it fitted two about as well. */
export function shownFirst<Shown extends Turn | undefined>(turn: Shown): Shown {
  return turn?.intent === 'either' && turn.args.part1 ? { ...turn, ...readPart(turn.args.part1) } : turn;
}

/** "So who pays the least?", « laquelle est gratuite ? » after what was told of one: which of all. */
function asksWhichOfAll(asked: readonly Word[]): boolean {
  return (
    asksWhich.test(phraseOf(asked)) &&
    (orderOf(asked) !== undefined || asksFree(asked)) &&
    asked.every(
      ({ folded }) =>
        extremes.has(folded) ||
        frame.has(folded) ||
        free.has(folded) ||
        given.has(folded) ||
        ofTwo.has(folded),
    )
  );
}

function asksFree(asked: readonly Word[]): boolean {
  return asked.some(({ folded }) => free.has(folded)) || withoutPrice.test(phraseOf(asked));
}

/** "One that doesn't charge", « une sans cotisation » */
const withoutPrice =
  /\b(?:doesn t|don t|does not|do not|without|sans|no) (?:charge|cost|ask|have|pay|any|a|frais|cotisation|fees?|membership)\b/;
const asksWhich =
  /^(?:and |so |ok |then |et |alors |donc |but |mais )*(?:who|which|(?:is|are) there|isn t there|any|do any|does any|laquelle|lesquelles|quelle|qui|(?:est ce qu )?il y en a|y en a t il|(?:il )?existe(?: t il)?)\b/;
const free = words('free gratuit gratuite gratuites nothing rien');
const given = words(
  'there any that t doesn don not do without sans no fee fees charging membership frais cotisation en une pas joins join il existe ' +
    'pay pays gives give covers cover reimburses asks charges charge costs cost gets got has have offers paie paye rembourse couvre demande coute donne a recu',
);

function asksOthers({ words: asked, mentions }: Understanding): boolean {
  const folded = asked.map((word) => word.folded);
  const said = folded.some((word) => others.has(word));
  return (
    mentions.every(({ kind }) => kind === 'attribute') &&
    (said || (opens.test(folded.join(' ')) && folded.some((word) => all.has(word)))) &&
    folded.every((word) => others.has(word) || all.has(word) || frame.has(word))
  );
}

/** "Which got the most?" after what was told of the programme: which of the clusters. */
function asksWhichOfThem({ words: asked, mentions }: Understanding): boolean {
  const folded = asked.map((word) => word.folded);
  return (
    mentions.every(({ kind }) => kind === 'attribute') &&
    asksWhich.test(folded.join(' ')) &&
    orderOf(asked) !== undefined &&
    folded.every((word) => extremes.has(word) || ofTwo.has(word) || frame.has(word))
  );
}

/** "Which one has more?", "which was first?": of the two that were asked about one after the other. */
function asksWhichOfTwo({ words: asked, mentions }: Understanding): boolean {
  const folded = asked.map((word) => word.folded);
  return (
    mentions.every(({ kind }) => kind === 'attribute') &&
    /^(?:and |so |et |alors )?(?:which|who|lequel|laquelle|qui)\b/.test(folded.join(' ')) &&
    (orderOf(asked) !== undefined || folded.some((word) => sequence.has(word))) &&
    folded.every((word) => extremes.has(word) || sequence.has(word) || ofTwo.has(word))
  );
}

const sequence = words('first earlier before sooner last later premier premiere dernier derniere avant');
const ofTwo = words(
  'and so which who one of them these those the two is was were has have had got gets received does did it costs ' +
    'et alors lequel laquelle quelle qui recu recoit des deux en a est ete le la ont d entre eux elles',
);

function asksBeside({ words: asked, mentions }: Understanding): boolean {
  const inName = (index: number) =>
    mentions.some(({ kind, start, end }) => kind === 'entry' && start <= index && index < end);
  return (
    compares.test(phraseOf(asked)) &&
    asked.every((word, index) => inName(index) || comparing.has(word.folded))
  );
}

/** The attribute of the last answer: the one that was asked for, where its section tells of several. */
function attributeShown(
  { intent, args, meaning }: Turn,
  knowledge: Knowledge,
  gazetteer: Search['gazetteer'],
): string | undefined {
  if (intent === 'attribute') return args.attribute;
  if (intent !== 'section' || args.section === undefined) return undefined;
  const told = knowledge.vocabulary.attributes
    .filter(({ section }) => section === args.section)
    .map(({ id }) => id);
  const said = wordsOf(meaning);
  const named = gazetteer
    .find(said)
    .filter(({ kind, id }) => kind === 'attribute' && (told.length === 0 || told.includes(id)));
  // "How much did it get in the renewal?" asks for the renewal.
  const asked = named.find((mention) => !isBare(mention, false)) ?? named[0];
  if (asked) return asked.id;
  // Of several figures the total is meant, else what is of the kind that was asked for.
  const entry = knowledge.entry(args.entry ?? '', 'en');
  return told.find((id) => id === 'funding') ?? (entry ? ofAskedType(told, said, entry)[0] : undefined);
}
