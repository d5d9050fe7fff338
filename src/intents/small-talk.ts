import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import { languages } from '../knowledge/language.ts';
import type { Intent } from './intent.ts';

/** Messages that are no questions, each with its answer from the content. */
export const smallTalk: Intent = {
  id: 'small-talk',
  description: { en: 'Small talk', fr: 'Conversation' },
  examples: { en: ['How are you?', 'Are you a bot?'], fr: ['Comment ça va ?', 'Es-tu un robot ?'] },
  args: z.strictObject({ topic: z.string() }),
  recognise({ words }, { knowledge }) {
    const phrase = words.map((word) => word.folded).join(' ');
    return knowledge.vocabulary.smallTalk
      .filter((topic) =>
        languages.some((language) => topic.words[language].some((w) => foldPhrase(w) === phrase)),
      )
      .slice(0, 1)
      .map((topic) => ({
        intent: 'small-talk',
        args: { topic: topic.id },
        score: 1,
        because: `“${phrase}” is a message that is no question`,
      }));
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
