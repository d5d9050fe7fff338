/** Helpful or not: the buttons under an answer, and what they say when they come back. Pure. */
import type { Button, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../knowledge/language.ts';
import type { Opinion } from '../workspace.ts';
import { strings } from './strings.ts';

export interface Rating {
  readonly rating: Opinion['rating'];
  /** Of the answer, and so of what is said about it. */
  readonly language: Language;
}

const ratingSchema = z.tuple([z.enum(['helpful', 'not-helpful']), z.enum(['en', 'fr'])]);

/** Slack's own pair of thumbs. */
export function feedbackBlock(language: Language): KnownBlock {
  const button = (rating: Opinion['rating'], text: string) => ({
    text: { type: 'plain_text' as const, text, emoji: false },
    value: `${rating}:${language}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: button('helpful', strings.helpful[language]),
        negative_button: button('not-helpful', strings.notHelpful[language]),
      },
    ],
  };
}

/** The same blocks with ordinary buttons, for a Slack that does not take its own thumbs; `undefined` without any. */
export function withOrdinaryFeedback(blocks: readonly KnownBlock[]): KnownBlock[] | undefined {
  if (!blocks.some((block) => block.type === 'context_actions')) return undefined;
  return blocks.flatMap((block): KnownBlock[] => {
    if (block.type !== 'context_actions') return [block];
    const elements = block.elements.flatMap((element): Button[] =>
      element.type !== 'feedback_buttons'
        ? []
        : [element.positive_button, element.negative_button].map(({ text, value }, index) => ({
            type: 'button',
            action_id: `${element.action_id}:${index}`,
            text,
            value,
          })),
    );
    return elements.length === 0 ? [] : [{ type: 'actions', elements }];
  });
}

/** Reads the value of a feedback button, which anybody may have forged. */
export function readRating(value: unknown): Rating | undefined {
  const parsed = ratingSchema.safeParse(typeof value === 'string' ? value.split(':') : undefined);
  if (!parsed.success) return undefined;
  const [rating, language] = parsed.data;
  return { rating, language };
}
