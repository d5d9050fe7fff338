import { expect, it } from 'vitest';
import { createMetrics } from '../../src/telemetry/prometheus.ts';

const content = () => ({
  ...{ version: 'v1', entries: 30, statements: 500, overdue: 3, loadedAt: 1_700_000_000, reloadFailed: true },
});
const backlog = async () => ({ pending: 4, sending: 1, inDoubt: 2, oldestDue: 90 });

it('a page tells of the outbox as it is when the page is asked for', async () => {
  const text = await createMetrics({ content, backlog }).text();
  expect(text).toContain('supercluster_guide_outbox_deliveries{state="pending"} 4\n');
  expect(text).toContain('supercluster_guide_outbox_deliveries{state="in_doubt"} 2\n');
  expect(text).toContain('supercluster_guide_outbox_oldest_due_seconds 90\n');
  expect(text).toContain('supercluster_guide_content_overdue_statements 3\n');
  expect(text).toContain('supercluster_guide_content_reload_failed 1\n');
});

it('a database that does not answer is told as such, and its old figures are not', async () => {
  let answers = true;
  const metrics = createMetrics({
    content,
    backlog: () => (answers ? backlog() : Promise.reject(new Error('gone'))),
  });
  await metrics.text();
  answers = false;
  const text = await metrics.text();
  expect(text).toContain('supercluster_guide_database_up 0\n');
  expect(text).not.toContain('outbox_deliveries{');
  expect(text).toContain('supercluster_guide_outbox_oldest_due_seconds Nan\n');
});

it('only the content in service has a version', async () => {
  let version = 'v1';
  const metrics = createMetrics({ content: () => ({ ...content(), version }), backlog });
  await metrics.text();
  version = 'v2';
  expect((await metrics.text()).match(/^supercluster_guide_content_info.*$/gm)).toEqual([
    'supercluster_guide_content_info{version="v2"} 1',
  ]);
});

it('intents that nobody declared are one series', async () => {
  const { measurements, text } = createMetrics({ content, backlog });
  for (let index = 0; index < 1_000; index += 1) {
    const intent = `intent-${index}`;
    measurements.answered({ platform: 'slack', language: 'en', intent, outcome: 'answer' }, 0.01);
    measurements.called({ service: 'slack', operation: `method.${index}`, status: 200 }, 0.01);
  }
  expect((await text()).split('\n').length).toBeLessThan(1_200);
});
