/** "The farm one", "the BC outfit", « les gens de l’océan », « ceux de Vancouver »: a cluster, pointed out by its field or place. */
import type { Language } from '../knowledge/language.ts';
import type { Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Search } from '../search/search.ts';

const outfit = /^(?:outfits?|bunch|crowd|gang|folks?|guys|crew|boys|gals|hub)$/;
const oneOfThem = /^ones?$/;
const people = /^people$/;
const article = /^(?:the|that|this|those)$/;
/** What stands before the field or place in French, at the end of these words. */
const peopleOf =
  /(?:^| )((?:gens|gars|filles|ceux|celle|celui|gang|bande|equipe|monde|manitous|cracks|bonzes) (?:d|de|du|des)(?: l| la| les)?)$/;
/** A whole province has an article, a city has none: « les gens du Québec » are its people. */
const peopleOfCity =
  /(?:^| )((?:gens|gars|filles|ceux|celle|celui|gang|bande|equipe|manitous|cracks|bonzes) (?:d|de))$/;

/** "The one in Regina", "the folks from Hamilton" */
const oneInCity =
  /(?:^| )((?:the|that|those) (?:one|outfit|bunch|crowd|gang|folks|crew|guys|people) (?:in|from|at))$/;

/** Of goods at a border "the lobster one" is a duty or a quota. */
const ofTrade =
  /^(?:dut(?:y|ies)|tariffs?|tarifs?|quotas?|customs|exports?|imports?|origine?|douanes?|droits|contingents?|ceta|aecg)$/;

interface Place {
  readonly language: Language;
  /** The words that stand for the cluster; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

function placeOf(mention: Mention, words: readonly Word[], inThread: boolean): Place | undefined {
  const { kind, weak, start, end } = mention;
  const isPlace = kind === 'province';
  const isField = kind === 'sector' || kind === 'technology' || (kind === 'entry' && weak);
  if (!isPlace && !isField) return undefined;
  const after = words[end]?.folded ?? '';
  // In a thread "the fish one" may be a quota that was spoken of.
  const stands =
    outfit.test(after) ||
    (oneOfThem.test(after) && !(inThread && isField)) ||
    (isField && people.test(after));
  if (stands && article.test(words[start - 1]?.folded ?? '')) return { language: 'en', start, end: end + 1 };
  const before = words.slice(Math.max(0, start - 3), start).map(({ folded }) => folded);
  const inEnglish = isPlace ? oneInCity.exec(before.join(' '))?.[1] : undefined;
  if (inEnglish) return { language: 'en', start: start - inEnglish.split(' ').length, end };
  const pointer = (isPlace ? peopleOfCity : peopleOf).exec(before.join(' '))?.[1];
  return pointer ? { language: 'fr', start: start - pointer.split(' ').length, end } : undefined;
}

/**
 * @param mentions the names in the text: where one is a cluster, no other is pointed out
 * @param inThread whether something was said before
 * @returns the text with the name of the cluster in place of those words; undefined where it points out none, or several
 */
export function withClusterNamed(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  inThread: boolean,
  search: Search,
): string | undefined {
  if (search.namesCluster(mentions.flatMap(({ id, weak }) => (weak ? [] : [id])))) return undefined;
  if (words.some(({ folded }) => ofTrade.test(folded))) return undefined;
  for (const mention of mentions) {
    const place = placeOf(mention, words, inThread);
    const [cluster, ...others] = place ? clustersMeant(mention, search) : [];
    if (!place || !cluster || others.length > 0) continue;
    const from = words[place.start]!.start;
    const to = words[place.end - 1]!.end;
    return text.slice(0, from) + search.nameOf(cluster, place.language) + text.slice(to);
  }
  const described = ofSeveralFields(words, mentions, search);
  if (!described) return undefined;
  const { start, end, cluster } = described;
  return text.slice(0, words[start]!.start) + search.nameOf(cluster, 'en') + text.slice(words[end - 1]!.end);
}

const joins = new Set(['and', 'n', 'plus']);
const called =
  /^(?:super)?clusters?$|^(?:network|hub|outfit|bunch|crowd|gang|crew|club|folks?|people|organi[sz]ation|consortium)$/;

/**
 * "The peas-and-canola cluster", "the factory and robot people": whatever else is asked, its fields only say which one
 * is meant. The closest one is, for each of them.
 */
function ofSeveralFields(
  words: readonly Word[],
  mentions: readonly Mention[],
  search: Search,
): { readonly start: number; readonly end: number; readonly cluster: string } | undefined {
  const at = words.findIndex(({ folded }) => called.test(folded));
  const fields: Mention[] = [];
  let start = at;
  for (;;) {
    const before = joins.has(words[start - 1]?.folded ?? '') && fields.length > 0 ? start - 1 : start;
    const field = mentions.find(
      ({ kind, end }) => (kind === 'sector' || kind === 'technology') && end === before,
    );
    if (!field) break;
    fields.push(field);
    start = field.start;
  }
  if (fields.length < 2 || !article.test(words[start - 1]?.folded ?? '')) return undefined;
  const [cluster, ...others] = new Set(fields.map((field) => search.clustersOf(field)[0]));
  return cluster === undefined || others.length > 0 ? undefined : { start: start - 1, end: at + 1, cluster };
}

function clustersMeant(mention: Mention, search: Search): readonly string[] {
  if (mention.kind !== 'entry') return search.clustersOf(mention);
  return search.namesCluster([mention.id]) ? [mention.id] : [];
}
