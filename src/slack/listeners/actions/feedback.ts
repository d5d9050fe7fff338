import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  FeedbackButtonsAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { Bilingual } from '../../../knowledge/language.ts';
import { readAnswerId, readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { readRating } from '../../feedback.ts';
import { describeError } from '../../log.ts';
import { openView } from '../../open-view.ts';
import { strings } from '../../strings.ts';
import { feedbackView } from '../../views/feedback-view.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<FeedbackButtonsAction | ButtonAction>> & AllMiddlewareArgs;

/** Somebody says whether an answer helped. That it did not is kept at once; the modal only asks why. */
export function feedback(edge: Edge) {
  return async ({ ack, respond, body, action, client }: Click): Promise<void> => {
    await ack();
    const rating = readRating(action.value);
    const clicked = readClicked(body);
    const messageId = readAnswerId(body);
    if (!rating || !clicked || messageId === undefined) {
      return tell(edge, respond, strings.unreadableButton, rating?.language);
    }
    const { language } = rating;
    const tenant = { platform: 'slack', workspace: clicked.team } as const;
    const { channel, user } = clicked;
    let said: Bilingual = strings.feedbackThanks;
    try {
      if (rating.rating === 'not-helpful') {
        const { keepQuestionText } = await edge.workspace.settings.of(tenant);
        const view = feedbackView({ channel, messageId, language }, keepQuestionText ? 'kept' : 'not-kept');
        // Before anything else: the right to open it lasts three seconds.
        const opened = await openView(edge, client, body.trigger_id, view);
        if (opened === undefined) said = strings.feedbackTooLate;
      }
      const opinion = { ...tenant, channel, messageId, person: user, rating: rating.rating };
      await edge.workspace.feedback.save(opinion, edge.clock());
      await tell(edge, respond, said, language);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: feedback not kept');
      await tell(edge, respond, strings.failed, language);
    }
  };
}
