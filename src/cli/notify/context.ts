/** What the forms of `npm run notify` work with. */
import type { Config } from '../../config.ts';
import type { Publisher } from '../../notifications/publisher.ts';
import type { Topics } from '../../notifications/topics.ts';
import type { Store } from '../../store/store.ts';

export interface Context {
  readonly store: Store;
  readonly config: Config;
  readonly topics: () => Topics;
  readonly publisher: Publisher;
}
