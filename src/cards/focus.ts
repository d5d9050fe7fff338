/** Brings the sentence that answers to the front of a section. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Block, Inline, RichText, Section } from '../knowledge/types.ts';
import { plainText } from './card.ts';

/** `lead:2` is the third sentence of the first paragraph, `0:3` the fourth line of the first block of details. */
export const focusPattern = /^(lead|\d):\d{1,2}$/;

export interface FocusedSection {
  /** The sentence that answers, in bold; undefined where the section is best read as it stands. */
  readonly answer?: RichText;
  readonly lead: RichText;
  readonly details: readonly Block[];
}

/** A sentence that leans on the one before it is emphasised where it stands. */
const leaning =
  /^(it|its|they|their|them|these|those|this|that|he|she|his|her|both|of these|of them|and|but|also|in addition|however|il|elle|ils|elles|son|sa|ses|leur|leurs|ce|cet|cette|ces|celui|celle|ceux|celles|on|tous|toutes|dont|et|mais|aussi|en outre|de plus)\b/iu;

export function focusedSection(section: Section, focus: string | undefined): FocusedSection {
  const whole = { lead: section.lead, details: section.details };
  const [place = '', numberText = ''] = focus?.split(':') ?? [];
  const number = Number(numberText);
  if (place === 'lead') {
    const sentences = splitRich(section.lead);
    const sentence = sentences[number];
    if (!sentence || number === 0) return whole;
    // A sentence that leans on the one before it takes that one along.
    const from = leaning.test(plainText(sentence)) ? number - 1 : number;
    if (from === 0 || pointsBack(sentences, from, number)) {
      return { ...whole, lead: joinRich(sentences.map((part, at) => (at === number ? bold(part) : part))) };
    }
    const answer = [...sentences.slice(from, number), bold(sentence)];
    return {
      ...whole,
      answer: joinRich(answer),
      lead: joinRich(sentences.filter((_, at) => at < from || at > number)),
    };
  }
  const block = section.details[Number(place)];
  if (!focus || !block || block.type === 'table') return whole;
  const lines = block.type === 'list' ? block.items : splitRich(block.text);
  const line = lines[number];
  if (!line || leaning.test(plainText(line))) return whole;
  const others = lines.filter((_, at) => at !== number);
  const rest: Block[] =
    others.length === 0
      ? []
      : [block.type === 'list' ? { ...block, items: others } : { ...block, text: joinRich(others) }];
  return {
    lead: section.lead,
    answer: bold(line),
    details: section.details.flatMap((other) => (other === block ? rest : [other])),
  };
}

/** Whether a sentence that would be taken along leans on one before it, wherever its pronoun stands. */
function pointsBack(sentences: readonly RichText[], from: number, number: number): boolean {
  const words = sentences.slice(from, number).map(plainText).join(' ');
  return leaning.test(plainText(sentences[from]!)) || pronoun.test(words);
}

const pronoun =
  /(?<![\p{L}'’-])(?:this|these|those|they|them|their|he|she|his|her|it|its|ceci|cela|celui|celle|ceux|celles|elle|elles|ils?|lui|leurs?)(?![\p{L}])/iu;

function bold(text: RichText): RichText {
  return text.map((run) => (run.type === 'text' ? { ...run, strong: true } : run));
}

function joinRich(parts: readonly RichText[]): RichText {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part],
  );
}

/** Splits a paragraph at its sentence ends; a link that spans one stays whole in the first. */
export function splitRich(text: RichText): RichText[] {
  const sentences = sentencesOf(plainText(text));
  const parts: Inline[][] = [];
  const runs = [...text];
  for (const sentence of sentences) {
    const part: Inline[] = [];
    let room = sentence.length;
    while (runs.length > 0 && room > 0) {
      const run = runs.shift()!;
      // The space between two sentences belongs to neither.
      const value = part.length === 0 ? run.value.trimStart() : run.value;
      if (value === '') continue;
      if (run.type === 'link' || value.length <= room) {
        part.push({ ...run, value });
        room -= value.length;
      } else {
        part.push({ ...run, value: value.slice(0, room) });
        runs.unshift({ ...run, value: value.slice(room) });
        room = 0;
      }
    }
    parts.push(part);
  }
  const last = parts.at(-1);
  if (last) last.push(...runs.filter((run) => run.value.trim() !== ''));
  return parts.length === 0 ? [text] : parts;
}
