/** The form in which a chat or channel is subscribed, and what was stated in it. Pure. */
import { z } from 'zod';
import { type Card, type CardElement, plain } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Language } from '../knowledge/language.ts';
import { weekdayName } from '../notifications/line-options.ts';
import type { SubscriptionForm } from '../notifications/subscription-desk.ts';
import {
  cadences,
  type FormErrors,
  type StatedForm,
  weekendChoices,
} from '../notifications/subscription-form.ts';
import { formStrings as strings } from '../notifications/subscription-form-strings.ts';
import { actionItems } from './action-items.ts';
import type { ActionSet, CardItem, Choice, ExecuteAction, InputChoiceSet } from './adaptive-card-types.ts';
import { limits } from './limits.ts';

/** Lines that are offered for a change: an ActionSet has six buttons. */
const mostLines = 6;
const longestZone = 100;

/** @returns the card and what stands under it: the fields and their buttons */
export function subscriptionForm(
  form: SubscriptionForm,
  language: Language,
): { readonly card: Card; readonly footer: readonly CardItem[] } {
  const { lines, replaces } = form;
  const isChange = replaces.length > 0;
  const title = strings.title[language];
  const followed: CardElement[] =
    isChange || lines.length === 0
      ? []
      : [
          { type: 'context', text: plain(strings.following[language]) },
          { type: 'list', ordered: false, items: lines.map(({ text }) => plain(shorten(text, 200))) },
        ];
  const card: Card = {
    language,
    summary: title,
    elements: [{ type: 'title', text: title }, ...followed],
  };
  const data = { v: 1, language, replaces };
  const save = execute('subscribe-save', strings.save[language], data, 'positive');
  const remove = withoutFields(execute('subscribe-remove', strings.remove[language], data));
  const buttons = isChange ? [save, remove] : [save];
  return { card, footer: [...changes(form, language), ...fields(form, language), actions(buttons)] };
}

function changes({ lines, replaces }: SubscriptionForm, language: Language): CardItem[] {
  if (replaces.length > 0 || lines.length === 0) return [];
  const buttons = lines.slice(0, mostLines).map(({ topics, text }) => {
    const label = shorten(`${strings.change[language]}: ${text}`, limits.actionTitle.maximum);
    return withoutFields(execute('subscribe-open', label, { v: 1, language, topic: topics[0] ?? '' }));
  });
  return actionItems(buttons);
}

function fields({ topics, filled }: SubscriptionForm, language: Language): CardItem[] {
  const { settings } = filled;
  const { cadence, weekday, weekends } = settings;
  const choice = <T extends string>(
    id: string,
    label: string,
    options: readonly Choice[],
    value: T,
  ): InputChoiceSet => ({
    ...{ type: 'Input.ChoiceSet', id, label, choices: options, value, style: 'compact', wrap: true },
    ...{ isMultiSelect: false, isRequired: true, errorMessage: strings.choose[language] },
  });
  const time = (id: string, label: string, value: string | undefined): CardItem => ({
    ...{ type: 'Input.Time', id, label },
    ...(value !== undefined && { value }),
  });
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    title: weekdayName(day, language),
    value: String(day),
  }));
  const cadenceChoices = cadences.map((value) => ({ title: strings[value][language], value }));
  const weekendOptions = weekendChoices.map((value) => ({ title: strings[value][language], value }));
  return [
    {
      ...{ type: 'Input.ChoiceSet', id: 'topics', label: strings.topics[language], style: 'expanded' },
      choices: topics.map(({ id, name }) => ({ title: name, value: id })),
      ...(filled.topics.length > 0 && { value: filled.topics.join(',') }),
      ...{ wrap: true, isMultiSelect: true, isRequired: true, errorMessage: strings.fill[language] },
    },
    choice('cadence', strings.cadence[language], cadenceChoices, cadence),
    time('at', strings.at[language], settings.at),
    choice('weekday', strings.weekday[language], days, String(weekday)),
    choice(
      'spoken',
      strings.language[language],
      [
        { title: strings.english[language], value: 'en' },
        { title: strings.french[language], value: 'fr' },
      ],
      settings.language,
    ),
    {
      ...{ type: 'Input.Text', id: 'timeZone', isMultiline: false, maxLength: longestZone },
      label: `${strings.timeZone[language]} (${strings.timeZoneHint[language]})`,
      ...{ isRequired: true, errorMessage: strings.fill[language], value: settings.timeZone },
    },
    time('quietFrom', strings.quietFrom[language], settings.quietHours?.from),
    time('quietTo', strings.quietTo[language], settings.quietHours?.to),
    choice('weekends', strings.weekends[language], weekendOptions, weekends),
  ];
}

const text = z.string().max(200).optional().catch(undefined);
const formSchema = z.object({
  v: z.literal(1),
  language: z.enum(['en', 'fr']),
  replaces: z.array(z.string().max(100)).max(200),
  /** Several values of one field come joined by commas. */
  topics: z.string().max(20_000).catch(''),
  ...{ cadence: text, at: text, weekday: text, spoken: text, timeZone: text },
  ...{ quietFrom: text, quietTo: text, weekends: text },
});
export interface SubmittedForm {
  readonly language: Language;
  readonly replaces: readonly string[];
  readonly stated: StatedForm;
}

/** What came with a button, which anybody may have forged; `undefined` when it is not ours. */
export function readSubscriptionForm(data: unknown): SubmittedForm | undefined {
  const read = formSchema.safeParse(data).data;
  if (!read) return undefined;
  const { v: _version, language, replaces, topics, spoken, ...stated } = read;
  const chosen = topics.split(',').flatMap((id) => id.trim() || []);
  return { language, replaces, stated: { ...stated, language: spoken, topics: chosen } };
}

/** Each error under the name of its field. */
export function errorText(errors: FormErrors, language: Language): string {
  const colon = language === 'fr' ? '\u00A0: ' : ': ';
  return Object.entries(errors)
    .map(([field, error]) => `${strings[field as keyof FormErrors][language]}${colon}${error}`)
    .join('\n\n');
}

function execute(
  verb: ExecuteAction['verb'],
  title: string,
  data: object,
  style?: 'positive',
): ExecuteAction {
  // A submit carries no verb: it could not be told from a question.
  return { type: 'Action.Execute', title, verb, data, ...(style && { style }), fallback: 'drop' };
}

function withoutFields(action: ExecuteAction): ExecuteAction {
  return { ...action, associatedInputs: 'none' };
}

function actions(shown: readonly ExecuteAction[]): ActionSet {
  return { type: 'ActionSet', actions: shown };
}
