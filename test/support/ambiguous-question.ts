/** A question that leaves a choice: which one does changes with the content. */
import { readItems } from '../evaluation/items.ts';
import { askReal } from './real-content.ts';

/**
 * The first English labelled question that leaves a choice, whole or without one of its words: to ask all of them
 * whole first takes the better part of a minute where none does.
 *
 * @param before what the chat was asked before
 */
export function ambiguousQuestion(before: readonly string[] = []): string {
  const leavesChoice = (question: string) => askReal([...before, question]).outcome === 'did-you-mean';
  const questions = readItems('test/evaluation/questions.jsonl').flatMap(({ question, language, context }) =>
    language === 'en' && !context ? [question] : [],
  );
  const found = questions.flatMap((question) => [question, ...withoutAWord(question)]).find(leavesChoice);
  if (found === undefined) throw new Error('no labelled question leaves a choice, nor any without a word');
  return found;
}

function withoutAWord(question: string): string[] {
  const words = question.split(' ');
  return words.map((_, left) => words.filter((_word, at) => at !== left).join(' '));
}
