/**
 * The second half of `npm run tune`: with the weights that the first half wrote, how sure must the bot be
 * to answer? Chosen on the tuning half of the labelled questions and written with its figures to
 * `src/conversation/answer-threshold.ts`.
 */
import { writeFileSync } from 'node:fs';
import { createConversation } from '../../src/conversation/conversation.ts';
import { thresholdsAt } from '../../src/conversation/thresholds.ts';
import { realKnowledge, today } from '../support/real-content.ts';
import { type Part, partOf, readItems } from './items.ts';
import { run } from './run.ts';

/** A wrong answer costs as much as a right one is worth; one to what must be refused as much again. */
const cost = { wrong: 1, falseAnswer: 1 };
const steps = Array.from({ length: 26 }, (_, index) => 0.2 + index * 0.02);

const items = readItems('test/evaluation/questions.jsonl');

interface Figures {
  readonly right: number;
  readonly wrong: number;
  readonly falseAnswers: number;
}

function figuresAt(answer: number, part: Part): Figures {
  const conversation = createConversation(realKnowledge, {
    defaultLanguage: 'en',
    thresholds: thresholdsAt(answer),
  });
  const results = run(
    items.filter((item) => partOf(item.id) === part && !item.expect.either),
    conversation,
    today,
  );
  const inScope = results.filter(({ item }) => item.expect.answered);
  const refusals = results.filter(({ item }) => !item.expect.answered);
  const right = inScope.filter(({ verdict }) => verdict === 'right').length;
  const unanswered = inScope.filter(({ verdict }) => verdict === 'not answered').length;
  return {
    right: right / inScope.length,
    wrong: (inScope.length - right - unanswered) / inScope.length,
    falseAnswers: refusals.filter(({ verdict }) => verdict === 'false answer').length / refusals.length,
  };
}

function worth({ right, wrong, falseAnswers }: Figures): number {
  return right - cost.wrong * wrong - cost.falseAnswer * falseAnswers;
}

const tried = steps.map((answer) => ({ answer, figures: figuresAt(answer, 'tuning') }));
for (const { answer, figures } of tried) console.log(`${answer.toFixed(2)}  ${shown(figures)}`);
const best = tried.reduce((a, b) => (worth(b.figures) > worth(a.figures) ? b : a));
const lines = [
  `tuning: ${shown(best.figures)}`,
  `validation: ${shown(figuresAt(best.answer, 'validation'))}`,
];
console.log(`chosen ${best.answer.toFixed(2)}\n${lines.join('\n')}`);
writeFileSync(
  'src/conversation/answer-threshold.ts',
  `// Written by \`npm run tune\`: do not change by hand.
// ${lines.join('\n// ')}
export const answerThreshold = ${Number(best.answer.toFixed(2))};
`,
);

function shown({ right, wrong, falseAnswers }: Figures): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `right ${percent(right)}, wrong ${percent(wrong)}, false answers ${percent(falseAnswers)}`;
}
