import { describe, expect, it } from 'vitest';
import { plain, plainText } from '../../src/cards/card.ts';
import { focusedSection } from '../../src/cards/focus.ts';
import type { Block, Section } from '../../src/knowledge/types.ts';
import { realKnowledge } from '../support/real-content.ts';

const anySection = realKnowledge.section('ngen', 'focus', 'en')!;
const section = (lead: string): Section => ({ ...anySection, lead: plain(lead), details: [] });
const shown = (lead: string, focus: string) => {
  const { answer, lead: rest } = focusedSection(section(lead), focus);
  return { answer: answer && plainText(answer), rest: plainText(rest) };
};

describe('the sentence that answers comes first', () => {
  it('alone, where it stands by itself', () => {
    expect(shown('One is here. Two is there. Three is everywhere.', 'lead:2')).toEqual({
      answer: 'Three is everywhere.',
      rest: 'One is here. Two is there.',
    });
  });

  it('with the one before it, where it leans on that', () => {
    expect(shown('One is here. The bid was Two. It won in 2018. Three is new.', 'lead:2')).toEqual({
      answer: 'The bid was Two. It won in 2018.',
      rest: 'One is here. Three is new.',
    });
  });

  it('second, in a row of sentences about the same thing', () => {
    expect(shown('One is here. The bid was Two. It won. Its head is new.', 'lead:3')).toEqual({
      answer: 'The bid was Two. Its head is new. It won.',
      rest: 'One is here.',
    });
    expect(shown('Ann led it. She left. Bob followed her.', 'lead:2')).toEqual({
      answer: undefined,
      rest: 'Ann led it. Bob followed her. She left.',
    });
  });

  it('after the one before it, where it leans on that in its middle', () => {
    const lead = 'One is here. By the guide Two won. By the same guide Three lost.';
    expect(shown(lead, 'lead:2').answer).toBe('By the guide Two won. By the same guide Three lost.');
    const clause = 'One is here. A bill was read. Whether it became law is not known.';
    expect(shown(clause, 'lead:2').answer).toBe('A bill was read. Whether it became law is not known.');
  });

  it('in its place, where it is read first anyway', () => {
    expect(shown('One is here. It won in 2018.', 'lead:1').answer).toBeUndefined();
  });

  it('whether it stands in a paragraph of the details, a list or a table', () => {
    const text = (value: string) => plain(value);
    const details: readonly Block[] = [
      { type: 'paragraph', text: text('Two is there. It won.') },
      { type: 'list', ordered: false, items: [text('Three'), text('It leans')] },
      { type: 'table', columns: ['Year', 'Clusters'], rows: [['2017', '690']] },
    ];
    const focused = (focus: string) => focusedSection({ ...section('One is here.'), details }, focus);
    const answerAt = (focus: string) => {
      const { answer } = focused(focus);
      return answer && plainText(answer);
    };
    expect(answerAt('0:1')).toBe('Two is there. It won.');
    expect(answerAt('1:0')).toBe('Three');
    expect(answerAt('1:1')).toBeUndefined();
    expect(answerAt('2:0')).toBe('2017 — Clusters: 690');
    // What has come first is not said again.
    expect(focused('2:0').details.map(({ type }) => type)).toEqual(['paragraph', 'list']);
  });
});
