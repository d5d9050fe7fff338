/** What a reply offers under its card. */
import type { Button, KnownBlock } from '@slack/types';
import type { Logger } from 'pino';
import type { Reply } from '../conversation/types.ts';
import type { Workspace } from '../workspace.ts';
import { askPersonButton } from './expert-card.ts';
import { feedbackBlock } from './feedback.ts';
import { describeError } from './log.ts';

interface Surroundings {
  readonly workspace: Pick<Workspace, 'settings'>;
  readonly log: Logger;
}

/**
 * The feedback buttons of an answer, and a person to ask where the workspace has experts. A greeting is
 * neither rated nor taken to anybody.
 */
export async function footer(edge: Surroundings, team: string, reply: Reply): Promise<KnownBlock[]> {
  if (reply.outcome === 'social') return [];
  const person = await personButton(edge, team, reply);
  return [
    ...(person ? [{ type: 'actions' as const, elements: [person] }] : []),
    ...(reply.outcome === 'answer' ? [feedbackBlock(reply.language)] : []),
  ];
}

/** That it cannot be offered must not cost anybody the answer. */
async function personButton(
  edge: Surroundings,
  team: string,
  { turn, language }: Reply,
): Promise<Button | undefined> {
  try {
    const { expertChannel } = await edge.workspace.settings.of({ platform: 'slack', workspace: team });
    return expertChannel === undefined ? undefined : askPersonButton(turn.question, language);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: settings not read');
    return undefined;
  }
}
