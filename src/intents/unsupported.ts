import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import type { Intent } from './intent.ts';

/** Known topics that the product does not cover, each with its own short answer from the content. */
export const unsupported: Intent = {
  id: 'unsupported',
  description: { en: 'Says what is outside its field', fr: 'Dit ce qui est hors de son domaine' },
  examples: { en: ['Tell me about USMCA'], fr: ['Parle-moi de l’ACEUM'] },
  args: z.strictObject({ topic: z.string() }),
  recognise: (understanding) =>
    understanding.mentions
      .filter((mention) => mention.kind === 'unsupported')
      .slice(0, 1)
      .map((mention) => ({
        intent: 'unsupported',
        args: { topic: mention.id },
        score: 1,
        because: `“${mention.words}” belongs to a topic that is not covered`,
      })),
  answer({ topic: id = '' }, { knowledge, language }) {
    const topic = knowledge.vocabulary.unsupported.find((candidate) => candidate.id === id);
    if (!topic) return undefined;
    return {
      outcome: 'unsupported',
      card: messageCard(
        language,
        string('unsupportedTitle', language),
        topic.answer[language],
        [],
        [callAction(string('helpTitle', language), { intent: 'help', args: {}, language })],
      ),
      entries: [],
      sources: [],
    };
  },
};
