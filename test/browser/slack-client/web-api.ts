/** The Web API methods that the bot calls, as Slack answers them: limits, triggers and memberships included. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { limitViolations } from '../../../src/slack/limits.ts';
import { viewViolations } from '../../../src/slack/view-limits.ts';
import { botUser, type Conversation, type Message, people, team, type World } from './world.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type Result = Readonly<Record<string, unknown>>;

/** Slack's: after that, a window can no longer be opened. */
const triggerLasts = 3_000;

/** The right to open one window for one person. */
export class Triggers {
  readonly #given = new Map<string, { readonly person: string; readonly until: number; isUsed: boolean }>();

  give(id: string, person: string): string {
    this.#given.set(id, { person, until: Date.now() + triggerLasts, isUsed: false });
    return id;
  }

  /** @returns the person, or why not */
  use(id: unknown): { readonly person: string } | { readonly error: string } {
    const trigger = this.#given.get(String(id));
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
    if (Date.now() > trigger.until) return { error: 'expired_trigger_id' };
    trigger.isUsed = true;
    return { person: trigger.person };
  }
}

export function webApi(world: World, triggers: Triggers): (method: string, given: Arguments) => Result {
  /** The modals there have been. */
  const opened = new Set<string>();
  const methods: Record<string, (given: Arguments) => Result> = {
    'auth.test': () => ({ ok: true, user_id: botUser, bot_id: 'BBOT', team_id: team }),
    'chat.postMessage': (given) => {
      const place = world.conversation(given.channel);
      if (!place) return refusal('channel_not_found');
      if (place.isArchived) return refusal('is_archived');
      const message = addBotMessage(world, place, given);
      return message ? { ok: true, ts: message.ts, channel: place.id } : refusal('invalid_blocks');
    },
    'chat.update': (given) => {
      const place = world.conversation(given.channel);
      const message = place?.messages.find(({ ts, onlyFor }) => ts === given.ts && onlyFor === undefined);
      if (!place || message?.author !== botUser) return refusal('message_not_found');
      if (!isWithinLimits(world, given)) return refusal('invalid_blocks');
      Object.assign(message, {
        text: String(given.text),
        blocks: withIds(world, given.blocks),
        isEdited: true,
      });
      return { ok: true, ts: message.ts, channel: place.id };
    },
    'chat.delete': (given) => {
      const place = world.conversation(given.channel);
      const index = place?.messages.findIndex(({ ts }) => ts === given.ts) ?? -1;
      if (!place || index < 0) return refusal('message_not_found');
      place.messages.splice(index, 1);
      return { ok: true };
    },
    'views.open': (given) => {
      const view = given.view as ModalView;
      if (!isViewWithinLimits(world, view)) return refusal('invalid_arguments');
      const used = triggers.use(given.trigger_id);
      if ('error' in used) return refusal(used.error);
      const id = world.id('V');
      world.modals.set(used.person, { id, view, errors: {} });
      opened.add(id);
      return { ok: true, view: { id } };
    },
    'views.update': (given) => {
      const view = given.view as ModalView;
      if (!isViewWithinLimits(world, view)) return refusal('invalid_arguments');
      const modal = [...world.modals.values()].find(({ id }) => id === given.view_id);
      if (!modal) return refusal('not_found');
      Object.assign(modal, { view, errors: {} });
      return { ok: true, view: { id: modal.id } };
    },
    'views.publish': (given) => {
      const view = given.view as HomeView;
      if (!isViewWithinLimits(world, view)) return refusal('invalid_arguments');
      const id = `VHOME${given.user_id}`;
      world.homes.set(String(given.user_id), { ...view, blocks: withIds(world, view.blocks), id });
      return { ok: true, view: { id } };
    },
    'users.info': (given) => {
      const person = people[given.user as keyof typeof people];
      if (!person) return refusal('user_not_found');
      return {
        ok: true,
        user: { id: given.user, is_admin: person.isAdmin, is_owner: false, locale: 'en-CA' },
      };
    },
    'users.conversations': () => ({
      ok: true,
      channels: world.conversations.filter(({ person }) => !person).map(({ id, name }) => ({ id, name })),
    }),
    'conversations.info': (given) => {
      const place = world.conversation(given.channel);
      if (!place) return refusal('channel_not_found');
      return { ok: true, channel: { id: place.id, name: place.name, is_member: true, creator: 'UANN' } };
    },
    'conversations.history': (given) => listed(world, given, ({ thread }) => thread === undefined),
    'conversations.replies': (given) =>
      listed(world, given, ({ ts, thread }) => ts === given.ts || thread === given.ts),
    'agents.sessions.setStatus': (given) => {
      const place = world.conversation(given.channel_id);
      if (!place) return refusal('channel_not_found');
      if (given.status === 'processing') place.working.add(String(given.thread_ts));
      else place.working.delete(String(given.thread_ts));
      return { ok: true };
    },
    'assistant.threads.setSuggestedPrompts': (given) => {
      const place = world.conversation(given.channel_id);
      if (!place) return refusal('channel_not_found');
      place.prompts = given.prompts as Conversation['prompts'];
      return { ok: true };
    },
    'chat.unfurl': (given) => {
      const message = world.conversation(given.channel)?.messages.find(({ ts }) => ts === given.ts);
      if (!message) return refusal('cannot_find_message');
      const unfurls = Object.entries(given.unfurls as Record<string, { blocks: KnownBlock[] }>);
      if (unfurls.some(([url]) => !message.text.includes(url))) return refusal('cannot_unfurl_url');
      const blocks = unfurls.flatMap(([, preview]) => preview.blocks);
      // slackapi/java-slack-sdk#876
      if (blocks.some(({ type }) => type === 'rich_text')) return refusal('invalid_blocks');
      if (!isWithinLimits(world, { text: 'a preview', blocks })) return refusal('invalid_blocks');
      message.previews = withIds(world, blocks);
      return { ok: true };
    },
    'functions.completeSuccess': (given) => {
      const id = String(given.function_execution_id);
      const search = world.searches.get(id);
      if (!search) return refusal('function_execution_not_found');
      const { search_results } = given.outputs as { readonly search_results: readonly object[] };
      world.searches.set(id, { ...search, results: search_results });
      return { ok: true };
    },
  };
  return (method, given) => {
    const result = methods[method]?.(given) ?? refusal('unknown_method');
    // Whoever closes a modal before it is filled is quicker than the bot, which has done nothing wrong.
    const isClosed =
      method === 'views.update' && result.error === 'not_found' && opened.has(String(given.view_id));
    if (result.ok !== true && !isClosed) world.refused.push(`${method}: ${result.error}`);
    world.changed();
    return result;
  };
}

/**
 * What the bot says, publicly or to one person.
 *
 * @returns undefined when Slack would refuse it
 */
export function addBotMessage(
  world: World,
  place: Conversation,
  given: Arguments,
  onlyFor?: string,
): Message | undefined {
  if (!isWithinLimits(world, given)) return undefined;
  const message: Message = {
    ts: world.ts(),
    ...(typeof given.thread_ts === 'string' && { thread: given.thread_ts }),
    author: botUser,
    text: String(given.text ?? ''),
    blocks: withIds(world, given.blocks),
    ...(onlyFor !== undefined && { onlyFor }),
    ...(given.metadata !== undefined && { metadata: given.metadata }),
  };
  place.messages.push(message);
  return message;
}

function listed(world: World, given: Arguments, isWanted: (message: Message) => boolean): Result {
  const place = world.conversation(given.channel);
  if (!place) return refusal('channel_not_found');
  const messages = place.messages
    .filter((message) => message.onlyFor === undefined && isWanted(message))
    .map(({ ts, text, author, thread, metadata }) => ({
      ts,
      text,
      user: author,
      thread_ts: thread,
      metadata,
    }));
  return { ok: true, messages: messages.toReversed(), has_more: false };
}

function refusal(error: string): Result {
  return { ok: false, error };
}

/** Slack names the blocks that the bot left without a name. */
function withIds(world: World, blocks: unknown): KnownBlock[] {
  const given = (blocks ?? []) as KnownBlock[];
  return given.map((block) => ({ ...block, block_id: block.block_id ?? world.id('b') }));
}

function isWithinLimits(world: World, { text, blocks }: Arguments): boolean {
  const message = { text: String(text ?? ''), blocks: (blocks ?? []) as KnownBlock[] };
  const violations = limitViolations(message);
  world.refused.push(...violations);
  return violations.length === 0;
}

function isViewWithinLimits(world: World, view: ModalView | HomeView): boolean {
  const violations = viewViolations(view);
  world.refused.push(...violations);
  return violations.length === 0;
}
