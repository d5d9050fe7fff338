import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { answerMessage } from '../../expert-card.ts';
import { redrawCard, tellAsker } from '../../experts.ts';
import { describeError } from '../../log.ts';
import { readExpertAnswer } from '../../views/expert-answer-view.ts';
import { readSubmitted } from '../../views/view.ts';

type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** An expert's answer reaches the person who asked; of two answers at once the first. */
export function expertAnswer(edge: Edge) {
  return async ({ ack, body, client }: Submission): Promise<void> => {
    await ack();
    const view = readSubmitted(body);
    const submitted = view && readExpertAnswer(view);
    if (!submitted) return edge.log.warn({ code: 'unreadable_view' }, 'slack: expert answer not readable');
    const { id, answer } = submitted;
    const tenant = { platform: 'slack', workspace: view.team } as const;
    try {
      const by = { expert: view.user, answer };
      const answered = await edge.workspace.experts.answer(tenant, id, by, edge.clock());
      const request = answered ?? (await edge.workspace.experts.of(tenant, id));
      if (request) await redrawCard(edge, client, request);
      if (answered) await tellAsker(edge, client, answered, answerMessage(answered, view.user, answer));
    } catch (error) {
      edge.log.error(describeError(error), 'slack: expert answer not delivered');
    }
  };
}
