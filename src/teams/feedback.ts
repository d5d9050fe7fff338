/** Whether an answer helped: the buttons, Teams' own thumbs, and what both say when they come back. Pure. */
import { z } from 'zod';
import type { Language } from '../knowledge/language.ts';
import type { ExecuteAction } from './adaptive-card-types.ts';
import { strings } from './strings.ts';

export interface FeedbackButton {
  readonly rating: 'helpful' | 'not-helpful';
  /** Of the answer, and so of what is said about it. */
  readonly language: Language;
}

/** Asks the client for its thumbs: learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#feedback-buttons */
export const withThumbs = { feedbackLoop: { type: 'default' } } as const;

export function feedbackActions(language: Language): ExecuteAction[] {
  const button = (rating: FeedbackButton['rating'], title: string): ExecuteAction => ({
    type: 'Action.Execute',
    title,
    verb: 'feedback',
    data: { v: 1, rating, language },
    // A submit carries no verb: it could not be told from a question.
    fallback: 'drop',
  });
  return [button('helpful', strings.helpful[language]), button('not-helpful', strings.notHelpful[language])];
}

const buttonSchema = z.strictObject({
  v: z.literal(1),
  rating: z.enum(['helpful', 'not-helpful']),
  language: z.enum(['en', 'fr']),
});

export function readFeedbackButton(data: unknown): FeedbackButton | undefined {
  return buttonSchema.safeParse(data).data;
}

const thumbSchema = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    /** JSON text: `{"feedbackText":"…"}`. */
    feedback: z.string().max(20_000).optional().catch(undefined),
  }),
});
const wordsSchema = z.looseObject({ feedbackText: z.string() });

export function readThumb(
  value: unknown,
): { readonly rating: 'helpful' | 'not-helpful'; readonly comment?: string } | undefined {
  const thumb = thumbSchema.safeParse(value).data?.actionValue;
  if (!thumb) return undefined;
  const comment = wordsOf(thumb.feedback);
  return { rating: thumb.reaction === 'like' ? 'helpful' : 'not-helpful', ...(comment && { comment }) };
}

function wordsOf(json: string | undefined): string | undefined {
  try {
    return wordsSchema
      .safeParse(JSON.parse(json ?? ''))
      .data?.feedbackText.trim()
      .slice(0, 4_000);
  } catch {
    return undefined;
  }
}
