/** A click on a button → where it happened, and so where its answer belongs. */
import { z } from 'zod';
import type { Place } from '../answering.ts';
import { slackPlace } from './edge.ts';
import { readVisitor, type Visitor } from './visitor.ts';

const clickSchema = z.object({
  team: z.object({ id: z.string().min(1) }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  channel: z.object({ id: z.string().min(1) }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      thread_ts: z.string().optional(),
      message_ts: z.string().optional(),
    })
    .optional(),
});

export interface Clicked {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  /** Whether only the person who clicks sees the message. */
  readonly isPrivate: boolean;
  /** The thread a public answer belongs to; absent at the top level of a direct message. */
  readonly thread?: string | undefined;
  /** The thread that the button stands in: elsewhere Slack shows no private message in a thread. */
  readonly inThread: string | undefined;
  readonly place: Place;
}

export function readClicked(body: unknown): Clicked | undefined {
  const parsed = clickSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, message, container } = parsed.data;
  const channel = parsed.data.channel.id;
  const team = parsed.data.team?.id ?? user.team_id;
  if (team === undefined) return undefined;
  const inThread = message?.thread_ts ?? container?.thread_ts;
  // Slack sends no message with a click on what only one person sees.
  if (container?.is_ephemeral || !message) {
    return {
      user: user.id,
      team,
      channel,
      isPrivate: true,
      thread: container?.thread_ts,
      inThread,
      place: slackPlace(team, channel, user.id),
    };
  }
  const isDirect = channel.startsWith('D');
  const thread = message.thread_ts ?? container?.thread_ts ?? (isDirect ? undefined : message.ts);
  const place = slackPlace(team, channel, thread);
  return { user: user.id, team, channel, isPrivate: false, thread, inThread, place };
}

/** The id (`ts`) of the message that the button stands under, also of one that only one person sees. */
export function readAnswerId(body: unknown): string | undefined {
  const parsed = clickSchema.safeParse(body);
  return parsed.success ? (parsed.data.message?.ts ?? parsed.data.container?.message_ts) : undefined;
}

const viewClickSchema = z.object({
  team: z.object({ id: z.string().min(1) }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  trigger_id: z.string(),
  view: z.object({ id: z.string().min(1), type: z.enum(['modal', 'home']) }),
});

export interface ClickedView extends Visitor {
  /** Of the modal that the button stands in; absent on the Home tab. */
  readonly viewId: string | undefined;
  readonly trigger: string;
}

/** @returns undefined where the click was in no view */
export function readClickedView(body: unknown): ClickedView | undefined {
  const parsed = viewClickSchema.safeParse(body);
  const visitor = parsed.success ? readVisitor(parsed.data) : undefined;
  if (!parsed.success || !visitor) return undefined;
  const { view, trigger_id: trigger } = parsed.data;
  return { ...visitor, viewId: view.type === 'modal' ? view.id : undefined, trigger };
}
