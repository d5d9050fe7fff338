import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { spans, tellsOf, yearsOf } from '../../src/intents/years.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { askReal } from '../support/real-content.ts';

describe('whether a statement tells of a year', () => {
  const members = {
    text: [{ type: 'text', value: 'NGen reported 3,334 members on 31 March 2021.' }],
    value: { type: 'count', count: 3334, unit: 'members', moreThan: false },
    asOf: '2021-03-31',
  } as const;
  const leader = {
    text: [{ type: 'text', value: 'Jayson Myers has led NGen since 2018.' }],
    value: { type: 'person', name: 'Jayson Myers' },
    asOf: '2026',
  } as const;

  it('does where it names the year or was made in it', () => {
    expect(tellsOf(members, '2021')).toBe(true);
    expect(tellsOf(members, '2025')).toBe(false);
  });

  it('does from the year since when it has held to the year in which it was made', () => {
    expect(['2017', '2018', '2022', '2026', '2027'].map((year) => tellsOf(leader, year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each(['from October 2018 to 31 July 2024', 'en 2019-2022', 'd’octobre 2018 au 31 juillet 2024'])(
    'does within a span: %s',
    (text) => {
      expect(spans(text, '2021')).toBe(true);
      expect(spans(text, '2025')).toBe(false);
    },
  );

  it('reads the years of a question', () => {
    expect(yearsOf(wordsOf('members in 2021, and 950 in 2025'))).toEqual(['2021', '2025']);
  });
});

const said = (question: string) => toText(askReal(question).card, { only: 'answer' });

describe('a question about a year', () => {
  it('gets the figure of that year', () => {
    expect(said('how many members did NGen have in 2021')).not.toMatch(/not about/);
    expect(said('who ran NGen in 2019?')).toMatch(/since 2018/);
    expect(said('who led Protein in 2022')).toMatch(/^Bill Greuel was the first chief executive/);
  });

  it.each([
    [
      'how many members did NGen have in 2025',
      /^⚠ What follows is not about 2025: it is as of 31 March 2021/,
    ],
    ['Protein Industries Canada budget 2020', /^⚠ What follows is not about 2020/],
    ['combien de membres avait NGen en 2025 ?', /^⚠ Ce qui suit ne porte pas sur 2025/],
  ])('never gets the figure of another year as its own: %s', (question, warning) => {
    expect(said(question)).toMatch(warning);
  });

  it('gets no answer about a year to come', () => {
    expect(askReal('how much money will NGen get in 2030').answered).toBe(false);
  });
});

describe('one attribute asked of one entry', () => {
  it('is the federal money, where money is asked for after another question', () => {
    const reply = askReal(['Who leads Scale AI?', 'How much money did it get?']);
    expect(toText(reply.card, { only: 'answer' })).toMatch(
      /^Scale AI's (?:total federal funding|federal money)/,
    );
  });

  it('is the one of the kind that is asked for', () => {
    expect(askReal('when does the funding of Ocean end').turn.args.attribute).toBe('end-date');
  });

  it.each(['who used to run DIGITAL', 'former CEO of Ocean', 'qui dirigeait Protein avant ?'])(
    'is told with those before, where they are asked for: %s',
    (question) => {
      expect(askReal(question).entries[0]).toMatch(/#leadership$/);
    },
  );

  it.each(['Is Ocean in Halifax?', 'Is NGen in Toronto?', 'Est-ce que DIGITAL est à Calgary ?'])(
    'is where it is, where a place is guessed: %s',
    (question) => {
      expect(askReal(question).turn.args.attribute).toBe('headquarters,region');
    },
  );
});
