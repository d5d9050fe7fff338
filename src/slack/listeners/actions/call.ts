import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { toWire } from '../../../cards/call.ts';
import { answerInteraction } from '../../answer-interaction.ts';
import { readCall } from '../../buttons.ts';
import { readClicked, readClickedView } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * A button that asks: its answer comes where the button is, seen by whoever sees the button. One in a
 * modal is answered in that modal, one on the Home tab in a modal of its own.
 */
export function call(edge: Edge) {
  return async ({ ack, respond, body, action, client }: Click): Promise<void> => {
    const intentCall = readCall(action.value);
    const inView = readClickedView(body);
    const clicked = readClicked(body);
    if (!intentCall || !(inView || clicked)) {
      await ack();
      return tell(edge, respond, strings.unreadableButton, intentCall?.language);
    }
    const asked = { type: 'call', call: toWire(intentCall) } as const;
    if (inView) {
      const { team, person, viewId, trigger } = inView;
      const to = { type: 'view', id: viewId } as const;
      const opening = viewId === undefined && { opening: { trigger, language: intentCall.language } };
      return answerInteraction(
        edge,
        { team, person, channel: 'view', asked, to },
        { ack, client, ...opening },
      );
    }
    if (!clicked) return;
    const { team, user: person, channel, isPrivate, thread } = clicked;
    const to = isPrivate ? ({ type: 'person' } as const) : ({ type: 'conversation', thread } as const);
    return answerInteraction(edge, { team, person, channel, asked, to }, { ack, client, respond });
  };
}
