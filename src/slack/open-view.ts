/** Opens modals. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Bilingual, Language } from '../knowledge/language.ts';
import { type Edge, sentence } from './edge.ts';
import { failureSentence } from './failure.ts';
import { describeError } from './log.ts';
import { post } from './send.ts';
import { strings } from './strings.ts';
import { messageView } from './views/answer-view.ts';

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
    return await tryToOpenView(client, trigger, view);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: modal not opened');
    return undefined;
  }
}

/** @returns the view's id; throws when Slack does not let it open */
export async function tryToOpenView(client: WebClient, trigger: string, view: ModalView): Promise<string> {
  const opened = await client.views.open({ trigger_id: trigger, view });
  return opened.view?.id ?? '';
}

/**
 * As `openView`, for what has no message to answer under: a window that could not be opened is said to
 * the person directly.
 */
export async function openViewOrSay(
  edge: Edge,
  client: WebClient,
  {
    trigger,
    person,
    language,
  }: { readonly trigger: string; readonly person: string; readonly language: Language | undefined },
  view: ModalView,
): Promise<string | undefined> {
  const opened = await openView(edge, client, trigger, view);
  if (opened === undefined) await sayDirectly(edge, client, person, strings.viewTooLate, language);
  return opened;
}

/**
 * Shows in a modal that is open what takes its time: whatever fails, nobody is left before "Looking it up".
 * Never throws; a modal closed meanwhile is no failure.
 */
export async function fillView(
  edge: Edge,
  client: WebClient,
  viewId: string,
  language: Language,
  make: () => Promise<ModalView>,
): Promise<void> {
  let view: ModalView;
  try {
    view = await make();
  } catch (error) {
    edge.log.error(describeError(error), 'slack: modal not filled');
    view = messageView(failureSentence(error)[language], language);
  }
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    const problem = describeError(error);
    if (problem.cause !== 'not_found') edge.log.error(problem, 'slack: modal not filled');
  }
}

/** Says one sentence to one person where there is no response address; that it cannot be said is logged. */
export async function sayDirectly(
  edge: Edge,
  client: WebClient,
  person: string,
  text: Bilingual,
  language?: Language,
): Promise<void> {
  try {
    await post(client, { channel: person }, sentence(text, language), edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: sentence not delivered');
  }
}
