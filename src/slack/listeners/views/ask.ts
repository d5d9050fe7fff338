import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Reply } from '../../../conversation/types.ts';
import { answerInView } from '../../answer-in-view.ts';
import { type Edge, slackPlace } from '../../edge.ts';
import { rememberRecent } from '../../recents.ts';
import { loadingView } from '../../views/answer-view.ts';
import { readAskView, type SubmittedQuestion } from '../../views/ask-view.ts';
import { readSubmitted, type SubmittedView } from '../../views/view.ts';

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
    await ack({ response_action: 'update', view: loadingView(question.language) });
    await answerInView(edge, client, view.id, {
      asked: question.text,
      ...(question.language && { language: question.language }),
      reply: () => answer(edge, view, question),
    });
  };
}

/** In the language that was chosen, also where the words are in the other. */
async function answer(
  edge: Edge,
  { team, user }: SubmittedView,
  { text, language }: SubmittedQuestion,
): Promise<Reply> {
  const place = slackPlace(team, 'view', user);
  const reply = await edge.answering.ask({ place, text, ...(language && { language }) });
  await rememberRecent(edge, team, user, reply);
  if (language === undefined || reply.language === language || !reply.call) return reply;
  return edge.answering.call({ ...reply.call, language }, place);
}
