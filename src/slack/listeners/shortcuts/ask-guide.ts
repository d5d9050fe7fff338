import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { openViewOrSay } from '../../open-view.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { askView } from '../../views/ask-view.ts';

type Shortcut = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** Somebody wants to ask from anywhere in Slack. */
export function askGuide(edge: Edge) {
  return async ({ ack, body, client }: Shortcut): Promise<void> => {
    await ack();
    const team = body.team?.id ?? body.user.team_id;
    const preferred = await preferredLanguage(edge, team, body.user.id);
    const view = askView(preferred ?? edge.answering.defaultLanguage, preferred);
    const opening = { trigger: body.trigger_id, person: body.user.id, language: preferred };
    await openViewOrSay(edge, client, opening, view);
  };
}
