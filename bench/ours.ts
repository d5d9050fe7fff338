/** Our own search and our whole path, as the benchmarks ask them. */
import { toText } from '../src/cards/text.ts';
import { longestText } from '../src/cli/print.ts';
import { clean } from '../src/conversation/clean.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import type { Reply } from '../src/conversation/types.ts';
import { understand } from '../src/conversation/understand.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Language } from '../src/knowledge/language.ts';
import { createSearch } from '../src/search/search.ts';
import { createSpelling } from '../src/search/spelling.ts';
import { score } from '../test/evaluation/score.ts';
import { realConversation, today } from '../test/support/real-content.ts';
import type { OwnQuestion } from './collections/own.ts';
import { mostResults } from './peers/peer.ts';

/** Everything before an intent decides: spelling, names, language and passages. */
export function ourSearch(knowledge: Knowledge): (text: string, language: Language) => string[] {
  const search = createSearch(knowledge);
  const spelling = createSpelling(search.lexicon);
  return (text, language) =>
    understand(
      { text: clean(text), preferred: language, fallback: language, inThread: false },
      search,
      spelling,
    )
      .hits.filter(({ section }) => section !== undefined)
      .slice(0, mostResults)
      .map(({ entry, section }) => `${entry}#${section}`);
}

/** The whole path: a question becomes a card. */
export function ourPath(knowledge: Knowledge): (text: string) => Reply {
  const conversation = createConversation(knowledge, { defaultLanguage: 'en' });
  return (text) => conversation.ask({ text, now: today, turns: [] });
}

/**
 * What a person is shown, as a ranking: the answer, or what "did you mean" offers, each judged by its
 * card. A right one stands for the first relevant section; no answer is an empty ranking.
 */
export function shownCards({ item, relevant }: OwnQuestion, text: string): string[] {
  const reply = realConversation.ask({ text, now: today, turns: [] });
  const shown = reply.outcome === 'did-you-mean' ? offers(reply) : reply.answered ? [reply] : [];
  const [right = 'right'] = relevant.keys();
  return shown.map((card, index) => (isRight(item, card) ? right : `wrong ${index}`));
}

function offers(reply: Reply): Reply[] {
  return reply.card.elements
    .flatMap((element) => (element.type === 'actions' ? element.actions : []))
    .flatMap((action) => (action.type === 'call' ? [realConversation.call(action.call, today)] : []));
}

function isRight(item: OwnQuestion['item'], { answered, language, entries, card }: Reply): boolean {
  const text = toText(card, { only: 'answer', maximum: longestText });
  return score(item, { answered, language, entries, text }).verdict === 'right';
}
