/** What was stated in a form → the subscription that a line would create, or what is wrong with a field. */
import { z } from 'zod';
import type { Language } from '../knowledge/language.ts';
import { readTime, readZone, weekdayName } from './line-options.ts';
import { explainProblem } from './misunderstanding.ts';
import {
  isQuiet,
  type LocalTime,
  type QuietHours,
  type Subscription,
  type SubscriptionSettings,
  usualTime,
  usualWeekday,
} from './subscription.ts';
import { formStrings as strings } from './subscription-form-strings.ts';
import type { Topics } from './topics.ts';

export const formFields = [
  ...(['topics', 'cadence', 'at', 'weekday', 'language'] as const),
  ...(['timeZone', 'quietFrom', 'quietTo', 'weekends'] as const),
] as const;
export type FormField = (typeof formFields)[number];

/** Values as a platform hands them over: whatever somebody sent, not checked. */
export type StatedForm = Readonly<Partial<Record<FormField, unknown>>>;
/** One sentence for each field that cannot be taken. */
export type FormErrors = Readonly<Partial<Record<FormField, string>>>;

export type ReadForm =
  | { readonly type: 'understood'; readonly subscription: Subscription }
  | { readonly type: 'misunderstood'; readonly errors: FormErrors };

export const cadences = ['instantly', 'daily', 'weekly'] as const;
export const weekendChoices = ['deliver', 'wait'] as const;
const mostTopics = 200;
const longestWord = 100;

/** @param language of the form: the errors are said in it */
export function readSubscriptionForm(stated: StatedForm, topics: Topics, language: Language): ReadForm {
  const errors: Partial<Record<FormField, string>> = {};
  const fail = (field: FormField, error: string) => {
    errors[field] ??= error;
  };
  const choice = <T extends string>(field: FormField, values: readonly T[]): T => {
    const chosen = values.find((value) => value === stated[field]);
    if (chosen === undefined) fail(field, strings.choose[language]);
    return chosen ?? values[0]!;
  };
  const time = (field: FormField): LocalTime | undefined => {
    const text = textOf(stated[field]);
    if (text === '') return undefined;
    const read = readTime(text);
    if (read === undefined) fail(field, explainProblem({ reason: 'no-time', words: [text] }, language));
    return read;
  };

  const chosen = topicsOf(stated.topics);
  const unknown = chosen.filter((id) => !topics.topic(id));
  if (chosen.length === 0) fail('topics', explainProblem({ reason: 'no-topic' }, language));
  if (unknown.length > 0) {
    fail('topics', explainProblem({ reason: 'unknown-words', words: unknown }, language));
  }

  const cadence = choice('cadence', cadences);
  const at = cadence === 'instantly' ? usualTime : (time('at') ?? usualTime);
  const weekday = cadence === 'weekly' ? Number(choice('weekday', weekdays)) : usualWeekday;
  const spoken = choice('language', ['en', 'fr'] as const);
  const weekends = choice('weekends', weekendChoices);
  const zone = textOf(stated.timeZone);
  const timeZone = zone === '' ? undefined : readZone(zone);
  if (timeZone === undefined) {
    fail('timeZone', explainProblem({ reason: 'unknown-zone', words: [zone] }, language));
  }
  const quietHours = readQuiet(time('quietFrom'), time('quietTo'), fail, language);

  const contradiction = (...words: string[]) => explainProblem({ reason: 'contradiction', words }, language);
  if (quietHours && cadence !== 'instantly' && isQuiet(at, quietHours)) {
    fail('at', contradiction(at, `${quietHours.from}-${quietHours.to}`));
  }
  if (cadence === 'weekly' && weekday > 5 && weekends === 'wait') {
    fail('weekday', contradiction(weekdayName(weekday, language), strings.wait[language]));
  }
  if (timeZone === undefined || Object.keys(errors).length > 0) return { type: 'misunderstood', errors };
  const settings: SubscriptionSettings = {
    ...{ cadence, at, weekday, language: spoken, timeZone, weekends },
    ...(quietHours && { quietHours }),
  };
  return { type: 'understood', subscription: { topics: chosen, settings } };
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

function readQuiet(
  from: LocalTime | undefined,
  to: LocalTime | undefined,
  fail: (field: FormField, error: string) => void,
  language: Language,
): QuietHours | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    fail(from === undefined ? 'quietFrom' : 'quietTo', strings.bothTimes[language]);
    return undefined;
  }
  if (from === to) {
    fail('quietTo', explainProblem({ reason: 'no-time', words: [`${from}-${to}`] }, language));
    return undefined;
  }
  return { from, to };
}

function topicsOf(value: unknown): string[] {
  const parsed = z.array(z.string().max(longestWord)).max(mostTopics).safeParse(value);
  return parsed.success ? [...new Set(parsed.data)] : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, longestWord) : '';
}
