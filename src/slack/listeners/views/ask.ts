import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answerInteraction } from '../../answer-interaction.ts';
import type { Edge } from '../../edge.ts';
import { loadingView } from '../../views/answer-view.ts';
import { readAskView } from '../../views/ask-view.ts';
import { readSubmitted } from '../../views/view.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A question asked in the modal is answered in the modal. */
export function ask(edge: Edge) {
  return async ({ ack, body, client }: Submission): Promise<void> => {
    const view = readSubmitted(body);
    const question = view && readAskView(view);
    if (!question) {
      await ack();
      return edge.log.warn({ code: 'unreadable_view' }, 'slack: question not readable');
    }
    const { team, user: person, id } = view;
    const asked = { type: 'question', ...question } as const;
    const taken = () => ack({ response_action: 'update', view: loadingView(question.language) });
    const to = { type: 'view', id } as const;
    await answerInteraction(edge, { team, person, channel: 'view', asked, to }, { ack: taken, client });
  };
}
