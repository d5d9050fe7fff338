/** Kills the process that publishes and sends, over and over, and counts what the platforms received. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { deliveriesOf } from '../../src/notifications/report.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { noon, settings } from '../notifications/fixtures.ts';
import { type DatabaseKind, databaseKinds, freshDatabase } from '../support/databases.ts';
import { FlakySlack, FlakyTeams, type Trouble, troubles } from '../support/flaky-platforms.ts';
import { fastClock } from './time-speed.ts';

/** On each of the two databases; KILLS=500 npm run chaos -- kill-delivery for a longer proof. */
const kills = Number(process.env.KILLS ?? 50);
/** Databases with platforms of their own, killed side by side: while one starts again another is killed. */
const lanes = Math.min(4, kills);
const slackChannels = 6;
const teamsChannels = 4;
/**
 * Half of the kills come after so many publications have begun or ended, at most, and half after so many
 * requests have come in; then a moment more. Counted and not timed, they hit a slow machine in the midst of
 * its work too.
 */
const mostPublished = 10;
const mostRequests = 40;
const moment = 60;
/** Milliseconds before each answer of a platform, so that a kill meets requests under way. */
const answerAfter = 20;
const program = fileURLToPath(new URL('deliver.ts', import.meta.url));
/** A killed process leaves nothing compiled for the next one. */
const compiled = mkdtempSync(join(tmpdir(), 'compiled-'));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

function start(options: object): ChildProcess {
  return spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
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

/** A count gets to some number between 1 and `most`. */
async function reached(most: number, count: () => number): Promise<void> {
  const wanted = 1 + Math.floor(Math.random() * most);
  while (count() < wanted) await delay(2);
}

interface Figures {
  readonly kills: number;
  /** Kills that came between the beginning of a publication and its end, and while a platform was asked. */
  readonly whilePublishing: number;
  readonly whileSending: number;
  readonly notifications: number;
  readonly slackSent: number;
  readonly lookups: number;
  readonly teamsSent: number;
  /** In doubt: a person decides. */
  readonly teamsFailed: number;
  /** After the double accepted and cut the line. */
  readonly teamsDoubled: number;
  readonly met: Readonly<Record<Trouble, number>>;
}

/** Kills one process after the other on one database, lets a last one finish, and counts. */
async function survive(kind: DatabaseKind, lane: number, kills: number): Promise<Figures> {
  const { location, remove } = await freshDatabase(kind);
  const epoch = Date.now();
  const slack = new FlakySlack(fastClock(epoch), 0.2, answerAfter);
  const teams = new FlakyTeams(0.2, answerAfter);
  onTestFinished(async () => {
    slack.stop();
    teams.stop();
    await remove();
  });
  const [slackUrl, teamsUrl] = await Promise.all([slack.start(), teams.start()]);
  const setup = await openStore(location, { role: 'server' });
  await subscribeAll(setup, teamsUrl);
  await setup.close();

  const requests = () => slack.received + teams.received;
  const common = { location, slackUrl, epoch, role: 'server' };
  const announced = new Set<string>();
  let whilePublishing = 0;
  let whileSending = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = start({ ...common, prefix: `lane ${lane} kill ${kill}`, mode: 'run' });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const before = requests();
    if (kill % 2 === 0) await reached(mostPublished, () => output.split('\n').length - 1);
    else await reached(mostRequests, () => requests() - before);
    await delay(Math.random() * moment);
    if (slack.underWay + teams.underWay > 0) whileSending += 1;
    child.kill('SIGKILL');
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGKILL');
    const said = output.split('\n').slice(0, -1);
    if (said.at(-1)?.startsWith('begins ')) whilePublishing += 1;
    for (const line of said) if (line.startsWith('done ')) announced.add(line.slice('done '.length));
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

  const met = Object.fromEntries(troubles.map((name) => [name, slack.met[name] + teams.met[name]]));
  return {
    ...{ kills, whilePublishing, whileSending, notifications: titles.size },
    ...{ slackSent: onSlack.length, lookups: slack.lookups },
    ...{ teamsSent: onTeams.length - failed.length, teamsFailed: failed.length },
    ...{ teamsDoubled: doubled.length, met: met as Record<Trouble, number> },
  };
}

describe.each(databaseKinds)('on %s', (kind) => {
  beforeAll(async () => {
    const { location, remove } = await freshDatabase(kind);
    const common = { location, slackUrl: 'http://127.0.0.1:9/', epoch: Date.now(), role: 'server' };
    const first = start({ ...common, prefix: 'first', mode: 'drain' });
    expect((await once(first, 'close'))[0]).toBe(0);
    await remove();
  });

  test(`nothing is lost and nothing doubled over ${kills} kills`, {
    timeout: 60_000 + kills * 10_000,
  }, async () => {
    const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((kills + lane) / lanes));
    const all = await Promise.all(shares.map((share, lane) => survive(kind, lane, share)));
    const sum = (figure: (one: Figures) => number) => all.reduce((total, one) => total + figure(one), 0);
    expect(sum((one) => one.kills)).toBe(kills);
    const audience = sum((one) => one.notifications) * (slackChannels + teamsChannels);
    const sent = sum((one) => one.slackSent + one.teamsSent);
    const failed = sum((one) => one.teamsFailed);
    console.log(
      `${kind}: ${kills} kills in ${lanes} lanes, ${sum((one) => one.whilePublishing)} of them while publishing, ` +
        `${sum((one) => one.whileSending)} with requests under way; ${sum((one) => one.notifications)} notifications: ` +
        `sent ${sent} + failed ${failed} + skipped 0 = audience ${audience}; ` +
        `Slack: ${sum((one) => one.slackSent)} sent, 0 lost, 0 doubled, ${sum((one) => one.lookups)} looked up; ` +
        `Teams: ${sum((one) => one.teamsSent)} sent, ${failed} left to a person, ` +
        `${sum((one) => one.teamsDoubled)} doubled after a cut line; ` +
        `troubles met: ${troubles.map((name) => `${name} ${sum((one) => one.met[name])}`).join(', ')}`,
    );
    expect(sent + failed).toBe(audience);
    if (kills < 50) return;
    expect(sum((one) => one.whilePublishing)).toBeGreaterThan(0);
    expect(sum((one) => one.whileSending)).toBeGreaterThan(kills / 10);
  });
});
