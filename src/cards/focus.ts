/** Brings the sentence that answers to the front of a section. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Block, Inline, RichText, Section } from '../knowledge/types.ts';
import { plain, plainText } from './card.ts';
import { rowText } from './text.ts';

/** `lead:2` is the third sentence of the first paragraph, `0:3` the fourth line of the first block of details. */
export const focusPattern = /^(lead|\d):\d{1,2}$/;

export interface FocusedSection {
  /** The sentence that answers, in bold; undefined where the section is best read as it stands. */
  readonly answer?: RichText;
  readonly lead: RichText;
  readonly details: readonly Block[];
}

/** A sentence that begins like this leans on the one before it. */
const leaning =
  /^(it|its|they|their|them|these|those|this|that|he|she|his|her|both|of these|of them|and|but|also|in addition|however|il|elle|ils|elles|son|sa|ses|leur|leurs|ce|cet|cette|ces|celui|celle|ceux|celles|on|tous|toutes|dont|et|mais|aussi|en outre|de plus)\b/iu;
/** "By the same guide", « sur ces 30 millions », "the others" lean as well, wherever that stands near the beginning. */
const leaningSoon =
  /^(?:[\p{L}'’-]+[ \u00a0]+){0,3}(?:these|those|this|same|latter|others|ces|cet|cette|celui-ci|celle-ci|même|mêmes|ce dernier|ces derniers|(?:in|of|by|at|for|with|from|after|before|since|under) that|(?:dans|de|pour|sur|selon|après|avant|avec|depuis) ce)(?![\p{L}'’-])/iu;
/** "Whether it became law": what "it" is was said before. */
const leaningClause =
  /^(?:whether|if|when|although|though|once|while|as|because|si|s['’]|quand|lorsque|lorsqu['’]|bien qu['’]|comme) ?(?:it|they|he|she|ils?|elles?)\b/iu;
/** Who "him" is was said before. */
const person = /(?<![\p{L}'’-])(?:he|him|she|her|his)(?![\p{L}'’-])/iu;

/** Pronouns that stand for the same thing when sentences in a row begin with them. */
const alike = [
  /^(?:it|its)\b/iu,
  /^(?:they|their)\b/iu,
  /^(?:he|his)\b/iu,
  /^(?:she|her)\b/iu,
  /^(?:il|elle|son|sa|ses)\b/iu,
  /^(?:ils|elles|leur|leurs)\b/iu,
];

export function focusedSection(section: Section, focus: string | undefined): FocusedSection {
  const whole = { lead: section.lead, details: section.details };
  const [place = '', numberText = ''] = focus?.split(':') ?? [];
  const number = Number(numberText);
  if (place === 'lead') {
    const { answer, rest } = broughtForward(splitRich(section.lead), number, place);
    return { ...whole, ...(answer && { answer: joinRich(answer) }), lead: joinRich(rest) };
  }
  const block = section.details[Number(place)];
  if (!focus || !block) return whole;
  const withBlock = (rest: readonly Block[]) =>
    section.details.flatMap((other) => (other === block ? rest : [other]));
  switch (block.type) {
    case 'table': {
      const row = block.rows[number];
      if (!row) return whole;
      const rows = block.rows.filter((other) => other !== row);
      return {
        ...whole,
        answer: bold(plain(rowText(block.columns, row, section.language))),
        details: withBlock(rows.length === 0 ? [] : [{ ...block, rows }]),
      };
    }
    case 'list': {
      const line = block.items[number];
      if (!line) return whole;
      if (leans(plainText(line))) {
        const items = block.items.map((item) => (item === line ? bold(item) : item));
        return { ...whole, details: withBlock([{ ...block, items }]) };
      }
      const items = block.items.filter((item) => item !== line);
      return {
        ...whole,
        answer: bold(line),
        details: withBlock(items.length === 0 ? [] : [{ ...block, items }]),
      };
    }
    case 'paragraph': {
      const { answer, rest } = broughtForward(splitRich(block.text), number, 'details');
      return {
        ...whole,
        ...(answer && { answer: joinRich(answer) }),
        details: withBlock(rest.length === 0 ? [] : [{ ...block, text: joinRich(rest) }]),
      };
    }
  }
}

interface Forward {
  /** What comes first: the sentence that answers in bold, with those that it cannot be read without. */
  readonly answer?: readonly RichText[];
  readonly rest: readonly RichText[];
}

/**
 * The sentences of a paragraph, the one that answers brought forward with what it leans on; only emphasised
 * where that is in no other place, or not in this paragraph.
 */
function broughtForward(
  sentences: readonly RichText[],
  number: number,
  paragraph: 'lead' | 'details',
): Forward {
  if (!sentences[number] || (number === 0 && paragraph === 'lead')) return { rest: sentences };
  const texts = sentences.map(plainText);
  const emphasised = sentences.map((part, at) => (at === number ? bold(part) : part));
  let from = number;
  while (from > 0 && leans(texts[from]!)) from -= 1;
  if (leans(texts[from]!)) return { rest: emphasised };
  // In a row of sentences about the same thing the one that answers may come second.
  const inOrder = emphasised.slice(from, number + 1);
  const [first, ...others] = inOrder;
  const isRow = isOneRow(texts[number]!, texts.slice(from + 1, number));
  const answer = isRow ? [first!, ...others.slice(-1), ...others.slice(0, -1)] : inOrder;
  const rest = sentences.filter((_, at) => at < from || at > number);
  return from === 0 && paragraph === 'lead' ? { rest: [...answer, ...rest] } : { answer, rest };
}

function leans(text: string): boolean {
  return [leaning, leaningSoon, leaningClause, person].some((pattern) => pattern.test(text));
}

function isOneRow(text: string, between: readonly string[]): boolean {
  const pronoun = alike.find((pattern) => pattern.test(text)) ?? (person.test(text) ? person : undefined);
  return pronoun !== undefined && between.every((other) => pronoun.test(other));
}

function bold(text: RichText): RichText {
  return text.map((run) => (run.type === 'text' ? { ...run, strong: true } : run));
}

/** Sentences of a paragraph, put together again. */
export function joinRich(parts: readonly RichText[]): RichText {
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
