/** Shows an answer in a modal that is open already. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../conversation/types.ts';
import type { Language } from '../knowledge/language.ts';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';
import { say, strings } from './strings.ts';
import { answerView, messageView } from './views/answer-view.ts';

/** Never throws: what fails is said in the modal once and logged. A modal closed meanwhile is no failure. */
export async function answerInView(
  edge: Edge,
  client: WebClient,
  viewId: string,
  answer: { readonly asked: string; readonly language?: Language; readonly reply: () => Promise<Reply> },
): Promise<void> {
  let view: ModalView;
  try {
    view = answerView(await answer.reply(), answer.asked);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not answered');
    view = messageView(say(strings.failed, answer.language), answer.language ?? 'en');
  }
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    const problem = describeError(error);
    if (problem.cause !== 'not_found') edge.log.error(problem, 'slack: answer not shown');
  }
}
