/** The search of the message extension: answers as cards to insert into a message. */
import { setTimeout as delay } from 'node:timers/promises';
import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import type { IntentCall } from '../../../cards/card.ts';
import type { Reply } from '../../../conversation/types.ts';
import { resultResponse, sentenceResponse } from '../../extension.ts';
import { strings } from '../../strings.ts';
import { askAside, type Turn } from '../../turn.ts';

/** Teams gives up after five seconds. */
const longestSearch = 4_000;
const mostResults = 8;
const longestQuery = 500;

const querySchema = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).max(10),
  queryOptions: z
    .looseObject({
      skip: z.number().int().min(0).catch(0),
      count: z.number().int().min(1).catch(mostResults),
    })
    .optional(),
});

export async function onQuery(turn: Turn): Promise<InvokeResponse> {
  const query = querySchema.safeParse(turn.activity.value).data;
  const text = query?.parameters.find(({ name }) => name === 'question')?.value;
  const words = typeof text === 'string' ? text.trim().slice(0, longestQuery) : '';
  if (words === '') return sentenceResponse(strings.extensionHelp[turn.spoken]);
  const found = await Promise.race([search(turn, words), delay(longestSearch, 'late' as const)]);
  if (found === 'late') return sentenceResponse(strings.extensionLate[turn.spoken]);
  const { skip = 0, count = mostResults } = query?.queryOptions ?? {};
  const page = found.slice(skip, skip + Math.min(count, mostResults));
  return page.length > 0 || skip > 0
    ? resultResponse(page)
    : sentenceResponse(strings.extensionNothing[turn.spoken]);
}

/** The answer first, then what else comes near; nothing is remembered of what is typed. */
async function search(turn: Turn, text: string): Promise<Reply[]> {
  const reply = await askAside(turn, text);
  const near = reply.outcome === 'answer' ? reply.explanation.hits.flatMap(callOf(reply)) : [];
  const offers = reply.turn.offers.map((offer) => ({ ...offer, language: reply.language }));
  const others = await Promise.all([...near, ...offers].map((call) => turn.answering.call(call)));
  // Of two answers on one card each comes as a hit.
  const first = reply.intent === 'either' ? [] : [reply];
  const answers = [...first, ...others].filter(({ outcome }) => outcome === 'answer');
  // The same answer comes as a hit and as an offer.
  return [...new Map(answers.map((answer) => [answer.card.summary, answer])).values()].slice(0, mostResults);
}

/** A passage is named `entry#section`. */
function callOf({ language }: Reply) {
  return ({ passage }: { readonly passage: string }): IntentCall[] => {
    const [entry, section] = passage.split('#');
    return entry && section ? [{ intent: 'section', args: { entry, section }, language }] : [];
  };
}
