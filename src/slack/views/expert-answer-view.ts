/** The modal in which an expert answers. Pure. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { ExpertRequest } from '../../workspace.ts';
import { clean } from '../clean.ts';
import { expertStrings } from '../expert-strings.ts';
import { strings } from '../strings.ts';
import { plainText, type SubmittedView, statedText } from './view.ts';

export const expertAnswerCallback = 'expert-answer';
/** Below the store's and Slack's limits, with room for the question above it. */
const longestAnswer = 2_500;

const metadataSchema = z.strictObject({ id: z.uuid() });

export function expertAnswerView({ id, language, question }: ExpertRequest): ModalView {
  return {
    type: 'modal',
    callback_id: expertAnswerCallback,
    private_metadata: JSON.stringify({ id }),
    title: plainText(expertStrings.answerTitle[language]),
    submit: plainText(strings.send[language]),
    close: plainText(strings.cancel[language]),
    blocks: [
      { type: 'section', text: plainText(clean(question ?? expertStrings.notKept[language])) },
      {
        type: 'input',
        block_id: 'answer',
        label: plainText(expertStrings.answerLabel[language]),
        hint: plainText(expertStrings.answerHint[language]),
        element: {
          type: 'plain_text_input',
          action_id: 'answer',
          multiline: true,
          max_length: longestAnswer,
        },
      },
    ],
  };
}

export function readExpertAnswer(view: SubmittedView): { id: string; answer: string } | undefined {
  const metadata = metadataSchema.safeParse(view.metadata);
  const answer = statedText(view, 'answer')?.slice(0, longestAnswer);
  return metadata.success && answer ? { id: metadata.data.id, answer } : undefined;
}
