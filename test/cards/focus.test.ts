import { describe, expect, it } from 'vitest';
import { plain, plainText } from '../../src/cards/card.ts';
import { focusedSection } from '../../src/cards/focus.ts';
import type { Section } from '../../src/knowledge/types.ts';
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

  it('in its place, where the one before it leans as well, or is read first anyway', () => {
    expect(shown('One is here. The bid was Two. It won. Its head is new.', 'lead:3').answer).toBeUndefined();
    expect(shown('One leads. In 2026 this is unverified. She is new.', 'lead:2').answer).toBeUndefined();
    expect(shown('One is here. It won in 2018.', 'lead:1').answer).toBeUndefined();
  });
});
