import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { isAdministrator, publishHome } from '../../home.ts';
import { describeError } from '../../log.ts';
import { readSettingsView } from '../../views/settings-view.ts';
import { readSubmitted } from '../../views/view.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** An administrator decides for the workspace. Whether they are one is asked again, now that it counts. */
export function settings(edge: Edge) {
  return async ({ ack, body, client }: Submission): Promise<void> => {
    await ack();
    const view = readSubmitted(body);
    const decided = view && readSettingsView(view);
    if (!decided) return edge.log.warn({ code: 'unreadable_view' }, 'slack: settings not readable');
    const { team, user } = view;
    try {
      if (!(await isAdministrator(edge, client, user))) {
        return edge.log.warn({ code: 'not_an_administrator' }, 'slack: settings not changed');
      }
      const tenant = { platform: 'slack', workspace: team } as const;
      await edge.workspace.settings.save(tenant, decided, user, edge.clock());
      await publishHome(edge, client, team, user);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: settings not changed');
    }
  };
}
