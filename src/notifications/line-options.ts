/** The options of a subscription line, in both languages: how each is recognised. */
import { fold } from '../knowledge/fold.ts';
import type { Language } from '../knowledge/language.ts';
import type { LocalTime, Weekday } from './subscription.ts';

/** Begins and ends a word; `\b` knows no accents. */
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const time =
  '(?:\\d{1,2}(?:\\s*[:h]\\s*\\d{1,2}|\\s*h(?:eures?)?)?(?:\\s*[ap]\\.?m\\.?)?|noon|midi|midnight|minuit)';

function option(source: string): RegExp {
  return new RegExp(`${start}(?:${source})${end}`, 'giu');
}

/** Where a time zone may stand, the surest first; the words of `zone` may hold more than its name. */
export const zonePatterns: readonly RegExp[] = [
  option("(?:time\\s*zone|fuseau(?:\\s+horaire)?)\\s*:?\\s*(?<zone>[\\p{L}_.'’-]+(?:/[\\p{L}\\p{N}_+-]+)*)"),
  option("heure\\s+(?:de\\s+|d['’]\\s*)(?<zone>[\\p{L}_.'’-]+(?:\\s+[\\p{L}.'’-]+){0,3})"),
  option("(?<zone>[\\p{L}_.'’-]+(?:/[\\p{L}\\p{N}_+-]+)+)(?:\\s+time(?:\\s*zone)?)?"),
  option("(?<zone>(?:[\\p{L}.'’-]+\\s+){1,3})time(?:\\s*zone)?"),
];

export const patterns = {
  quiet: option(
    `(?:quiet(?:\\s+hours)?|silence|heures\\s+(?:calmes|de\\s+silence))\\s*:?\\s*(?:from\\s+|between\\s+|de\\s+|entre\\s+)?(?<from>${time})\\s*(?:-|–|to|until|and|à|a|et|jusqu['’]à)\\s*(?<to>${time})`,
  ),
  weekends: option(
    '(?:no|not\\s+on|never\\s+on|without|except(?:\\s+on)?|sans|pas\\s+(?:de|la|le|les)|sauf(?:\\s+(?:la|le|les))?)\\s+(?:week-?ends?|fins?\\s+de\\s+semaine)',
  ),
  language: option('(?:in|en)\\s+(?<language>english|anglais|french|fran[cç]ais)'),
  at: option(`(?:at|à|a|vers|@)\\s*(?<time>${time})`),
  weekday: option(
    '(?:(?:on|every|each|le|les|chaque|tous\\s+les)\\s+)?(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?',
  ),
  weekly: option(
    'weekly|(?:once\\s+a|every|each)\\s+week|hebdomadaire(?:ment)?|(?:chaque|par|une\\s+fois\\s+par)\\s+semaine|toutes\\s+les\\s+semaines',
  ),
  daily: option(
    'daily|(?:once\\s+a|every|each)\\s+day|quotidien(?:ne)?(?:ment)?|chaque\\s+jour|tous\\s+les\\s+jours|par\\s+jour',
  ),
  instantly: option(
    'instant(?:ly)?|immediately|at\\s+once|right\\s+away|straight\\s+away|imm[ée]diat(?:ement)?|instantan[ée](?:ment)?|tout\\s+de\\s+suite|aussit[ôo]t',
  ),
} as const;

/** `9`, `9:30`, `9 h`, `9 h 30`, `9 pm`, `noon` → `09:30`; undefined for what is no time of day. */
export function readTime(text: string): LocalTime | undefined {
  const word = fold(text).replaceAll(/[\s.]/g, '');
  if (word === 'noon' || word === 'midi') return '12:00';
  if (word === 'midnight' || word === 'minuit') return '00:00';
  const match = /^(?<hour>\d{1,2})(?:[:h](?<minute>\d{2})|h(?:eures?)?)?(?<half>am|pm)?$/.exec(word);
  if (!match?.groups) return undefined;
  const { half } = match.groups;
  const minute = Number(match.groups.minute ?? 0);
  let hour = Number(match.groups.hour);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
};

/** @param weekday 1 (Monday) to 7 (Sunday) */
export function weekdayName(weekday: number, language: Language): string {
  return weekdayNames[language][weekday - 1]!;
}

/** @param name one that `patterns.weekday` has found */
export function readWeekday(name: string): Weekday {
  const word = fold(name);
  const index = [weekdayNames.en, weekdayNames.fr].map((names) => names.findIndex((n) => fold(n) === word));
  return (Math.max(...index) + 1) as Weekday;
}

/** @param name one that `patterns.language` has found */
export function readLanguage(name: string): Language {
  return ['english', 'anglais'].includes(fold(name)) ? 'en' : 'fr';
}

/** Cities whose French name is not the one in the IANA database. */
const frenchCities: Readonly<Record<string, string>> = {
  bruxelles: 'Europe/Brussels',
  londres: 'Europe/London',
  varsovie: 'Europe/Warsaw',
  lisbonne: 'Europe/Lisbon',
  'saint jean': 'America/St_Johns',
  'saint jean de terre neuve': 'America/St_Johns',
};

let cities: ReadonlyMap<string, string> | undefined;

/** The last part of every IANA name: `toronto` → `America/Toronto`. Built when first asked for. */
function zoneOfCity(city: string): string | undefined {
  cities ??= new Map([
    ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [
      cityKey(zone.slice(zone.lastIndexOf('/') + 1)),
      zone,
    ]),
    ...Object.entries(frenchCities),
    ['utc', 'UTC'],
  ]);
  return cities.get(cityKey(city));
}

function cityKey(name: string): string {
  return fold(name)
    .replaceAll(/[_.'-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** `europe/brussels`, `Brussels`, `Bruxelles` → `Europe/Brussels`; undefined for what is no zone. */
export function readZone(name: string): string | undefined {
  if (!name.includes('/')) return zoneOfCity(name);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
