import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { toText } from '../cards/text.ts';
import type { Conversation, Turn } from '../conversation/types.ts';
import type { Language } from '../knowledge/language.ts';
import { longestText, rounded } from './print.ts';

/** Earlier questions of a thread that count; more would be another conversation. */
const longestContext = 20;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()], { error: 'id: expected a string or a number' }),
  question: z.string({ error: 'question: expected a string' }),
  context: z
    .array(z.string(), { error: 'context: expected a list of strings' })
    .max(longestContext, `context: expected at most ${longestContext} questions`)
    .optional(),
  lang: z.enum(['en', 'fr'], { error: 'lang: expected en or fr' }).optional(),
});

export interface JsonlOptions {
  readonly now: Date;
  readonly language?: Language;
}

/** One line of JSON out for each line in; a bad line yields an error object and the rest goes on. */
export async function* answerLines(
  input: Readable,
  conversation: Conversation,
  options: JsonlOptions,
): AsyncGenerator<string> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield JSON.stringify(answerLine(line, conversation, options));
  }
}

function answerLine(line: string, conversation: Conversation, options: JsonlOptions) {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { error: 'expected one JSON object' };
  }
  const parsed = lineSchema.safeParse(data);
  if (!parsed.success) {
    const id = idOf(data);
    return { ...(id !== undefined && { id }), error: parsed.error.issues[0]?.message ?? 'unreadable' };
  }
  const { id, question, context = [], lang } = parsed.data;
  const language = lang ?? options.language;
  const started = performance.now();
  const turns: Turn[] = [];
  for (const text of context) {
    turns.push(conversation.ask({ text, now: options.now, turns, ...(language && { language }) }).turn);
  }
  const reply = conversation.ask({ text: question, now: options.now, turns, ...(language && { language }) });
  return {
    id,
    answered: reply.answered,
    text: toText(reply.card, { only: 'answer', maximum: longestText }),
    language: reply.language,
    intent: reply.intent,
    confidence: rounded(reply.confidence),
    entries: reply.entries,
    sources: reply.sources,
    ms: rounded(performance.now() - started),
  };
}

function idOf(data: unknown): string | number | undefined {
  if (typeof data !== 'object' || data === null || !('id' in data)) return undefined;
  return typeof data.id === 'string' || typeof data.id === 'number' ? data.id : undefined;
}
