/** Remembers what a person was answered, for their Home tab: the call and its title, never their words. */
import { fromWire, toWire } from '../cards/call.ts';
import type { IntentCall } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Reply } from '../conversation/types.ts';
import type { Edge } from './edge.ts';
import { limits } from './limits.ts';
import { describeError } from './log.ts';

/** Never throws: an answer is given whether or not it is remembered. */
export async function rememberRecent(
  edge: Edge,
  team: string,
  person: string,
  { outcome, call, card }: Reply,
): Promise<void> {
  const title = card.elements.find((element) => element.type === 'title');
  if (outcome !== 'answer' || !call || title?.type !== 'title') return;
  const answer = { title: shorten(title.text, limits.buttonText), call: JSON.stringify(toWire(call)) };
  try {
    await edge.workspace.recents.add({ platform: 'slack', workspace: team, person }, answer, edge.clock());
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answer not remembered for the Home tab');
  }
}

/** A call that an older version wrote differently is left out. */
export function readRecent(answer: { readonly title: string; readonly call: string }): {
  title: string;
  call: IntentCall | undefined;
} {
  try {
    return { title: answer.title, call: fromWire(JSON.parse(answer.call)) };
  } catch {
    return { title: answer.title, call: undefined };
  }
}
