/** What Prometheus is told of the content and the outbox, looked up when it asks. */
import { contentFreshness } from './knowledge/content-freshness.ts';
import type { ContentService } from './server/content-service.ts';
import type { Store } from './store/store.ts';
import type { GaugeSources } from './telemetry/prometheus.ts';

export interface GaugeSourcesOptions {
  readonly content: Pick<ContentService, 'knowledge' | 'status'>;
  readonly store: { readonly outbox: Pick<Store['outbox'], 'backlog'> };
  readonly clock: () => Date;
}

export function gaugeSources({ content, store, clock }: GaugeSourcesOptions): GaugeSources {
  return {
    content() {
      const { version, loadedAt, reloadErrors } = content.status();
      const { entries, statements, overdue } = contentFreshness(content.knowledge(), clock());
      return {
        ...{ version, entries, statements, overdue },
        loadedAt: Date.parse(loadedAt) / 1_000,
        reloadFailed: reloadErrors.length > 0,
      };
    },
    async backlog() {
      const now = clock();
      const { oldestDue, ...counts } = await store.outbox.backlog(now);
      return { ...counts, oldestDue: oldestDue ? (now.getTime() - oldestDue.getTime()) / 1_000 : 0 };
    },
  };
}
