/** Channels of Teams that are told through a webhook: from the news to the request, with the real store. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPublisher } from '../../src/notifications/publisher.ts';
import { deliveriesOf, reportText } from '../../src/notifications/report.ts';
import { createWorker } from '../../src/notifications/worker.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import { parseKeyRing } from '../../src/store/secrets.ts';
import { createWebhookSender } from '../../src/teams/webhook-sender.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';
import { announcement, noon, subscribe, topics } from './fixtures.ts';

const keys = parseKeyRing(`a:${Buffer.alloc(32, 1).toString('base64')}`);
const host = 'https://prod-186.westus.logic.azure.com';
const path = '/workflows/3f297b36/triggers/manual/paths/invoke';
const address = `${host}${path}?sig=secret-signature`;

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe.each(databaseKinds)('a webhook on %s', (kind) => {
  const opened = useStore(kind, { keys });
  let now = noon;
  let ids = 0;
  const clock = () => now;
  const newId = () => `id-${String(ids++).padStart(6, '0')}`;
  const reports: unknown[] = [];

  beforeEach(async () => {
    now = noon;
    reports.length = 0;
    const channel = await opened.store.webhooks.save({ name: 'Trade', address, id: 'w1', by: 'ada' }, now);
    await subscribe(opened.store, channel, 'ngen', { language: 'fr' });
  });

  async function publish(): Promise<string> {
    const publisher = createPublisher({
      ...{ store: opened.store, knowledge: () => realKnowledge, topics: () => topics, clock, newId },
      ...{ approvalAbove: 100, stageDays: 30 },
    });
    const draft = { kind: 'announcement', content: announcement('Summit', ['ngen'], newId()) } as const;
    return (await publisher.publish(draft, 'ada')).id;
  }

  async function deliver(): Promise<void> {
    const worker = createWorker({
      ...{ store: opened.store, topics: () => topics, clock, random: () => 0.5, name: newId() },
      senders: [createWebhookSender({ address: opened.store.webhooks.address })],
      report: (event) => reports.push(event),
      timing: usualTiming,
    });
    await worker.drain();
  }

  async function outcomes(id: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { state, reason } of deliveriesOf(opened.store, id))
      found.push(`${state} ${reason ?? ''}`);
    return found;
  }

  test('is told what it follows, in its language, and of whom to ask for changes', async () => {
    let body = '';
    nock(host)
      .post(path, (posted) => {
        body = JSON.stringify(posted);
        return true;
      })
      .query({ sig: 'secret-signature' })
      .reply(202);
    const id = await publish();
    await deliver();
    expect(await outcomes(id)).toEqual(['sent ']);
    expect(body).toContain('En français.');
    expect(body).toContain('La personne responsable de Supercluster Guide');
    expect(body).not.toContain('Écrivez-moi');
  });

  test('that is switched off is suspended with the reason, and told nothing until somebody mends it', async () => {
    nock(host)
      .post(path)
      .query(true)
      .reply(400, { error: { code: 'WorkflowTriggerIsNotEnabled', message: `see ${address}` } });
    const first = await publish();
    await deliver();
    expect(await outcomes(first)).toEqual(['failed suspended: WorkflowTriggerIsNotEnabled']);
    const second = await publish();
    await deliver();
    expect(await outcomes(second)).toEqual(['skipped suspended: WorkflowTriggerIsNotEnabled']);
    expect(await opened.store.webhooks.list()).toHaveLength(1);
    const seen = [JSON.stringify(reports), await reportText(opened.store, first)].join('');
    expect(seen).not.toMatch(/secret-signature|logic\.azure/);
  });

  test('that may have taken a message is not told twice; a person sends it again', async () => {
    nock(host).post(path).query(true).reply(504);
    const id = await publish();
    await deliver();
    now = new Date(now.getTime() + 3_600_000);
    await deliver();
    expect(await outcomes(id)).toEqual(['failed in doubt: HTTP 504']);
    nock(host).post(path).query(true).reply(202);
    expect(await opened.store.outbox.resendFailures(id, now)).toBe(1);
    await deliver();
    expect((await outcomes(id))[0]).toMatch(/^sent/);
  });

  test('that is removed is told nothing of what waits', async () => {
    const id = await publish();
    await opened.store.channels.forget({ platform: 'workflows', workspace: '', channel: 'w1' });
    await deliver();
    expect(await outcomes(id)).toEqual(['skipped no longer subscribed']);
  });
});
