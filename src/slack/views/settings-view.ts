/** The modal in which an administrator decides for the workspace. Pure. */
import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../../knowledge/language.ts';
import type { WorkspaceSettings } from '../../workspace.ts';
import { homeStrings as strings } from '../home-strings.ts';
import { strings as common } from '../strings.ts';
import { plainText, type SubmittedView, statedOption } from './view.ts';

export const settingsCallback = 'settings';

const subscribers = ['anyone', 'managers', 'listed'] as const;
const mostListed = 100;
const channel = z.string().regex(/^[CG][A-Z0-9]{1,30}$/);
const person = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);

export function settingsView(settings: WorkspaceSettings, language: Language): ModalView {
  const option = (value: (typeof subscribers)[number]): PlainTextOption => ({
    text: plainText(strings[value][language]),
    value,
  });
  const keep: PlainTextOption = { text: plainText(strings.keepWords[language]), value: 'keep' };
  const channels = { include: ['public' as const, 'private' as const], exclude_bot_users: true };
  return {
    type: 'modal',
    callback_id: settingsCallback,
    title: plainText(strings.settings[language]),
    submit: plainText(strings.save[language]),
    close: plainText(common.cancel[language]),
    blocks: [
      {
        type: 'input',
        block_id: 'experts',
        optional: true,
        label: plainText(strings.expertChannel[language]),
        hint: plainText(strings.expertHint[language]),
        element: {
          type: 'conversations_select',
          action_id: 'experts',
          filter: channels,
          ...(settings.expertChannel !== undefined && { initial_conversation: settings.expertChannel }),
        },
      },
      {
        type: 'input',
        block_id: 'subscribers',
        label: plainText(strings.subscribers[language]),
        element: {
          type: 'static_select',
          action_id: 'subscribers',
          options: subscribers.map(option),
          initial_option: option(settings.subscribers),
        },
      },
      {
        type: 'input',
        block_id: 'people',
        optional: true,
        label: plainText(strings.listedPeople[language]),
        element: {
          type: 'multi_users_select',
          action_id: 'people',
          initial_users: [...settings.listedPeople],
          max_selected_items: mostListed,
        },
      },
      {
        type: 'input',
        block_id: 'channels',
        optional: true,
        label: plainText(strings.allowedChannels[language]),
        hint: plainText(strings.allowedHint[language]),
        element: {
          type: 'multi_conversations_select',
          action_id: 'channels',
          filter: channels,
          initial_conversations: [...(settings.allowedChannels ?? [])],
          max_selected_items: mostListed,
        },
      },
      {
        type: 'input',
        block_id: 'words',
        optional: true,
        label: plainText(strings.words[language]),
        hint: plainText(strings.wordsHint[language]),
        element: {
          type: 'checkboxes',
          action_id: 'words',
          options: [keep],
          ...(settings.keepQuestionText && { initial_options: [keep] }),
        },
      },
    ],
  };
}

/** What was decided, or `undefined` when it is not ours. */
export function readSettingsView(view: SubmittedView): WorkspaceSettings | undefined {
  const stated = z
    .object({
      experts: channel.nullish(),
      subscribers: z.enum(subscribers),
      people: z.array(person).max(mostListed),
      channels: z.array(channel).max(mostListed),
    })
    .safeParse({
      experts: view.stated.experts?.selected_conversation,
      subscribers: statedOption(view, 'subscribers'),
      people: view.stated.people?.selected_users ?? [],
      channels: view.stated.channels?.selected_conversations ?? [],
    });
  if (!stated.success) return undefined;
  const { experts, subscribers: who, people, channels } = stated.data;
  return {
    ...(experts && { expertChannel: experts }),
    subscribers: who,
    listedPeople: people,
    ...(channels.length > 0 && { allowedChannels: channels }),
    keepQuestionText: view.stated.words?.selected_options?.some(({ value }) => value === 'keep') ?? false,
  };
}
