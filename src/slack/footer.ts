/** What a reply offers under its card. */
import type { KnownBlock } from '@slack/types';
import type { Reply } from '../conversation/types.ts';
import { feedbackBlock } from './feedback.ts';

/** Only an answer can help: a greeting and an "I don't know" are not rated. */
export function footer(reply: Reply): KnownBlock[] {
  return reply.outcome === 'answer' ? [feedbackBlock(reply.language)] : [];
}
