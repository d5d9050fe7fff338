import { toText } from '../cards/text.ts';
import type { Explanation, Reply } from '../conversation/types.ts';

/** What a person reads in the terminal: the whole card. */
export function replyText(reply: Reply): string {
  return toText(reply.card);
}

/** The longest `text` of the machine-readable forms, in UTF-16 units. */
export const longestText = 1_200;

export function replyJson(reply: Reply) {
  return {
    answered: reply.answered,
    outcome: reply.outcome,
    text: toText(reply.card, { only: 'answer', maximum: longestText }),
    language: reply.language,
    intent: reply.intent,
    confidence: rounded(reply.confidence),
    entries: reply.entries,
    sources: reply.sources,
    card: reply.card,
    explanation: reply.explanation,
  };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function explanationText(explanation: Explanation): string {
  const lines = [
    'Why this answer',
    `  language     ${explanation.language.chosen}: ${explanation.language.because}`,
    `  read as      ${explanation.normalised}`,
    ...explanation.corrections.map(({ from, to }) => `  corrected    ${from} → ${to}`),
    ...explanation.entities.map(({ words, kind, id }) => `  entity       ${words} → ${kind} ${id}`),
    ...explanation.inherited.map((id) => `  inherited    ${id}`),
    ...(explanation.unknownWords.length > 0 ? [`  unknown      ${explanation.unknownWords.join(', ')}`] : []),
    ...explanation.candidates
      .slice(0, 6)
      .map(({ intent, score, because }) => `  candidate    ${score.toFixed(3)} ${intent} (${because})`),
    ...explanation.hits.map(
      ({ passage, score, confidence }) =>
        `  hit          ${confidence.toFixed(3)} ${passage} (rank score ${score.toFixed(1)})`,
    ),
    `  confidence   ${explanation.confidence.toFixed(3)}`,
    `  decision     ${explanation.decision}`,
  ];
  return lines.join('\n');
}
