import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Intent } from './intent.ts';

/** Phrase → topic of each content: folding all of them for every question would cost more than the rest. */
const topics = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

function topicsOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const known = topics.get(knowledge);
  if (known) return known;
  const phrases = new Map<string, string>();
  for (const { id, words } of knowledge.vocabulary.smallTalk) {
    for (const word of languages.flatMap((language) => words[language])) {
      const phrase = foldPhrase(word);
      if (!phrases.has(phrase)) phrases.set(phrase, id);
    }
  }
  topics.set(knowledge, phrases);
  return phrases;
}

/** Messages that are no questions, each with its answer from the content. */
export const smallTalk: Intent = {
  id: 'small-talk',
  description: { en: 'Small talk', fr: 'Conversation' },
  examples: { en: ['How are you?', 'Are you a bot?'], fr: ['Comment ça va ?', 'Es-tu un robot ?'] },
  args: z.strictObject({ topic: z.string() }),
  recognise({ words }, { knowledge }) {
    const phrase = phraseOf(words);
    const topic = topicsOf(knowledge).get(phrase);
    if (!topic) return [];
    const because = `“${phrase}” is a message that is no question`;
    return [{ intent: 'small-talk', args: { topic }, score: 1, because }];
  },
  answer({ topic: id = '' }, { knowledge, language }) {
    const topic = knowledge.vocabulary.smallTalk.find((candidate) => candidate.id === id);
    if (!topic) return undefined;
    return {
      outcome: 'social',
      card: messageCard(
        language,
        string('smallTalkTitle', language),
        topic.answer[language],
        [],
        [callAction(string('helpTitle', language), { intent: 'help', args: {}, language })],
      ),
      entries: [],
      sources: [],
    };
  },
};
