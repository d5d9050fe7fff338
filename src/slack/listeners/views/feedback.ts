import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { readFeedbackView } from '../../views/feedback-view.ts';
import { readSubmitted } from '../../views/view.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Why an answer did not help, added to what the person said with the button. */
export function feedback(edge: Edge) {
  return async ({ ack, body }: Submission): Promise<void> => {
    await ack();
    const view = readSubmitted(body);
    const submitted = view && readFeedbackView(view);
    if (!submitted) return edge.log.warn({ code: 'unreadable_view' }, 'slack: feedback not readable');
    const { about, ...why } = submitted;
    const { channel, messageId } = about;
    const whose = { platform: 'slack', workspace: view.team, channel, messageId, person: view.user } as const;
    try {
      await edge.workspace.feedback.save({ ...whose, rating: 'not-helpful', ...why }, edge.clock());
    } catch (error) {
      edge.log.error(describeError(error), 'slack: feedback not kept');
    }
  };
}
