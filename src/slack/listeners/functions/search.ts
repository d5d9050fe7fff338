import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Reply } from '../../../conversation/types.ts';
import type { Language } from '../../../knowledge/language.ts';
import { type Edge, slackPlace } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { type SearchResult, searchResult } from '../../search-results.ts';
import { say, strings } from '../../strings.ts';

type Executed = SlackEventMiddlewareArgs<'function_executed'> & AllMiddlewareArgs;

/** The answer and what is near it; Slack takes 50. */
const mostResults = 5;

const inputsSchema = z.object({
  query: z.string().max(3_000),
  user_context: z.object({ id: z.string().min(1) }).optional(),
});
const envelopeSchema = z.object({ team_id: z.string().min(1) });

/**
 * Somebody searches in Slack. Slack waits for the results, so the event is acknowledged after them and not
 * before. What people look for leaves no trace.
 */
export function search(edge: Edge) {
  return async ({ ack, body, inputs, complete, fail }: Executed): Promise<void> => {
    try {
      const asked = inputsSchema.safeParse(inputs);
      const envelope = envelopeSchema.safeParse(body);
      const team = envelope.data?.team_id ?? '';
      const found = asked.success ? await resultsFor(edge, team, asked.data) : [];
      await complete({ outputs: { search_results: found } });
    } catch (error) {
      edge.log.error(describeError(error), 'slack: search not answered');
      await fail({ error: say(strings.failed) }).catch((again: unknown) =>
        edge.log.error(describeError(again), 'slack: search left open'),
      );
    } finally {
      await ack();
    }
  };
}

async function resultsFor(
  edge: Edge,
  team: string,
  { query, user_context }: z.infer<typeof inputsSchema>,
): Promise<SearchResult[]> {
  const language = user_context && (await preferredLanguage(edge, team, user_context.id));
  const place = slackPlace(team, 'search');
  const reply = await edge.answering.ask({
    place,
    text: query,
    memory: 'none',
    ...(language && { language }),
  });
  const replies = [reply, ...(await nearby(edge, reply, reply.language))];
  const newest = edge.freshness().newest ?? edge.clock().toISOString().slice(0, 10);
  const results = new Map<string, SearchResult>();
  for (const one of replies) {
    const result = searchResult(one, newest);
    if (result && !results.has(result.external_ref.id)) results.set(result.external_ref.id, result);
  }
  return [...results.values()].slice(0, mostResults);
}

/** What an answer leads on to, and what may have been meant. Of what is not known nothing is near enough. */
function nearby(edge: Edge, { outcome, turn }: Reply, language: Language): Promise<Reply[]> {
  if (outcome !== 'answer' && outcome !== 'did-you-mean') return Promise.resolve([]);
  return Promise.all(
    turn.offers.slice(0, mostResults).map((offer) => edge.answering.call({ ...offer, language })),
  );
}
