/** A proposal as it is put before those who approve: what the preflight said, and the card of it. */
import { z } from 'zod';
import { approvalCard } from '../cards/approval-card.ts';
import type { Card } from '../cards/card.ts';
import { formatNumber } from '../cards/format.ts';
import { type Language, otherLanguage } from '../knowledge/language.ts';
import type { Notification } from '../store/notifications.ts';
import type { Channel } from '../store/tenant.ts';
import { readContent } from './content.ts';
import type { Preflight } from './preflight.ts';

/** Where proposals are decided: one channel of one workspace, and the language it reads. */
export interface ApprovalPlace {
  readonly channel: Channel;
  readonly language: Language;
}

const mostViolations = 5;
const approvalSchema = z.strictObject({
  v: z.literal(1),
  proposal: z.string(),
  audience: z.number(),
  skipped: z.number(),
  seconds: z.number(),
  byPlatform: z.record(z.string(), z.number()),
  violations: z.array(z.string()),
});
/** What is stored of it; the news themselves are those of the proposal. */
export type ApprovalContent = z.infer<typeof approvalSchema>;

export function approvalContent(proposal: string, result: Preflight): ApprovalContent {
  const violations = result.payloads.flatMap(({ platform, language, form, violations: found }) =>
    found.map((violation) => `${platform}, ${language}, ${form}: ${violation}`),
  );
  return {
    v: 1,
    proposal,
    audience: result.audience,
    skipped: result.skipped.length,
    seconds: result.seconds,
    byPlatform: Object.fromEntries(result.byPlatform),
    violations: violations.slice(0, mostViolations),
  };
}

/**
 * What a dry run says of it; undefined where nobody has to approve.
 *
 * @param above a larger audience needs a second person
 */
export function approvalNotice(audience: number, above: number): string | undefined {
  if (audience <= above) return undefined;
  return `A second person has to approve it: more than ${formatNumber(above, 'en')} channels.`;
}

/** Reads what the store kept; `undefined` for what is none. */
export function readApproval(json: string): ApprovalContent | undefined {
  try {
    return approvalSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/**
 * The proposal as it stands now, with buttons while it awaits a decision.
 * @returns `undefined` where there is nothing to show any more
 */
export function cardOfProposal(
  approval: ApprovalContent,
  proposal: Notification | undefined,
  language: Language,
): Card | undefined {
  const content = proposal && readContent(proposal.content);
  if (!proposal || !content) return undefined;
  const news = content.news.flatMap(({ texts }) => texts[language] ?? texts[otherLanguage(language)] ?? []);
  const note = content.note?.[language];
  const { approvedBy, cancelledBy, createdBy, state, id } = proposal;
  const decidedBy = state === 'published' ? approvedBy : cancelledBy;
  return approvalCard({
    ...{ language, id, news, state, proposedBy: createdBy, topics: proposal.topics },
    ...(note !== undefined && { note }),
    ...(decidedBy !== undefined && { decidedBy }),
    preflight: approval,
  });
}

/** As people are known in the channel: a Slack user id, or a Teams user's id in the directory. */
export function personId(platform: Channel['platform'], text: string): string | undefined {
  const id = text.trim();
  if (platform === 'slack') return /^[UW][A-Z0-9]{1,30}$/i.test(id) ? id.toUpperCase() : undefined;
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : undefined;
}
