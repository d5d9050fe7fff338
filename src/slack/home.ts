/** Draws a person's Home tab anew. */
import type { WebClient } from '@slack/web-api';
import type { Language } from '../knowledge/language.ts';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';
import { channelsOf } from './memberships.ts';
import { readRecent } from './recents.ts';
import { type HomeLine, homeView } from './views/home-view.ts';

/** Never throws: a Home tab that cannot be drawn stays as it is, and the next visit draws it. */
export async function publishHome(
  edge: Edge,
  client: WebClient,
  team: string,
  person: string,
): Promise<void> {
  const tenant = { platform: 'slack', workspace: team } as const;
  const { preferences, recents, settings } = edge.workspace;
  try {
    const [preference, answers, isAdmin] = await Promise.all([
      preferences.of({ ...tenant, kind: 'person', id: person }),
      recents.of({ ...tenant, person }),
      isAdministrator(edge, client, person),
    ]);
    const language = preference.language ?? edge.answering.defaultLanguage;
    const { card } = await edge.answering.call({ intent: 'list', args: {}, language });
    const view = homeView({
      language,
      ...(preference.language && { preferred: preference.language }),
      history: preference.history ?? 'on',
      recent: answers.flatMap((answer) => {
        const { title, call } = readRecent(answer);
        return call ? [{ title, call }] : [];
      }),
      clusters: card,
      freshness: edge.freshness(),
      pages: edge.pages,
      subscriptions: await linesFor(edge, client, { team, person }, language),
      ...(isAdmin && { settings: await settings.of(tenant) }),
    });
    await client.views.publish({ user_id: person, view });
  } catch (error) {
    edge.log.error(describeError(error), 'slack: Home tab not drawn');
  }
}

/** What the channels that the person is in are told, and their own direct messages. */
async function linesFor(
  edge: Edge,
  client: WebClient,
  { team, person }: { readonly team: string; readonly person: string },
  language: Language,
): Promise<HomeLine[]> {
  const lines = await edge.subscriptions.inWorkspace({ platform: 'slack', workspace: team }, language);
  // Most workspaces have none at first: Slack is not asked then.
  if (lines.length === 0) return [];
  const theirs = await channelsOf(edge, client, team, person);
  return lines.filter(({ channel, createdBy }) =>
    channel.startsWith('D') ? createdBy === person : theirs.has(channel),
  );
}

/** Administrators and owners of the workspace. Who cannot be asked about is none. */
export async function isAdministrator(edge: Edge, client: WebClient, person: string): Promise<boolean> {
  try {
    const { user } = await client.users.info({ user: person });
    return user?.is_admin === true || user?.is_owner === true;
  } catch (error) {
    edge.log.error(describeError(error), 'slack: could not find out who administers the workspace');
    return false;
  }
}
