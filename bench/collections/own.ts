/**
 * Our content with our labelled questions. The tuning half chooses settings, the validation half compares.
 *
 * A section is relevant when it belongs to an accepted entry and its card states all the facts: the
 * same rule by which `npm run evaluate` calls an answer right.
 */
import { toText } from '../../src/cards/text.ts';
import { longestText } from '../../src/cli/print.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { type Item, partOf, readItems } from '../../test/evaluation/items.ts';
import { score } from '../../test/evaluation/score.ts';
import { realConversation, realKnowledge, today } from '../../test/support/real-content.ts';
import { type Collection, documentsOf, type Question } from './collection.ts';

export interface OwnQuestion extends Question {
  readonly item: Item;
}

export interface OwnCollection extends Collection {
  readonly tuning: readonly OwnQuestion[];
  readonly test: readonly OwnQuestion[];
  /** Questions of the validation half that were left out, by reason. */
  readonly leftOut: { readonly refusals: number; readonly followUps: number; readonly noSection: number };
}

export function ownCollection(): OwnCollection {
  const documents = documentsOf(realKnowledge);
  const texts = {
    en: documents.en.map(({ id }) => ({ id, text: cardText(id, 'en') })),
    fr: documents.fr.map(({ id }) => ({ id, text: cardText(id, 'fr') })),
  };
  const items = readItems('test/evaluation/questions.jsonl');
  const inScope = items.filter(({ expect }) => expect.answered);
  const alone = inScope.filter(({ context }) => context === undefined);
  const questions = alone.map((item): OwnQuestion => {
    const relevant = texts[item.language]
      .filter(
        ({ id, text }) =>
          score(item, { answered: true, language: item.language, entries: [id], text }).verdict === 'right',
      )
      .map(({ id }) => [id, 1] as const);
    return { id: item.id, language: item.language, text: item.question, relevant: new Map(relevant), item };
  });
  const usable = questions.filter(({ relevant }) => relevant.size > 0);
  const validation = ({ id }: { id: string }) => partOf(id) === 'validation';
  return {
    name: 'own content',
    knowledge: realKnowledge,
    documents,
    tuning: usable.filter(({ id }) => partOf(id) === 'tuning'),
    test: usable.filter(validation),
    leftOut: {
      refusals: items.filter(validation).length - inScope.filter(validation).length,
      followUps: inScope.filter(validation).length - alone.filter(validation).length,
      noSection: alone.filter(validation).length - usable.filter(validation).length,
    },
  };
}

function cardText(id: string, language: Language): string {
  const [entry = '', section = ''] = id.split('#');
  const reply = realConversation.call({ intent: 'section', args: { entry, section }, language }, today);
  return toText(reply.card, { only: 'answer', maximum: longestText });
}
