/**
 * The metrics, in Prometheus' text format. The one file that knows the client library, and loaded only
 * where METRICS_PORT is set. `docs/observability.md` lists what is here; a test compares them.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import { boundedLabel, statusLabel } from './labels.ts';
import type { Measurements } from './measurements.ts';

/** What is looked up when somebody asks, rather than counted as it happens. */
export interface GaugeSources {
  content(): ContentFigures;
  /** Deliveries that are not done, over all servers of the database. */
  backlog(): Promise<BacklogFigures>;
}

export interface ContentFigures {
  readonly version: string;
  readonly entries: number;
  readonly statements: number;
  readonly overdue: number;
  /** Seconds since 1970. */
  readonly loadedAt: number;
  readonly reloadFailed: boolean;
}

export interface BacklogFigures {
  readonly pending: number;
  readonly sending: number;
  readonly inDoubt: number;
  /** Seconds for which the longest due delivery has waited beyond its time; 0 where none is due. */
  readonly oldestDue: number;
}

export interface Metrics {
  readonly measurements: Measurements;
  readonly contentType: string;
  /** The page that Prometheus reads. */
  text(): Promise<string>;
}

const prefix = 'supercluster_guide_';
/** An answer of our own takes milliseconds, a round trip to a platform up to ten seconds. */
const answerBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const replyBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15];

export function createMetrics(sources: GaugeSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const questions = new Counter({
    name: `${prefix}questions_total`,
    help: 'Questions and buttons answered, by what became of them',
    labelNames: ['platform', 'language', 'intent', 'outcome'],
    registers,
  });
  const answerTime = new Histogram({
    name: `${prefix}answer_seconds`,
    help: 'Our own part of an answer: understanding, composing, and the store',
    labelNames: ['platform'],
    buckets: answerBuckets,
    registers,
  });
  const replyTime = new Histogram({
    name: `${prefix}reply_seconds`,
    help: 'From the arrival of a question until the platform had taken the first message for it',
    labelNames: ['platform'],
    buckets: replyBuckets,
    registers,
  });
  const redeliveries = new Counter({
    name: `${prefix}redeliveries_total`,
    help: 'Events that a platform delivered again and that were answered already',
    labelNames: ['platform'],
    registers,
  });
  const requests = new Histogram({
    name: `${prefix}http_request_seconds`,
    help: 'Requests received, by route and status',
    labelNames: ['route', 'status'],
    buckets: callBuckets,
    registers,
  });
  const calls = new Histogram({
    name: `${prefix}outgoing_seconds`,
    help: 'Requests to Slack and Microsoft until their response began',
    labelNames: ['service', 'operation', 'status'],
    buckets: callBuckets,
    registers,
  });
  const rateLimits = new Counter({
    name: `${prefix}rate_limits_total`,
    help: 'Answers with status 429 from Slack or Microsoft',
    labelNames: ['service'],
    registers,
  });
  const attempts = new Counter({
    name: `${prefix}delivery_attempts_total`,
    help: 'Messages of the outbox handed to a platform, by what it said',
    labelNames: ['platform', 'result'],
    registers,
  });
  const deliveries = new Counter({
    name: `${prefix}deliveries_total`,
    help: 'Messages of the outbox, by the state they were put in',
    labelNames: ['state'],
    registers,
  });
  registerContent(registry, sources);
  const lookUpBacklog = registerBacklog(registry, sources);

  const intent = boundedLabel(50);
  const operation = boundedLabel(50);
  return {
    contentType: registry.contentType,
    async text() {
      await lookUpBacklog();
      return registry.metrics();
    },
    measurements: {
      answered(answer, seconds) {
        questions.inc({ ...answer, intent: intent(answer.intent) });
        answerTime.observe({ platform: answer.platform }, seconds);
      },
      replied: (platform, seconds) => replyTime.observe({ platform }, seconds),
      redelivered: (platform) => redeliveries.inc({ platform }),
      received: (route, status, seconds) => requests.observe({ route, status: statusLabel(status) }, seconds),
      called({ service, operation: name, status }, seconds) {
        calls.observe({ service, operation: operation(name), status: statusLabel(status) }, seconds);
        if (status === 429) rateLimits.inc({ service });
      },
      attempted: (platform, result) => attempts.inc({ platform, result }),
      settled: (state) => deliveries.inc({ state }),
    },
  };
}

function registerContent(registry: Registry, { content }: GaugeSources): void {
  const registers = [registry];
  new Gauge({
    name: `${prefix}content_info`,
    help: 'The content in service, by its version; always 1',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      this.set({ version: content().version }, 1);
    },
  });
  const figures: readonly (readonly [string, string, (figures: ContentFigures) => number])[] = [
    ['content_entries', 'Entries of the content', ({ entries }) => entries],
    ['content_statements', 'Facts and sections of the content', ({ statements }) => statements],
    [
      'content_overdue_statements',
      'Facts and sections whose date of review has passed',
      ({ overdue }) => overdue,
    ],
    ['content_loaded_timestamp_seconds', 'When the content was loaded', ({ loadedAt }) => loadedAt],
    [
      'content_reload_failed',
      '1 where the last reload failed and older content serves',
      ({ reloadFailed }) => Number(reloadFailed),
    ],
  ];
  for (const [name, help, value] of figures) {
    new Gauge({
      name: `${prefix}${name}`,
      help,
      registers,
      collect() {
        this.set(value(content()));
      },
    });
  }
}

/** @returns a function that looks the figures up; to be awaited before the page is written */
function registerBacklog(registry: Registry, { backlog }: GaugeSources): () => Promise<void> {
  const registers = [registry];
  const waiting = new Gauge({
    name: `${prefix}outbox_deliveries`,
    help: 'Deliveries that are not done, over all servers of the database',
    labelNames: ['state'],
    registers,
  });
  const oldest = new Gauge({
    name: `${prefix}outbox_oldest_due_seconds`,
    help: 'How long the longest due delivery has waited beyond its time',
    registers,
  });
  const isUp = new Gauge({
    name: `${prefix}database_up`,
    help: '1 where the database answered when it was asked for these figures',
    registers,
  });
  return async () => {
    try {
      const { pending, sending, inDoubt, oldestDue } = await backlog();
      waiting.set({ state: 'pending' }, pending);
      waiting.set({ state: 'sending' }, sending);
      waiting.set({ state: 'in_doubt' }, inDoubt);
      oldest.set(oldestDue);
      isUp.set(1);
    } catch {
      // Old figures would look as if all were well.
      waiting.reset();
      oldest.set(Number.NaN);
      isUp.set(0);
    }
  };
}
