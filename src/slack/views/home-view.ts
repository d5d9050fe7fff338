/** The Home tab. Pure. */
import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import type { Card, IntentCall } from '../../cards/card.ts';
import { formatDate } from '../../cards/format.ts';
import { callAction } from '../../cards/parts.ts';
import { shorten } from '../../cards/shorten.ts';
import type { OperatorPages } from '../../config.ts';
import type { ContentFreshness } from '../../knowledge/content-freshness.ts';
import type { Language } from '../../knowledge/language.ts';
import type { ChannelLine } from '../../notifications/subscription-desk.ts';
import { formStrings } from '../../notifications/subscription-form-strings.ts';
import type { WorkspaceSettings } from '../../workspace.ts';
import { ButtonMaker } from '../buttons.ts';
import { clean, escapeText } from '../clean.ts';
import { homeStrings } from '../home-strings.ts';
import { productName, strings } from '../strings.ts';
import { viewBlocks } from './answer-view.ts';
import { plainText } from './view.ts';

export type HomeLine = Pick<ChannelLine, 'channel' | 'topics' | 'text' | 'suspended'>;

export interface Home {
  readonly language: Language;
  /** What the person chose; absent: the words of the question decide. */
  readonly preferred?: Language;
  readonly history: 'on' | 'off';
  /** The latest first. */
  readonly recent: readonly { readonly title: string; readonly call: IntentCall }[];
  /** The card of the five clusters. */
  readonly clusters: Card;
  readonly freshness: ContentFreshness;
  /** Of whoever runs the bot. */
  readonly pages: OperatorPages;
  /** What the person's channels are told. */
  readonly subscriptions: readonly HomeLine[];
  /** Present for administrators of the workspace. */
  readonly settings?: WorkspaceSettings;
}

export function homeView(home: Home): HomeView {
  const { language } = home;
  return {
    type: 'home',
    blocks: [
      header(productName),
      { type: 'section', text: plainText(homeStrings.intro[language]) },
      {
        type: 'actions',
        elements: [
          button('home:ask', homeStrings.ask[language]),
          ...calls([callAction(homeStrings.help[language], { intent: 'help', args: {}, language })], 'help'),
        ],
      },
      { type: 'divider' },
      ...prefixed(viewBlocks(home.clusters), 'clusters'),
      { type: 'divider' },
      ...recent(home),
      { type: 'divider' },
      ...subscriptions(home),
      { type: 'divider' },
      languageSelect(home),
      ...freshness(home),
      ...operatorLinks(home),
      ...(home.settings ? admin(home.settings, language) : []),
    ],
  };
}

function recent({ history, recent: answers, language }: Home): KnownBlock[] {
  const off = history === 'off';
  const toggle = off
    ? button('home:history', homeStrings.switchOn[language], 'on')
    : button('home:history', homeStrings.switchOff[language], 'off');
  const buttons = calls(
    answers.map(({ title, call }) => callAction(title, call)),
    'recent',
  );
  const nothing = off ? homeStrings.historyIsOff : homeStrings.noRecent;
  return [
    { type: 'section', text: plainText(homeStrings.recent[language]), accessory: toggle },
    off || buttons.length === 0
      ? { type: 'context', elements: [plainText(nothing[language])] }
      : { type: 'actions', elements: buttons },
  ];
}

/** Lines beyond this are not shown: a view has room for a hundred blocks. */
const mostLines = 20;

function subscriptions({ subscriptions: lines, language }: Home): KnownBlock[] {
  const note = (text: string): KnownBlock => ({ type: 'context', elements: [plainText(text)] });
  return [
    {
      type: 'section',
      text: plainText(homeStrings.subscriptions[language]),
      accessory: button('subscription:new', homeStrings.subscribe[language]),
    },
    ...lines.slice(0, mostLines).map((line) => subscriptionLine(line, language)),
    ...(lines.length === 0 ? [note(homeStrings.noSubscriptions[language])] : []),
    ...(lines.length > mostLines ? [note(homeStrings.moreSubscriptions[language])] : []),
  ];
}

function subscriptionLine({ channel, topics, text, suspended }: HomeLine, language: Language): KnownBlock {
  const where = channel.startsWith('D') ? homeStrings.directMessages[language] : `<#${channel}>`;
  const state = suspended === undefined ? '' : ` (${homeStrings.suspended[language]})`;
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      verbatim: true,
      text: `${where}${state}${colon[language]}${escapeText(clean(shorten(text, 300)))}`,
    },
    accessory: button(
      'subscription:line',
      formStrings.change[language],
      JSON.stringify({ channel, topic: topics[0] }),
    ),
  };
}

function languageSelect({ language, preferred }: Home): KnownBlock {
  const option = (value: 'as-asked' | Language): PlainTextOption => ({
    text: plainText(value === 'as-asked' ? strings.asAsked[language] : strings[value][language]),
    value,
  });
  return {
    type: 'section',
    text: plainText(homeStrings.language[language]),
    accessory: {
      type: 'static_select',
      action_id: 'home:language',
      options: [option('as-asked'), option('en'), option('fr')],
      initial_option: option(preferred ?? 'as-asked'),
    },
  };
}

function freshness({ freshness: fresh, language }: Home): KnownBlock[] {
  if (fresh.newest === undefined) return [];
  const values: Readonly<Record<string, string>> = {
    entries: String(fresh.entries),
    statements: String(fresh.statements),
    overdue: String(fresh.overdue),
    newest: formatDate(fresh.newest, language),
  };
  const text = homeStrings.fresh[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return [{ type: 'context', elements: [plainText(text)] }];
}

/** Where people get help, and what is done with their data. The addresses are the operator's own. */
function operatorLinks({ pages: { support, privacy }, language }: Home): KnownBlock[] {
  const links = [
    [support, homeStrings.support],
    [privacy, homeStrings.privacy],
  ] as const;
  const text = links
    .flatMap(([address, label]) =>
      address ? [`<${escapeText(address).replaceAll('|', '%7C')}|${label[language]}>`] : [],
    )
    .join(' · ');
  return text === '' ? [] : [{ type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text }] }];
}

/** Channels are shown as mentions, which Slack names in the reader's own words. */
function admin(settings: WorkspaceSettings, language: Language): KnownBlock[] {
  const { expertChannel, allowedChannels, subscribers, keepQuestionText } = settings;
  const channels = (ids: readonly string[]) => ids.map((id) => `<#${id}>`).join(' ');
  const lines = [
    [homeStrings.expertChannel, expertChannel ? channels([expertChannel]) : homeStrings.none[language]],
    [homeStrings.subscribers, homeStrings[subscribers][language]],
    [
      homeStrings.allowedChannels,
      allowedChannels ? channels(allowedChannels) : homeStrings.everywhere[language],
    ],
    [homeStrings.keepWords, homeStrings[keepQuestionText ? 'yes' : 'no'][language]],
  ] as const;
  return [
    { type: 'divider' },
    header(homeStrings.admin[language]),
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        verbatim: true,
        text: lines.map(([label, value]) => `${label[language]}${colon[language]}${value}`).join('\n'),
      },
      accessory: button('home:settings', homeStrings.settings[language]),
    },
  ];
}

const colon = { en: ': ', fr: '\u00A0: ' } as const;

function header(text: string): KnownBlock {
  return { type: 'header', text: plainText(text) };
}

function button(action_id: string, text: string, value?: string): Button {
  return { type: 'button', action_id, text: plainText(text), ...(value !== undefined && { value }) };
}

/** The buttons of one place: a click is told apart by its action_id, and every place counts from nought. */
function calls(actions: readonly ReturnType<typeof callAction>[], place: string): Button[] {
  const maker = new ButtonMaker();
  return actions.flatMap((action) => {
    const made = maker.make(action);
    return made ? [{ ...made, action_id: `${made.action_id}:${place}` }] : [];
  });
}

function prefixed(blocks: readonly KnownBlock[], place: string): KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'actions') return block;
    const elements = block.elements.map((element) => ({
      ...element,
      action_id: `${element.action_id}:${place}`,
    }));
    return { ...block, elements };
  });
}
