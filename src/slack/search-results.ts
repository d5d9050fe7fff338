/** Reply → a result in Slack's own search. Pure. */
import { toText } from '../cards/text.ts';
import type { Reply } from '../conversation/types.ts';
import { clean, webAddress } from './clean.ts';
import { limits } from './limits.ts';

/** docs.slack.dev/enterprise-search/developing-apps-with-search-features, "The search_results object". */
export interface SearchResult {
  readonly external_ref: { readonly id: string };
  readonly title: string;
  readonly description: string;
  readonly link: string;
  /** `YYYY-MM-DD` */
  readonly date_updated: string;
  /** What Slack may make an answer of, beside title and description. */
  readonly content: string;
}

/**
 * @param otherwise the date of a result whose sources have none
 * @returns undefined where there is no answer, or no page to open
 */
export function searchResult({ outcome, call, card }: Reply, otherwise: string): SearchResult | undefined {
  if (outcome !== 'answer' || !call) return undefined;
  const title = card.elements.find((element) => element.type === 'title');
  const sources = card.elements.flatMap((element) => (element.type === 'sources' ? [element] : []));
  const [page] = sources.flatMap((element) => element.sources);
  const link = page && webAddress(page.url, limits.linkUrl);
  if (title?.type !== 'title' || link === undefined) return undefined;
  const asOf = sources.map((element) => element.asOf).join(' ');
  const answer = clean(toText(card, { only: 'answer', maximum: limits.messageTextAim })).trim();
  const dates = sources.flatMap((element) => element.sources.flatMap(({ date }) => date ?? []));
  return {
    external_ref: { id: [call.intent, ...Object.values(call.args), call.language].join('/').slice(0, 255) },
    title: clean(title.text),
    description: clean(card.summary),
    link,
    date_updated: wholeDate(dates.toSorted().at(-1) ?? otherwise),
    // The date belongs to what is said: a figure without it may be taken for today's.
    content: [answer, clean(asOf)].filter((part) => part !== '').join('\n\n'),
  };
}

/** `2019` and `2019-06` stand for their first day: no later than what is known. */
function wholeDate(date: string): string {
  const [year = '1970', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}
