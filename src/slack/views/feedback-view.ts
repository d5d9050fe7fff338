/** The short modal after "not helpful". Pure. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../../knowledge/language.ts';
import { feedbackReasons, type Opinion } from '../../workspace.ts';
import { strings } from '../strings.ts';
import { plainText, type SubmittedView, statedOption, statedText } from './view.ts';

export const feedbackCallback = 'feedback';
/** Room for a few sentences; Slack enforces it while the person writes. */
const longestComment = 500;

const aboutSchema = z.strictObject({
  channel: z.string().min(1).max(40),
  messageId: z.string().min(1).max(40),
  language: z.enum(['en', 'fr']),
});
/** The answer that the modal is about. */
export type RatedAnswer = z.infer<typeof aboutSchema>;

/** @param words whether the workspace keeps what people write: where it does not, nobody is asked to */
export function feedbackView(about: RatedAnswer, words: 'kept' | 'not-kept'): ModalView {
  const { language } = about;
  const comment: KnownBlock =
    words === 'kept'
      ? {
          type: 'input',
          block_id: 'comment',
          optional: true,
          label: plainText(strings.feedbackComment[language]),
          element: {
            type: 'plain_text_input',
            action_id: 'comment',
            multiline: true,
            max_length: longestComment,
          },
        }
      : { type: 'context', elements: [plainText(strings.feedbackNoWords[language])] };
  return {
    type: 'modal',
    callback_id: feedbackCallback,
    private_metadata: JSON.stringify(about),
    title: plainText(strings.feedbackTitle[language]),
    submit: plainText(strings.send[language]),
    close: plainText(strings.cancel[language]),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: plainText(strings.feedbackQuestion[language]),
        element: {
          type: 'radio_buttons',
          action_id: 'reason',
          options: feedbackReasons.map((reason) => ({
            text: plainText(reasonLabel(reason, language)),
            value: reason,
          })),
        },
      },
      comment,
    ],
  };
}

function reasonLabel(reason: NonNullable<Opinion['reason']>, language: Language): string {
  switch (reason) {
    case 'wrong':
      return strings.reasonWrong[language];
    case 'off-topic':
      return strings.reasonOffTopic[language];
    case 'incomplete':
      return strings.reasonIncomplete[language];
    case 'unclear':
      return strings.reasonUnclear[language];
  }
}

export interface SubmittedFeedback {
  readonly about: RatedAnswer;
  readonly reason: NonNullable<Opinion['reason']>;
  readonly comment?: string;
}

/** What was submitted, or `undefined` when it is not ours. */
export function readFeedbackView(view: SubmittedView): SubmittedFeedback | undefined {
  const about = aboutSchema.safeParse(view.metadata);
  const reason = z.enum(feedbackReasons).safeParse(statedOption(view, 'reason'));
  if (!about.success || !reason.success) return undefined;
  const comment = statedText(view, 'comment')?.slice(0, longestComment);
  return { about: about.data, reason: reason.data, ...(comment && { comment }) };
}
