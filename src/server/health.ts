import type { Express } from 'express';
import type { Platform } from '../platform.ts';
import type { Store } from '../store/store.ts';
import type { ContentService } from './content-service.ts';

export interface HealthOptions {
  readonly content: ContentService;
  readonly store: Pick<Store, 'ping'>;
  readonly platforms: readonly Platform[];
  readonly draining: () => boolean;
}

/** `/healthz`: the process answers. `/readyz`: it can answer questions now, part by part. */
export function mountHealth(app: Express, { content, store, platforms, draining }: HealthOptions): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const storeOpen = await store.ping().then(
      () => true,
      () => false,
    );
    const { reloadErrors, ...loaded } = content.status();
    const ready = storeOpen && !draining();
    response.status(ready ? 200 : 503).json({
      ready,
      draining: draining(),
      content: { state: reloadErrors.length > 0 ? 'stale' : 'ready', ...loaded, reloadErrors },
      index: { state: 'ready' },
      store: { state: storeOpen ? 'open' : 'unavailable' },
      platforms: platforms.map((platform) => platform.status()),
    });
  });
}
