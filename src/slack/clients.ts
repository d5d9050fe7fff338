/** Clients that post where a question waits for its answer. */
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { clientOptions } from './client-options.ts';
import type { Installations } from './installations.ts';

export interface Clients {
  /**
   * The client of a workspace; undefined where the app is not installed any more. It repeats nothing by
   * itself: whoever repeats a message looks first whether it stands.
   */
  of(workspace: string): Promise<WebClient | undefined>;
}

/** Tokens that were exchanged leave their clients behind. */
const mostKept = 500;

export function createClients(installations: Installations, apiUrl: string, log: Logger): Clients {
  const clients = new Map<string, WebClient>();
  return {
    async of(workspace) {
      const token = await installations.tokenOf(workspace);
      if (token === undefined) return undefined;
      let client = clients.get(token);
      if (!client) {
        if (clients.size >= mostKept) clients.clear();
        client = new WebClient(token, { ...clientOptions(apiUrl, log), retryConfig: { retries: 0 } });
        clients.set(token, client);
      }
      return client;
    },
  };
}
