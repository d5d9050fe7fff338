/** Prints subscription lines in both languages; what is printed reads as the same. */
import type { Language } from '../knowledge/language.ts';
import { weekdayName } from './line-options.ts';
import type { LocalTime, Subscription, SubscriptionSettings } from './subscription.ts';
import type { LineContext } from './subscription-line.ts';

/** The line that creates this subscription when it is pasted back. */
export function printSubscription(
  { topics, settings }: Subscription,
  language: Language,
  context: LineContext,
): string {
  const names = topics.map((id) => context.topics.nameOf(id, language));
  return [
    context.verbs.subscribe[language][0],
    names.join(', '),
    ...(language === 'en' ? englishOptions(settings) : frenchOptions(settings)),
  ].join(' ');
}

export function printUnsubscribe(
  topics: readonly string[] | 'all',
  language: Language,
  context: LineContext,
): string {
  const all = language === 'en' ? 'all' : 'tout';
  const names = topics === 'all' ? [all] : topics.map((id) => context.topics.nameOf(id, language));
  return `${context.verbs.unsubscribe[language][0]} ${names.join(', ')}`;
}

function englishOptions(settings: SubscriptionSettings): string[] {
  const { cadence, at, weekday, language, timeZone, quietHours, weekends } = settings;
  return [
    cadence,
    ...(cadence === 'weekly' ? [`on ${weekdayName(weekday, 'en')}`] : []),
    ...(cadence === 'instantly' ? [] : [`at ${at}`]),
    language === 'en' ? 'in English' : 'in French',
    `${timeZone} time zone`,
    ...(quietHours ? [`quiet ${quietHours.from}-${quietHours.to}`] : []),
    ...(weekends === 'wait' ? ['no weekends'] : []),
  ];
}

function frenchOptions(settings: SubscriptionSettings): string[] {
  const { cadence, at, weekday, language, timeZone, quietHours, weekends } = settings;
  return [
    { instantly: 'immédiatement', daily: 'quotidien', weekly: 'hebdomadaire' }[cadence],
    ...(cadence === 'weekly' ? [`le ${weekdayName(weekday, 'fr')}`] : []),
    ...(cadence === 'instantly' ? [] : [`à ${frenchTime(at)}`]),
    language === 'en' ? 'en anglais' : 'en français',
    `fuseau horaire ${timeZone}`,
    ...(quietHours ? [`silence de ${frenchTime(quietHours.from)} à ${frenchTime(quietHours.to)}`] : []),
    ...(weekends === 'wait' ? ['sans fin de semaine'] : []),
  ];
}

/** `09:00` → `9 h`, `09:30` → `9 h 30`, with no-break spaces. */
export function frenchTime(time: LocalTime): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`;
}
