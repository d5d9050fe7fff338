/** What a person typed in Teams → the question: without the bot's mention, markup and command names. */
import { z } from 'zod';
import { type Command, commands, findCommand, questionOf } from '../intents/commands.ts';
import type { TeamsActivity } from './activity.ts';

export interface Utterance {
  /** Empty when the person only mentioned the bot. */
  readonly text: string;
  readonly about?: string;
}

/** Longer than any question; keeps the time of a turn bounded. */
const longestQuestion = 2_000;

const mentionSchema = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});

export function readUtterance(activity: TeamsActivity): Utterance {
  const text = decodeEntities(withoutMarkup(withoutOwnMention(activity)))
    .replace(/\s+/gu, ' ')
    // `@Supercluster Guide, list …`
    .replace(/^[ ,:]+/u, '')
    .trim()
    .slice(0, longestQuestion);
  return readCommand(text);
}

/** Removes the mentions of the bot itself; other people's stay in the question, as their names. */
function withoutOwnMention(activity: TeamsActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    const mention = mentionSchema.safeParse(entity).data;
    if (mention?.mentioned.id === activity.recipient.id) text = text.replace(mention.text, ' ');
  }
  return text;
}

/** `<at>Alice</at>` → `Alice`; line breaks and paragraphs that some clients send → spaces. */
function withoutMarkup(text: string): string {
  return text.replace(/<\/?at(?:\s[^<>]*)?>/gi, '').replace(/<\/?(?:br|p|div)\s*\/?>/gi, ' ');
}

/** The words of somebody's message, which is HTML: without markup and mentions, on one line. */
export function readMessageText(html: string): string {
  const words = html.replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ').replace(/<[^<>]*>/g, ' ');
  return decodeEntities(words).replace(/\s+/gu, ' ').trim().slice(0, longestQuestion);
}

const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** One pass, so that `&amp;lt;` becomes `&lt;` and not `<`. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return namedEntities[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Teams has no slash commands of its own, but people type them. With a slash it is the command; its
 * bare name counts only before one of its verbs (`supercluster list`), for a sentence may begin
 * with the same word ("CETA tariffs on cheese").
 */
function readCommand(text: string): Utterance {
  const [first = '', ...others] = text.split(' ');
  const rest = others.join(' ');
  const command = findCommand(first);
  if (!command) return { text: withoutVerb(text.replace(/^\/(?=\S)/, '')) };
  const about = command.about && { about: command.about };
  if (!first.startsWith('/') && !isVerb(command, others[0] ?? '')) return { text, ...about };
  // `/ceta` alone asks for its own subject; `/supercluster` alone is left empty and gets help.
  if (rest === '') return { text: command.about ? command.name : '', ...about };
  return { text: questionOf(command, rest), ...about };
}

/** The command menu writes the verbs without their command: `ask who leads NGen?`. */
function withoutVerb(text: string): string {
  return commands.reduce((question, command) => questionOf(command, question), text);
}

function isVerb(command: Command, word: string): boolean {
  const name = word.toLowerCase();
  return command.verbs.some((verb) => [...verb.names.en, ...verb.names.fr].includes(name));
}
