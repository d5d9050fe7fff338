/** Kills the process that publishes and sends, over and over, and counts what the platforms received. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deliveriesOf } from '../../src/notifications/report.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { noon, settings } from '../notifications/fixtures.ts';
import { databaseKinds, freshDatabase } from '../support/databases.ts';
import { FlakySlack, FlakyTeams, troubles } from '../support/flaky-platforms.ts';

/** KILLS=100 npm run chaos for the long proof. */
const kills = Number(process.env.KILLS ?? 4);
const slackChannels = 6;
const teamsChannels = 4;
const program = fileURLToPath(new URL('deliver.ts', import.meta.url));

function start(options: object): ChildProcess {
  return spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function subscribeAll(store: Store, teamsUrl: string): Promise<void> {
  const topic = { topic: 'everything', settings: settings() };
  for (let n = 0; n < slackChannels; n += 1) {
    const place = { platform: 'slack' as const, workspace: 'T1', channel: `C${n}` };
    await store.subscriptions.put(place, [topic], 'U1', noon);
  }
  for (let n = 0; n < teamsChannels; n += 1) {
    const place = { platform: 'teams' as const, workspace: 'tenant', channel: `19:${n}` };
    const record = {
      ...{ conversationId: place.channel, conversationType: 'groupChat', serviceUrl: teamsUrl },
      ...{ channelId: 'msteams', botId: '28:bot', tenantId: 'tenant' },
    };
    await store.references.save(place, JSON.stringify(record), noon);
    await store.subscriptions.put(place, [topic], 'U1', noon);
  }
}

async function everyDelivery(store: Store): Promise<(Delivery & { readonly title: string })[]> {
  const all = [];
  for (const { id, items, audience } of await store.notifications.latest(10_000)) {
    const counts = await store.outbox.counts(id);
    expect(counts).toMatchObject({ audience: slackChannels + teamsChannels, pending: 0, sending: 0 });
    expect(audience).toBe((counts?.sent ?? 0) + (counts?.failed ?? 0) + (counts?.skipped ?? 0));
    for await (const delivery of deliveriesOf(store, id)) all.push({ ...delivery, title: items[0] ?? '' });
  }
  return all;
}

describe.each(databaseKinds)('on %s', (kind) => {
  test(`nothing is lost and nothing doubled over ${kills} kills`, { timeout: 1_800_000 }, async () => {
    const { location, remove } = await freshDatabase(kind);
    const slack = new FlakySlack();
    const teams = new FlakyTeams();
    const [slackUrl, teamsUrl] = await Promise.all([slack.start(), teams.start()]);
    const setup = await openStore(location, { role: 'server' });
    await subscribeAll(setup, teamsUrl);
    await setup.close();

    const epoch = Date.now();
    const common = { location, slackUrl, epoch, role: 'server' };
    const announced = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const child = start({ ...common, prefix: `k${kill}`, mode: 'run' });
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      await once(child.stdout!, 'data');
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 700);
      const [, signal] = await once(child, 'close');
      expect(signal).toBe('SIGKILL');
      for (const line of output.split('\n').slice(0, -1)) if (line !== 'ready') announced.add(line);
    }
    const last = start({ ...common, prefix: 'last', mode: 'drain' });
    expect((await once(last, 'close'))[0]).toBe(0);

    const store = await openStore(location, { role: 'server' });
    const deliveries = await everyDelivery(store);
    await store.close();
    const titles = new Set(deliveries.map(({ title }) => title));
    expect([...announced].filter((title) => !titles.has(title))).toEqual([]);

    // Slack: everything stands there exactly once.
    const standing = slack.standing();
    const onSlack = deliveries.filter(({ platform }) => platform === 'slack');
    expect(onSlack.filter(({ state }) => state !== 'sent').map(({ reason }) => reason)).toEqual([]);
    expect(onSlack.map(({ id, messageId }) => [id, messageId])).toEqual(
      onSlack.map(({ id }) => [id, standing.get(id)?.join(' and ')]),
    );
    expect(standing.size).toBe(onSlack.length);

    // Teams: what failed was in doubt; what stands there more than once was accepted and then cut.
    const onTeams = deliveries.filter(({ platform }) => platform === 'teams');
    const keyOf = ({ channel, title }: (typeof onTeams)[number]) => `${channel} ${title}`;
    const failed = onTeams.filter(({ state }) => state !== 'sent');
    expect(failed.filter(({ reason }) => !reason?.startsWith('in doubt'))).toEqual([]);
    const missing = onTeams.filter((one) => one.state === 'sent' && !teams.posts.has(keyOf(one)));
    expect(missing).toEqual([]);
    const doubled = [...teams.posts].filter(([, count]) => count > 1).map(([key]) => key);
    expect(doubled.filter((key) => !teams.cut.has(key))).toEqual([]);

    console.log(
      `${kind}: ${kills} kills, ${titles.size} notifications, ${deliveries.length} deliveries; ` +
        `Slack: ${onSlack.length} sent, 0 lost, 0 doubled, ${slack.lookups} looked up; ` +
        `Teams: ${onTeams.length - failed.length} sent, ${failed.length} left to a person, ` +
        `${doubled.length} doubled after a cut line; ` +
        `troubles met: ${troubles.map((name) => `${name} ${slack.met[name] + teams.met[name]}`).join(', ')}`,
    );
    expect(deliveries.length).toBeGreaterThan(kills * slackChannels);
    slack.stop();
    teams.stop();
    await remove();
  });
});
