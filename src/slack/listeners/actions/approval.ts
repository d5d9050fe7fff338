import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { redrawProposal } from '../../approvals.ts';
import { readAnswerId, readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

const valueSchema = z.strictObject({ v: z.literal(1), id: z.uuid(), language: z.enum(['en', 'fr']) });

/** *Approve* and *Refuse* under a proposal; only in the channel for it, which the desk checks. */
export function approval(edge: Edge) {
  return async ({ ack, respond, body, action, client }: Click): Promise<void> => {
    await ack();
    const clicked = readClicked(body);
    const value = readValue(action.value);
    if (!clicked || !value) return tell(edge, respond, strings.unreadableButton);
    const { language, id } = value;
    const { team, channel, user: person } = clicked;
    try {
      const decision = action.action_id === 'approval:approve' ? 'approve' : 'refuse';
      const place = { platform: 'slack', workspace: team, channel } as const;
      const decided = await edge.approvals.decide({ channel: place, person, id, decision, language });
      const { said, announced } = decided;
      const ts = readAnswerId(body) ?? announced?.messageId;
      if (announced && ts !== undefined) await redrawProposal(edge, client, channel, ts, announced.card);
      await tell(edge, respond, { en: said, fr: said }, language);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: proposal not decided');
      await tell(edge, respond, strings.failed, language);
    }
  };
}

function readValue(value: unknown): z.infer<typeof valueSchema> | undefined {
  try {
    return valueSchema.safeParse(JSON.parse(String(value))).data;
  } catch {
    return undefined;
  }
}
