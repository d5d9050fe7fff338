/** Whether a section says a fact where it is read: in its first two sentences. */
import { formatDate, formatNumber } from '../cards/format.ts';
import type { Language } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Fact, FactValue, Section } from '../knowledge/types.ts';
import { plain } from '../search/section-texts.ts';

const readAtOnce = 2;

/** @returns true as well where the value is no figure, date or name that could be looked for */
export function saysAtOnce({ lead, language }: Section, { value }: Pick<Fact, 'value'>): boolean {
  const figure = figureOf(value, language);
  if (figure === undefined) return true;
  const start = sentencesOf(plain(lead)).slice(0, readAtOnce).join(' ');
  return spaced(start).includes(spaced(figure));
}

function figureOf(value: FactValue, language: Language): string | undefined {
  switch (value.type) {
    case 'count':
      return formatNumber(value.count, language);
    case 'percent':
      return formatNumber(value.percent, language);
    case 'money': {
      const scale = value.amount >= 1e9 ? 1e9 : value.amount >= 1e6 ? 1e6 : 1;
      return formatNumber(value.amount / scale, language);
    }
    case 'date':
      return formatDate(value.date, language);
    case 'person':
      return value.name.split(' ').at(-1);
    default:
      return undefined;
  }
}

/** Kinds of spaces make no difference between figures. */
function spaced(text: string): string {
  return text.replace(/\s/gu, ' ');
}
