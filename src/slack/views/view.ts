/** What every view shares: its texts, and what a person stated in it. */
import type { PlainTextElement } from '@slack/types';
import { z } from 'zod';
import { clean } from '../clean.ts';

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

const statedSchema = z.object({
  value: z.string().max(3_000).nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).optional(),
  selected_time: z.string().max(10).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).optional(),
  selected_users: z.array(z.string()).optional(),
});
const submissionSchema = z.object({
  team: z.object({ id: z.string().min(1) }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().max(3_000),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), statedSchema)) }),
  }),
});

export interface SubmittedView {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  /** The view's `private_metadata`, parsed and not yet checked. */
  readonly metadata: unknown;
  /** By block; an input is alone in its block. */
  readonly stated: Readonly<Record<string, z.infer<typeof statedSchema> | undefined>>;
}

/** Reads a `view_submission`. Slack signs it, but its values are what a person put in. */
export function readSubmitted(body: unknown): SubmittedView | undefined {
  const parsed = submissionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { team, user, view } = parsed.data;
  const workspace = team?.id ?? user.team_id;
  if (workspace === undefined) return undefined;
  const stated = Object.entries(view.state.values).map(([block, elements]) => [
    block,
    Object.values(elements)[0],
  ]);
  return {
    id: view.id,
    team: workspace,
    user: user.id,
    metadata: readMetadata(view.private_metadata),
    stated: Object.fromEntries(stated),
  };
}

/** What was written, cleaned; `undefined` when nothing was. */
export function statedText(view: SubmittedView, block: string): string | undefined {
  const text = clean(view.stated[block]?.value ?? '').trim();
  return text === '' ? undefined : text;
}

export function statedOptions(view: SubmittedView, block: string): string[] {
  return view.stated[block]?.selected_options?.map(({ value }) => value) ?? [];
}

/** `HH:mm`, as a time picker states it. */
export function statedTime(view: SubmittedView, block: string): string | undefined {
  return view.stated[block]?.selected_time ?? undefined;
}

export function statedOption(view: SubmittedView, block: string): string | undefined {
  return view.stated[block]?.selected_option?.value;
}

/** A view's `private_metadata`, parsed and not yet checked. */
export function readMetadata(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
