import { readContentDirectory } from '../../src/content-directory.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import type { Reply, Turn } from '../../src/conversation/types.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';

export const realFiles = readContentDirectory('content');
export const realKnowledge = requireKnowledge(realFiles, 'content');
export const realConversation = createConversation(realKnowledge, { defaultLanguage: 'en' });
export const today = new Date('2026-11-23T12:00:00Z');

/** Asks the questions of a thread in order and returns the last reply. */
export function askReal(questions: string | readonly string[], language?: Language, now = today): Reply {
  const turns: Turn[] = [];
  let reply: Reply | undefined;
  for (const text of [questions].flat()) {
    reply = realConversation.ask({ text, now, turns, ...(language && { language }) });
    turns.push(reply.turn);
  }
  if (!reply) throw new Error('a test asked nothing');
  return reply;
}
