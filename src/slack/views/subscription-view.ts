/** The modal in which a channel is subscribed, and what was stated in it. Pure. */
import type { Button, InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { shorten } from '../../cards/shorten.ts';
import type { Language } from '../../knowledge/language.ts';
import { weekdayName } from '../../notifications/line-options.ts';
import type { SubscriptionForm } from '../../notifications/subscription-desk.ts';
import {
  cadences,
  type FormErrors,
  type StatedForm,
  weekendChoices,
} from '../../notifications/subscription-form.ts';
import { formStrings as strings } from '../../notifications/subscription-form-strings.ts';
import { strings as common } from '../strings.ts';
import { viewLimits } from '../view-limits.ts';
import {
  plainText,
  type SubmittedView,
  statedOption,
  statedOptions,
  statedText,
  statedTime,
} from './view.ts';

export const subscriptionCallback = 'subscription';

const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/);
const metadataSchema = z.strictObject({
  v: z.literal(1),
  language: z.enum(['en', 'fr']),
  /** Absent: chosen in the form. */
  channel: channelId.optional(),
  /** `home`: whether the person is in the channel is asked again; `channel`: they typed there. */
  from: z.enum(['home', 'channel']),
  replaces: z.array(z.string().max(100)).max(200),
});
/** What the form belongs to; it travels with the modal. */
export type FormPlace = Omit<z.infer<typeof metadataSchema>, 'v' | 'replaces'>;
export type FormMetadata = z.infer<typeof metadataSchema>;

/** Lines that are offered for a change; a channel seldom has more than three. */
const mostLines = 15;

export function subscriptionView(form: SubscriptionForm, place: FormPlace): ModalView {
  const { language, channel } = place;
  const metadata: FormMetadata = { v: 1, ...place, replaces: [...form.replaces] };
  const isChange = form.replaces.length > 0;
  return {
    type: 'modal',
    callback_id: subscriptionCallback,
    private_metadata: JSON.stringify(metadata),
    title: plainText(strings.title[language]),
    submit: plainText(strings.save[language]),
    close: plainText(common.cancel[language]),
    blocks: [
      channel === undefined ? channelInput(language) : channelBlock(channel, language),
      ...(isChange ? removal(language) : following(form, language)),
      ...inputs(form, language),
    ],
  };
}

function channelBlock(channel: string, language: Language): KnownBlock {
  const text = channel.startsWith('D')
    ? plainText(strings.thisConversation[language])
    : ({ type: 'mrkdwn', text: `<#${channel}>`, verbatim: true } as const);
  return { type: 'context', elements: [text] };
}

function channelInput(language: Language): InputBlock {
  return {
    type: 'input',
    block_id: 'channel',
    label: plainText(strings.channel[language]),
    hint: plainText(strings.channelHint[language]),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
}

/** What the channel follows already, each line with a way to change it. */
function following({ lines }: SubscriptionForm, language: Language): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines);
  return [
    { type: 'context', elements: [plainText(strings.following[language])] },
    ...shown.map(
      ({ topics, text }): KnownBlock => ({
        type: 'section',
        text: plainText(shorten(text, 300)),
        accessory: button('subscription:edit', strings.change[language], topics[0] ?? ''),
      }),
    ),
    { type: 'divider' },
  ];
}

function removal(language: Language): KnownBlock[] {
  const remove: Button = {
    ...button('subscription:remove', strings.remove[language], 'remove'),
    style: 'danger',
    confirm: {
      title: plainText(strings.remove[language]),
      text: plainText(strings.removeConfirm[language]),
      confirm: plainText(strings.remove[language]),
      deny: plainText(common.cancel[language]),
    },
  };
  return [{ type: 'actions', elements: [remove] }];
}

/**
 * Slack keeps what somebody put into a block when a view is updated: the fields of another line are
 * other blocks.
 */
function keyOf(replaces: readonly string[]): string {
  return replaces[0] ?? 'new';
}

function inputs({ topics, filled, replaces }: SubscriptionForm, language: Language): InputBlock[] {
  const { settings } = filled;
  const key = keyOf(replaces);
  const input = (
    field: string,
    label: string,
    element: InputBlock['element'],
    rest: Partial<Pick<InputBlock, 'optional' | 'hint'>> = {},
  ): InputBlock => ({
    type: 'input',
    block_id: `${field}:${key}`,
    label: plainText(label),
    element,
    ...rest,
  });
  const select = (field: string, label: string, options: readonly PlainTextOption[], value: string) => {
    const initial = options.find((option) => option.value === value);
    return input(field, label, {
      type: 'static_select',
      action_id: field,
      options: [...options],
      ...(initial && { initial_option: initial }),
    });
  };
  const time = (field: string, label: string, value: string | undefined) =>
    input(
      field,
      label,
      { type: 'timepicker', action_id: field, ...(value !== undefined && { initial_time: value }) },
      { optional: true },
    );
  const topicOptions = topics
    .slice(0, viewLimits.selectOptions)
    .map(({ id, name }) => option(shorten(name, viewLimits.optionText), id));
  const chosen = topicOptions.filter(({ value }) => filled.topics.includes(value ?? ''));
  const languages = [option(strings.english[language], 'en'), option(strings.french[language], 'fr')];
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => option(weekdayName(day, language), String(day)));
  return [
    input('topics', strings.topics[language], {
      type: 'multi_static_select',
      action_id: 'topics',
      options: topicOptions,
      ...(chosen.length > 0 && { initial_options: chosen }),
    }),
    select(
      'cadence',
      strings.cadence[language],
      cadences.map((cadence) => option(strings[cadence][language], cadence)),
      settings.cadence,
    ),
    time('at', strings.at[language], settings.at),
    select('weekday', strings.weekday[language], days, String(settings.weekday)),
    select('language', strings.language[language], languages, settings.language),
    input(
      'timeZone',
      strings.timeZone[language],
      { type: 'plain_text_input', action_id: 'timeZone', initial_value: settings.timeZone, max_length: 100 },
      { hint: plainText(strings.timeZoneHint[language]) },
    ),
    time('quietFrom', strings.quietFrom[language], settings.quietHours?.from),
    time('quietTo', strings.quietTo[language], settings.quietHours?.to),
    select(
      'weekends',
      strings.weekends[language],
      weekendChoices.map((choice) => option(strings[choice][language], choice)),
      settings.weekends,
    ),
  ];
}

export function readFormMetadata(metadata: unknown): FormMetadata | undefined {
  return metadataSchema.safeParse(metadata).data;
}

export interface SubmittedSubscription {
  readonly metadata: FormMetadata;
  /** The channel of the form, or the one that was chosen in it. */
  readonly channel: string | undefined;
  readonly stated: StatedForm;
}

/** `undefined` when it is not ours. */
export function readSubscriptionView(view: SubmittedView): SubmittedSubscription | undefined {
  const metadata = readFormMetadata(view.metadata);
  if (!metadata) return undefined;
  const key = keyOf(metadata.replaces);
  const chosen = channelId.safeParse(view.stated.channel?.selected_conversation).data;
  return {
    metadata,
    channel: metadata.channel ?? chosen,
    stated: {
      topics: statedOptions(view, `topics:${key}`),
      cadence: statedOption(view, `cadence:${key}`),
      at: statedTime(view, `at:${key}`),
      weekday: statedOption(view, `weekday:${key}`),
      language: statedOption(view, `language:${key}`),
      timeZone: statedText(view, `timeZone:${key}`),
      quietFrom: statedTime(view, `quietFrom:${key}`),
      quietTo: statedTime(view, `quietTo:${key}`),
      weekends: statedOption(view, `weekends:${key}`),
    },
  };
}

/** Errors by field → errors by block, as Slack shows them. */
export function viewErrors(errors: FormErrors, { replaces }: FormMetadata): Record<string, string> {
  const key = keyOf(replaces);
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [
      `${field}:${key}`,
      shorten(error, viewLimits.inputLabel),
    ]),
  );
}

function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text), value };
}

function button(action_id: string, text: string, value: string): Button {
  return { type: 'button', action_id, text: plainText(text), value };
}
