import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { Edge } from '../../src/slack/edge.ts';
import { type KeptMessage, KeptQuestions } from '../../src/slack/kept-questions.ts';
import { untilTaken } from '../../src/slack/until-taken.ts';
import type { PendingQuestions } from '../../src/workspace.ts';

const outage = Object.assign(new Error(), { code: 'slack_webapi_http_error', statusCode: 503 });
const question: KeptMessage = {
  askedAt: new Date(0),
  takenOver: false,
  body: {},
  incoming: { team: 'T1', channel: 'C1', user: 'UANN', ts: '1.1', text: 'NGen', isDirect: false },
};

test('so many wait for Slack at most: what finds no place is given up at once', async () => {
  const log = pino({ enabled: false });
  const kept = new KeptQuestions({
    ...{ clock: () => new Date(0), log, holder: 'test', mostPausing: 1 },
    pending: {} as PendingQuestions,
  });
  const edge = { kept, log } as Edge;
  const attempt = vi.fn().mockRejectedValueOnce(outage).mockResolvedValue('taken');
  const waiting = untilTaken(edge, question, attempt);
  await vi.waitFor(() => expect(kept.isFull).toBe(true));
  const second = vi.fn().mockRejectedValue(outage);
  await expect(untilTaken(edge, question, second)).rejects.toBe(outage);
  expect(second).toHaveBeenCalledTimes(1);
  expect(await waiting).toBe('taken');
  expect(attempt).toHaveBeenCalledTimes(2);
  expect(kept.isFull).toBe(false);
});
