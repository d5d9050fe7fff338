import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type Language, otherLanguage } from '../../../knowledge/language.ts';
import { mayAnswerIn } from '../../allowed-channels.ts';
import type { Edge } from '../../edge.ts';
import { readTeam } from '../../incoming.ts';
import { describeError } from '../../log.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { unfurlBlocks } from '../../unfurl.ts';

type Shared = SlackEventMiddlewareArgs<'link_shared'> & AllMiddlewareArgs;

/** From here a message is a list of links, and previews would bury it. */
const tooMany = 3;

const sharedSchema = z.object({
  event_id: z.string().min(1),
  event: z.object({
    channel: z.string().min(1),
    message_ts: z.string().min(1),
    user: z.string().min(1),
    user_locale: z.string().optional(),
    source: z.string().optional(),
    is_unfurl_refresh: z.boolean().optional(),
    links: z.array(z.object({ url: z.string().max(3_000) })),
  }),
});
type Event = z.infer<typeof sharedSchema>['event'];

/**
 * Somebody posts the address of a page that the content rests on: a preview of what it takes from there.
 * Quiet while the message is still being written, where it has three such links or more, and where the
 * same link was shown in the channel within half an hour.
 */
export function linkShared(edge: Edge) {
  return async ({ body, client }: Shared): Promise<void> => {
    const parsed = sharedSchema.safeParse(body);
    const team = readTeam(body);
    if (!parsed.success || team === undefined) return;
    const { event_id, event } = parsed.data;
    const { channel, message_ts: ts, links, source, is_unfurl_refresh } = event;
    if (source === 'composer' || is_unfurl_refresh || links.length >= tooMany) return;
    try {
      if (!(await edge.answering.firstSeen(`slack:event:${event_id}`))) return;
      if (!(await mayAnswerIn(edge, team, channel))) return;
      const spoken = await spokenBy(edge, team, event);
      const unfurls: Record<string, { blocks: ReturnType<typeof unfurlBlocks> }> = {};
      for (const { url } of links) {
        const blocks = await previewOf(edge, { team, channel, url, spoken });
        // The key is the address exactly as Slack wrote it.
        if (blocks) unfurls[url] = { blocks };
      }
      if (Object.keys(unfurls).length > 0) await client.chat.unfurl({ channel, ts, unfurls });
    } catch (error) {
      edge.log.error(describeError(error), 'slack: link without a preview');
    }
  };
}

/** What the person chose, else the language of their Slack; undefined where neither tells. */
async function spokenBy(edge: Edge, team: string, event: Event): Promise<Language | undefined> {
  const preferred = await preferredLanguage(edge, team, event.user);
  if (preferred) return preferred;
  const [locale] = (event.user_locale ?? '').split('-');
  return locale === 'en' || locale === 'fr' ? locale : undefined;
}

interface Link {
  readonly team: string;
  readonly channel: string;
  readonly url: string;
  readonly spoken: Language | undefined;
}

/** @returns undefined for a page that is no source, for the front page of a site, and for what was shown just now */
async function previewOf(edge: Edge, { team, channel, url, spoken }: Link) {
  const address = url.replaceAll('&amp;', '&');
  // A front page stands for the whole site: one section of many would be an odd thing to tell of it.
  if (!URL.canParse(address) || new URL(address).pathname === '/') return undefined;
  const first = spoken ?? edge.answering.defaultLanguage;
  const call = edge.sources.callFor(address, first) ?? edge.sources.callFor(address, otherLanguage(first));
  if (!call) return undefined;
  // A page that only one half of the content cites is told of in the other language too, if that is spoken.
  const reply = await edge.answering.call({ ...call, language: spoken ?? call.language });
  if (reply.outcome !== 'answer') return undefined;
  // By what is shown: an address has many spellings, and a section several pages.
  const shown = Object.values(call.args).join('#');
  return edge.recentLinks.isNew(team, channel, shown, edge.clock()) ? unfurlBlocks(reply.card) : undefined;
}
