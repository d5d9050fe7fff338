/** Opens modals. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';

/**
 * Opens a modal for the person of an interaction, whose trigger is good for three seconds and once.
 * A modal that cannot be opened is logged.
 *
 * @returns the view's id, to update it; `undefined` when it is not open
 */
export async function openView(
  edge: Edge,
  client: WebClient,
  trigger: string,
  view: ModalView,
): Promise<string | undefined> {
  try {
    const opened = await client.views.open({ trigger_id: trigger, view });
    return opened.view?.id ?? '';
  } catch (error) {
    edge.log.error(describeError(error), 'slack: modal not opened');
    return undefined;
  }
}
