/** The modal in which a question is asked from anywhere. Pure. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../../knowledge/language.ts';
import { productName, strings } from '../strings.ts';
import { plainText, type SubmittedView, statedOption, statedText } from './view.ts';

export const askCallback = 'ask';
/** Longer questions are refused by the conversation; here nobody can write one. */
const longestQuestion = 1_000;

/** `as-asked`: the words of the question tell the language. */
const choices = ['as-asked', 'en', 'fr'] as const;

/** @param language of the form; @param preferred what the person chose on the Home tab */
export function askView(language: Language, preferred?: Language): ModalView {
  const option = (choice: (typeof choices)[number]) => ({
    text: plainText(choice === 'as-asked' ? strings.asAsked[language] : strings[choice][language]),
    value: choice,
  });
  return {
    type: 'modal',
    callback_id: askCallback,
    title: plainText(productName),
    submit: plainText(strings.ask[language]),
    close: plainText(strings.cancel[language]),
    blocks: [
      {
        type: 'input',
        block_id: 'question',
        label: plainText(strings.yourQuestion[language]),
        element: {
          type: 'plain_text_input',
          action_id: 'question',
          multiline: true,
          max_length: longestQuestion,
          placeholder: plainText(strings.questionExample[language]),
        },
      },
      {
        type: 'input',
        block_id: 'language',
        label: plainText(strings.answerLanguage[language]),
        element: {
          type: 'static_select',
          action_id: 'language',
          options: choices.map(option),
          initial_option: option(preferred ?? 'as-asked'),
        },
      },
    ],
  };
}

export interface SubmittedQuestion {
  readonly text: string;
  /** The language that was chosen. */
  readonly language?: Language;
}

export function readAskView(view: SubmittedView): SubmittedQuestion | undefined {
  const text = statedText(view, 'question')?.slice(0, longestQuestion);
  const choice = z.enum(choices).safeParse(statedOption(view, 'language'));
  if (text === undefined || !choice.success) return undefined;
  return { text, ...(choice.data !== 'as-asked' && { language: choice.data }) };
}
