import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import { directionOf, isOfGoods } from './direction.ts';
import { goodsAsked } from './goods.ts';
import type { Intent, Understanding } from './intent.ts';
import { isOurs } from './ours-all-the-same.ts';
import { refusedForm } from './refused-forms.ts';

/** The folded questions of each content. */
const known = new WeakMap<Knowledge, ReadonlySet<string>>();

function questionsOf(knowledge: Knowledge): ReadonlySet<string> {
  const found = known.get(knowledge);
  if (found) return found;
  const questions = new Set(
    languages.flatMap((language) =>
      knowledge.all(language).flatMap((entry) => entry.sections.flatMap(({ asks }) => asks.map(foldPhrase))),
    ),
  );
  known.set(knowledge, questions);
  return questions;
}

/** Topics some of whose words are goods as well: who makes hockey sticks and sells them in Germany asks of trade. */
const namesGoods = new Set(['sports', 'everyday']);

function crosses({ words, mentions }: Understanding): boolean {
  return directionOf(words, mentions) !== undefined;
}

/** Known topics that the product does not cover, each with its own short answer from the content. */
export const unsupported: Intent = {
  id: 'unsupported',
  description: { en: 'Says what is outside its field', fr: 'Dit ce qui est hors de son domaine' },
  examples: { en: ['Tell me about USMCA'], fr: ['Parle-moi de l’ACEUM'] },
  args: z.strictObject({ topic: z.string() }),
  recognise(understanding, { knowledge, search }) {
    const goods = goodsAsked(understanding);
    // "Duty on pianos" asks about customs, not about music.
    const isGoods = ({ start, end }: Mention) =>
      goods?.atCustoms === true && goods.start <= start && end <= goods.end;
    const isTraded = isOfGoods(understanding.words) && crosses(understanding);
    const [mention] = understanding.mentions.filter(
      (candidate) =>
        candidate.kind === 'unsupported' &&
        !isGoods(candidate) &&
        !(isTraded && namesGoods.has(candidate.id)) &&
        !isOurs(candidate.id, phraseOf(understanding.words)),
    );
    const form = mention ? undefined : refusedForm(understanding, search.knows);
    const topic = mention?.id ?? form;
    // A question that the content knows, word for word, is ours whatever else it touches.
    const said = understanding.said ?? understanding.text;
    if (!topic || questionsOf(knowledge).has(foldPhrase(said))) return [];
    const because = mention
      ? `“${mention.words}” belongs to a topic that is not covered`
      : 'its form asks for what no content tells';
    return [{ intent: 'unsupported', args: { topic }, score: 1, because }];
  },
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
