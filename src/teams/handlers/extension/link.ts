/** Somebody pastes the address of a source: the answer that rests on it, as a card under the message. */
import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { linkResponse } from '../../extension.ts';
import type { Turn } from '../../turn.ts';

const linkSchema = z.looseObject({ url: z.string().max(2_000) });

export async function onLink({ activity, answering, sources, spoken }: Turn): Promise<InvokeResponse> {
  const url = linkSchema.safeParse(activity.value).data?.url;
  const call = url === undefined ? undefined : sources.callFor(url, spoken);
  const reply = call && (await answering.call(call));
  return linkResponse(reply?.outcome === 'answer' ? reply : undefined);
}
