import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readAnswerId, readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { expertStrings } from '../../expert-strings.ts';
import { placeCard, readAskPerson } from '../../experts.ts';
import { failureSentence } from '../../failure.ts';
import { describeError, missingScope } from '../../log.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Takes a question to the experts of the workspace. */
export function askPerson(edge: Edge) {
  return async ({ ack, respond, body, action, client }: Click): Promise<void> => {
    await ack();
    const asked = readAskPerson(action.value);
    const clicked = readClicked(body);
    const answerId = readAnswerId(body);
    if (!asked || !clicked || answerId === undefined) {
      return tell(edge, respond, strings.unreadableButton, asked?.language);
    }
    const { language } = asked;
    const { team, channel, user, thread, isPrivate } = clicked;
    const tenant = { platform: 'slack', workspace: team } as const;
    try {
      const { expertChannel } = await edge.workspace.settings.of(tenant);
      if (expertChannel === undefined) return await tell(edge, respond, expertStrings.noExperts, language);
      // Each person may ask under an answer; asking twice is a double click.
      const isFirst = await edge.answering.firstSeen(`slack:person:${team}:${channel}:${answerId}:${user}`);
      if (!isFirst) return await tell(edge, respond, expertStrings.sentAlready, language);
      // What only one person sees has no thread where others could answer: the bot writes to them directly.
      const origin = isPrivate ? { channel: user } : { channel, ...(thread !== undefined && { thread }) };
      const request = await edge.workspace.experts.open(
        { ...tenant, ...origin, ...asked, asker: user, expertChannel },
        edge.clock(),
      );
      try {
        await placeCard(edge, client, request);
      } catch (error) {
        edge.log.error(describeError(error), 'slack: question not taken to the experts');
        await edge.workspace.experts.close(tenant, request.id, user, edge.clock());
        const why = missingScope(error) === undefined ? expertStrings.notReached : failureSentence(error);
        return await tell(edge, respond, why, language);
      }
      await tell(edge, respond, expertStrings.sent, language);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: question not taken to the experts');
      await tell(edge, respond, failureSentence(error), language);
    }
  };
}
