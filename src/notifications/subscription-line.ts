/**
 * `subscribe NGen, procurement weekly on Monday at 09:00 in French Europe/Brussels time zone`: reads
 * such lines in both languages; `print-subscription.ts` prints them.
 */
import { fold } from '../knowledge/fold.ts';
import { type Bilingual, type Language, languages } from '../knowledge/language.ts';
import { patterns, readLanguage, readTime, readWeekday, readZone, zonePatterns } from './line-options.ts';
import {
  isQuiet,
  type LocalTime,
  type QuietHours,
  type Subscription,
  type SubscriptionSettings,
  usualTime,
  usualWeekday,
} from './subscription.ts';
import type { Topics } from './topics.ts';

/** What a person types for each of the three and for help with one, as `intents/commands.ts` declares it. */
export type SubscriptionVerbs = Readonly<
  Record<'subscribe' | 'unsubscribe' | 'subscriptions' | 'help', Bilingual<readonly string[]>>
>;

export type SubscriptionCommand =
  | { readonly type: 'subscribe'; readonly subscription: Subscription }
  | { readonly type: 'unsubscribe'; readonly topics: readonly string[] | 'all' }
  | { readonly type: 'subscriptions' };

/** Why a line cannot be carried out; `words` are quoted from it. */
export type Misunderstanding =
  | { readonly reason: 'no-topic' | 'too-long' }
  | {
      readonly reason: 'unknown-words' | 'unknown-zone' | 'no-time' | 'said-twice' | 'contradiction';
      readonly words: readonly string[];
    };

export type ReadLine =
  | { readonly type: 'understood'; readonly language: Language; readonly command: SubscriptionCommand }
  | { readonly type: 'misunderstood'; readonly language: Language; readonly problem: Misunderstanding };

export interface LineContext {
  readonly topics: Topics;
  readonly verbs: SubscriptionVerbs;
}

/** Longer than any line that makes sense: every topic by its name and every option. */
const longestLine = 1_000;

/** Whether a text begins with a verb that changes subscriptions; what becomes of it is the desk's to say. */
export function beginsChange(text: string, verbs: SubscriptionVerbs): boolean {
  const verb = findVerb(text.slice(0, longestLine), verbs);
  return verb !== undefined && verb.id !== 'subscriptions';
}

/**
 * Reads a line that begins with one of the verbs.
 *
 * @param timeZone the time zone of a line that names none
 * @returns undefined where the text is something else, such as a question
 */
export function readSubscriptionLine(
  text: string,
  timeZone: string,
  context: LineContext,
): ReadLine | undefined {
  const verb = findVerb(text, context.verbs);
  if (!verb) return undefined;
  const { language, rest } = verb;
  const misunderstood = (problem: Misunderstanding): ReadLine => ({
    type: 'misunderstood',
    language,
    problem,
  });
  const understood = (command: SubscriptionCommand): ReadLine => ({ type: 'understood', language, command });
  if (text.length > longestLine) return misunderstood({ reason: 'too-long' });
  switch (verb.id) {
    case 'subscriptions':
      // "subscriptions in Canada" is no command.
      return rest === '' ? understood({ type: 'subscriptions' }) : undefined;
    case 'unsubscribe': {
      const { topics, unknown } = context.topics.resolve(rest);
      if (unknown.length > 0) return misunderstood({ reason: 'unknown-words', words: unknown });
      const isAll = rest === '' || topics.includes('everything');
      if (!isAll && topics.length === 0) return misunderstood({ reason: 'no-topic' });
      return understood({ type: 'unsubscribe', topics: isAll ? 'all' : topics });
    }
    case 'subscribe':
      return subscribe(rest, language, timeZone, context);
  }
}

/** The language of a line that asks to subscribe and names nothing: it wants the form. */
export function readBareSubscribe(text: string, verbs: SubscriptionVerbs): Language | undefined {
  const verb = text.length > longestLine ? undefined : findVerb(text, verbs);
  return verb?.id === 'subscribe' && verb.rest === '' ? verb.language : undefined;
}

function findVerb(text: string, verbs: SubscriptionVerbs) {
  // A line that was copied from a list or from a command.
  const trimmed = text
    .trim()
    .replace(/^(?:[•*–-]\s*)?(?:\/\w+\s+)?/u, '')
    .replace(/(?<![.!])[.!]+$/u, '');
  const words = trimmed.split(/\s+/);
  const { names, help, longest } = foldedVerbs(verbs);
  // What every question goes through: folded once, however many names there are.
  const begins = Array.from({ length: longest }, (_, index) => fold(words.slice(0, index + 1).join(' ')));
  const found = names.find(({ folded, length }) => begins[length - 1] === folded);
  if (!found) return undefined;
  const rest = words.slice(found.length).join(' ');
  // "Subscribe help" asks how it is done.
  return help.has(fold(rest)) ? undefined : { id: found.id, language: found.language, rest };
}

interface FoldedVerbs {
  /** The longer first, where one begins like another. */
  readonly names: readonly {
    readonly id: 'subscriptions' | 'unsubscribe' | 'subscribe';
    readonly language: Language;
    readonly folded: string;
    /** Words. */
    readonly length: number;
  }[];
  readonly help: ReadonlySet<string>;
  /** Words of the longest name. */
  readonly longest: number;
}

const foldedOf = new WeakMap<SubscriptionVerbs, FoldedVerbs>();

function foldedVerbs(verbs: SubscriptionVerbs): FoldedVerbs {
  const known = foldedOf.get(verbs);
  if (known) return known;
  const ids = ['subscriptions', 'unsubscribe', 'subscribe'] as const;
  const names = ids.flatMap((id) =>
    languages.flatMap((language) =>
      verbs[id][language]
        .toSorted((a, b) => b.length - a.length)
        .map((name) => ({ id, language, folded: fold(name), length: name.split(' ').length })),
    ),
  );
  const help = new Set(languages.flatMap((language) => verbs.help[language].map(fold)));
  const folded = { names, help, longest: Math.max(...names.map(({ length }) => length)) };
  foldedOf.set(verbs, folded);
  return folded;
}

/** Takes options out of a line, one after the other; what remains are topics. */
class Options {
  rest: string;
  readonly problems: Misunderstanding[] = [];

  constructor(text: string) {
    this.rest = text;
  }

  /** The only match of a pattern; more than one is a problem. */
  take(pattern: RegExp): { words: string; groups: Readonly<Record<string, string | undefined>> } | undefined {
    const matches = [...this.rest.matchAll(pattern)];
    const [first] = matches;
    if (!first) return undefined;
    const words = matches.map((match) => match[0].trim());
    if (matches.length > 1) this.problems.push({ reason: 'said-twice', words });
    // A comma, so that topics on both sides do not grow together.
    this.rest = this.rest.replaceAll(pattern, ' , ');
    return { words: words[0]!, groups: first.groups ?? {} };
  }

  time(text: string, words: string): LocalTime {
    const time = readTime(text);
    if (time === undefined) this.problems.push({ reason: 'no-time', words: [words] });
    return time ?? usualTime;
  }
}

function subscribe(text: string, language: Language, timeZone: string, { topics }: LineContext): ReadLine {
  const options = new Options(text);
  const named = takeZone(options);
  const quiet = takeQuiet(options);
  const freeWeekends = options.take(patterns.weekends);
  const weekends = freeWeekends ? 'wait' : 'deliver';
  const spoken = options.take(patterns.language)?.groups.language;
  const when = takeCadence(options, quiet, freeWeekends);
  const resolved = topics.resolve(options.rest);
  if (resolved.unknown.length > 0) {
    options.problems.unshift({ reason: 'unknown-words', words: resolved.unknown });
  }
  const problem = options.problems[0] ?? (resolved.topics.length === 0 ? { reason: 'no-topic' } : undefined);
  if (problem) return { type: 'misunderstood', language, problem };
  const settings: SubscriptionSettings = {
    ...when,
    language: spoken === undefined ? language : readLanguage(spoken),
    timeZone: named ?? timeZone,
    ...(quiet && { quietHours: quiet }),
    weekends,
  };
  const subscription = { topics: resolved.topics, settings };
  return { type: 'understood', language, command: { type: 'subscribe', subscription } };
}

function takeZone(options: Options): string | undefined {
  const found: { zone: string; words: string }[] = [];
  let unknown: string | undefined;
  for (const pattern of zonePatterns) {
    for (const match of options.rest.matchAll(pattern)) {
      const read = zoneAmong(match.groups?.zone ?? '');
      if (!read) {
        unknown ??= match[0].trim();
        continue;
      }
      // What stands beside the name of the city may be a topic.
      options.rest = options.rest.replace(
        match[0],
        match[0].replace(read.name, ' , ').replace(zoneWords, ' '),
      );
      found.push({ zone: read.zone, words: match[0].trim() });
    }
  }
  if (found.length > 1)
    options.problems.push({ reason: 'said-twice', words: found.map(({ words }) => words) });
  if (found.length === 0 && unknown !== undefined) {
    options.rest = options.rest.replace(unknown, ' , ');
    options.problems.push({ reason: 'unknown-zone', words: [unknown] });
  }
  return found[0]?.zone;
}

const zoneWords = /(?:time\s*zone|time|fuseau(?:\s+horaire)?|heure\s+(?:de\s+|d['’]))\s*:?/iu;

/** The zone that the last words name ("NGen St. Johns"), or the first ones (« Toronto chaque jour »). */
function zoneAmong(text: string): { name: string; zone: string } | undefined {
  const words = text.trim().split(/\s+/);
  for (let length = words.length; length > 0; length -= 1) {
    for (const name of [words.slice(-length).join(' '), words.slice(0, length).join(' ')]) {
      const zone = readZone(name);
      if (zone !== undefined) return { name, zone };
    }
  }
  return undefined;
}

function takeQuiet(options: Options): QuietHours | undefined {
  const found = options.take(patterns.quiet);
  if (!found) return undefined;
  const from = options.time(found.groups.from ?? '', found.words);
  const to = options.time(found.groups.to ?? '', found.words);
  if (from === to) options.problems.push({ reason: 'no-time', words: [found.words] });
  return { from, to };
}

function takeCadence(
  options: Options,
  quiet: QuietHours | undefined,
  freeWeekends: { readonly words: string } | undefined,
): Pick<SubscriptionSettings, 'cadence' | 'at' | 'weekday'> {
  const instantly = options.take(patterns.instantly);
  const time = options.take(patterns.at);
  const day = options.take(patterns.weekday);
  const weekly = options.take(patterns.weekly);
  const daily = options.take(patterns.daily);
  const said = [instantly, daily, weekly].flatMap((found) => found?.words ?? []);
  if (said.length > 1) options.problems.push({ reason: 'said-twice', words: said });
  const against = (...found: readonly ({ readonly words: string } | undefined)[]) =>
    options.problems.push({ reason: 'contradiction', words: found.flatMap((one) => one?.words ?? []) });
  const usual = { at: usualTime, weekday: usualWeekday };
  if (instantly) {
    if (time || day) against(instantly, time ?? day);
    return { cadence: 'instantly', ...usual };
  }
  const at = time ? options.time(time.groups.time ?? '', time.words) : usualTime;
  if (time && quiet && isQuiet(at, quiet)) against(time, { words: `${quiet.from}-${quiet.to}` });
  if (daily) {
    if (day) against(daily, day);
    return { cadence: 'daily', ...usual, at };
  }
  if (weekly || day) {
    const weekday = day ? readWeekday(day.groups.weekday ?? '') : usualWeekday;
    if (weekday > 5 && freeWeekends) against(day, freeWeekends);
    return { cadence: 'weekly', weekday, at };
  }
  return { cadence: time ? 'daily' : 'instantly', ...usual, at };
}
