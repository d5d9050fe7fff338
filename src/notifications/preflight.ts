/** What would happen if a notification were published now: nothing is written, nothing is sent. */
import type { Card } from '../cards/card.ts';
import { formatNumber } from '../cards/format.ts';
import type { Language } from '../knowledge/language.ts';
import type { Channel } from '../store/tenant.ts';
import { compose } from './compose.ts';
import type { NotificationContent } from './content.ts';
import type { Planned } from './fan-out.ts';
import { secondsToSend } from './rate-budget.ts';
import { localDay } from './schedule.ts';
import type { RateLimits } from './sender.ts';
import type { Topics } from './topics.ts';

/** A platform's own rendering, for a look at what really leaves. */
export interface PlatformPreview {
  readonly limits: RateLimits;
  /** The payload as it is sent, and every limit of the platform that it breaks. */
  render(card: Card): { readonly payload: unknown; readonly violations: readonly string[] };
}

export type Previews = Partial<Record<Channel['platform'], PlatformPreview>>;

export interface Preflight {
  readonly audience: number;
  /** Channels that get it, by their time zone. */
  readonly byZone: ReadonlyMap<string, number>;
  readonly byPlatform: ReadonlyMap<string, number>;
  readonly byCadence: ReadonlyMap<string, number>;
  /** Who will be skipped and why. */
  readonly skipped: readonly (Channel & { readonly reason: string })[];
  /** When the first and the last of it is due. */
  readonly firstDue?: Date;
  readonly lastDue?: Date;
  /** Seconds that the rate limits need for what is due at once. */
  readonly seconds: number;
  /** One for each kind of message that somebody gets. */
  readonly payloads: readonly Payload[];
}

export interface Payload {
  readonly platform: Channel['platform'];
  readonly language: Language;
  readonly form: 'message' | 'digest';
  readonly payload: unknown;
  readonly violations: readonly string[];
}

export interface PreflightInput {
  readonly content: NotificationContent;
  readonly kind: 'changes' | 'announcement';
  readonly planned: AsyncIterable<Planned>;
  readonly previews: Previews;
  readonly topics: Topics;
  readonly now: Date;
}

export async function preflight(input: PreflightInput): Promise<Preflight> {
  const { planned, previews, now } = input;
  const byZone = new Map<string, number>();
  const byPlatform = new Map<string, number>();
  const byCadence = new Map<string, number>();
  const atOnce = new Map<Channel['platform'], Map<string, number>>();
  const payloads = new Map<string, Payload>();
  const skipped: (Channel & { reason: string })[] = [];
  const dues: Date[] = [];
  let audience = 0;
  for await (const one of planned) {
    const { delivery, settings } = one;
    const { platform, workspace, channel, dueAt } = delivery;
    audience += 1;
    const reason =
      delivery.skipped ?? (previews[platform] ? undefined : `${platform} is not set up here: it waits`);
    if (reason !== undefined) {
      skipped.push({ platform, workspace, channel, reason });
      continue;
    }
    count(byZone, settings.timeZone);
    count(byPlatform, platform);
    count(byCadence, settings.cadence);
    dues.push(dueAt);
    if (dueAt <= now) {
      const workspaces = atOnce.get(platform) ?? new Map<string, number>();
      count(workspaces, workspace);
      atOnce.set(platform, workspaces);
    }
    const form = delivery.digest === undefined ? 'message' : 'digest';
    const key = `${platform} ${delivery.language} ${form}`;
    const payload = payloads.has(key) ? undefined : payloadOf(input, one, form);
    if (payload) payloads.set(key, payload);
  }
  dues.sort((a, b) => a.getTime() - b.getTime());
  const seconds = [...atOnce].map(([platform, workspaces]) => {
    const limits = previews[platform]?.limits;
    return limits ? secondsToSend(workspaces.values(), limits) : 0;
  });
  const [firstDue] = dues;
  const lastDue = dues.at(-1);
  return {
    audience,
    byZone,
    byPlatform,
    byCadence,
    skipped,
    ...(firstDue && { firstDue }),
    ...(lastDue && { lastDue }),
    seconds: Math.max(0, ...seconds),
    payloads: [...payloads.values()],
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function payloadOf(input: PreflightInput, { delivery, settings, followed }: Planned, form: Payload['form']) {
  const { content, kind, topics, previews, now } = input;
  const { platform, language } = delivery;
  const digest = form === 'digest' ? localDay(settings, delivery.dueAt) : undefined;
  const card = compose({ language, platform, kind, contents: [content], followed, digest, topics, now });
  const rendered = card && previews[platform]?.render(card);
  return rendered && { platform, language, form, ...rendered };
}

/** The preflight as an operator reads it in a terminal, without the payloads. */
export function preflightText(result: Preflight): string {
  const sum = [...result.byPlatform.values()].reduce((total, one) => total + one, 0);
  const list = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, number]) => `${name} ${formatNumber(number, 'en')}`)
      .join(', ');
  const violations = result.payloads.flatMap(({ platform, language, form, violations: found }) =>
    found.map((violation) => `  ${platform}, ${language}, ${form}: ${violation}`),
  );
  return [
    `Audience: ${formatNumber(result.audience, 'en')} channels; ${formatNumber(sum, 'en')} will be told, ${formatNumber(result.skipped.length, 'en')} skipped`,
    ...(sum > 0 ? [`  by platform: ${list(result.byPlatform)}`] : []),
    ...(sum > 0 ? [`  by time zone: ${list(result.byZone)}`] : []),
    ...(sum > 0 ? [`  by cadence: ${list(result.byCadence)}`] : []),
    ...(result.firstDue ? [`Due: from ${iso(result.firstDue)} to ${iso(result.lastDue)}`] : []),
    `What is due at once takes about ${formatNumber(result.seconds, 'en')} seconds by the rate limits`,
    ...result.skipped.map(
      ({ platform, workspace, channel, reason }) =>
        `  skipped: ${platform} ${workspace} ${channel} – ${reason}`,
    ),
    `Payloads: ${result.payloads.length} rendered, ${violations.length === 0 ? 'all within limits' : 'beyond limits:'}`,
    ...violations,
  ].join('\n');
}

function iso(date: Date | undefined): string {
  return date?.toISOString().slice(0, 16).replace('T', ' ').concat(' UTC') ?? '';
}
