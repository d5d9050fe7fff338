import { describe, expect, test } from 'vitest';
import { realConversation, today } from '../support/real-content.ts';
import { floors } from './floors.ts';
import { type Item, kinds, partOf, readItems } from './items.ts';
import { comparison, failures, figures, summary } from './report.ts';
import { type Result, run } from './run.ts';
import { firstSentences, pattern, plain, score } from './score.ts';

const items = readItems('test/evaluation/questions.jsonl');

describe('the set of questions', () => {
  test('is large enough, with ids and questions that occur once', () => {
    expect(items.length).toBeGreaterThanOrEqual(500);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const asked = items.map(({ context = [], question }) => [...context, question].join('\n'));
    expect(new Set(asked).size).toBe(items.length);
  });

  test('has ids that tell language and kind, and every kind occurs', () => {
    for (const { id, language, kind } of items) expect(id).toMatch(new RegExp(`^${language}-${kind}-\\d+$`));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  test('is a quarter French and a fifth refusals', () => {
    const share = (wanted: (item: Item) => boolean) => items.filter(wanted).length / items.length;
    expect(Math.abs(share(({ language }) => language === 'fr') - 0.25)).toBeLessThanOrEqual(0.03);
    expect(Math.abs(share(({ kind }) => kind === 'refusal') - 0.2)).toBeLessThanOrEqual(0.03);
  });

  test('says what is expected of every question', () => {
    for (const { kind, context, expect: label } of items) {
      for (const fact of label.facts ?? []) expect(() => pattern(fact)).not.toThrow();
      // What is said, or the section that says it.
      const sections = label.entries?.filter((entry) => entry.includes('#')) ?? [];
      if (label.answered) expect((label.facts?.length ?? 0) + sections.length).toBeGreaterThan(0);
      expect(label.answered).toBe(kind !== 'refusal');
      if (kind === 'follow-up') expect(context?.length).toBeGreaterThan(0);
    }
  });

  test('falls into halves of about the same size', () => {
    const tuning = items.filter(({ id }) => partOf(id) === 'tuning').length;
    expect(Math.abs(tuning / items.length - 0.5)).toBeLessThan(0.05);
    expect([partOf('en-definition-002'), partOf('en-fact-001')]).toEqual(['tuning', 'validation']);
  });
});

describe('scoring', () => {
  const item: Item = {
    id: 'en-fact-001',
    kind: 'fact',
    language: 'en',
    question: 'Where is NGen?',
    expect: { answered: true, entries: ['ngen', 'gic#leaders'], facts: ['Hamilton', '\\$427 ?m'] },
  };
  const answer = {
    answered: true,
    language: 'en',
    entries: ['ngen#region'],
    text: 'NGen is in HAMILTON. It is free. It has C$427\u00A0million.',
  };

  test('is right when an accepted entry answers with all facts', () => {
    expect(score(item, answer)).toEqual({ verdict: 'right', missing: [], late: ['\\$427 ?m'] });
    expect(score(item, { ...answer, entries: ['gic#leaders'] }).verdict).toBe('right');
  });

  test('tells what is wrong', () => {
    expect(score(item, { ...answer, answered: false }).verdict).toBe('not answered');
    expect(score(item, { ...answer, entries: ['gic#totals', 'ngen-2'] }).verdict).toBe('wrong entry');
    expect(score(item, { ...answer, language: 'fr' }).verdict).toBe('wrong language');
    expect(score(item, { ...answer, text: 'Hamilton.' })).toEqual({
      verdict: 'missing fact',
      missing: ['\\$427 ?m'],
      late: [],
    });
    expect(score({ ...item, kind: 'mixed' }, { ...answer, language: 'fr' }).verdict).toBe('right');
  });

  test('wants no answer to a refusal, and takes either where either is fine', () => {
    const refusal: Item = { ...item, kind: 'refusal', expect: { answered: false } };
    expect(score(refusal, answer).verdict).toBe('false answer');
    expect(score(refusal, { ...answer, answered: false }).verdict).toBe('right');
    const either: Item = { ...refusal, expect: { answered: false, either: true, facts: ['not verified'] } };
    expect(score(either, { ...answer, answered: false }).verdict).toBe('right');
    expect(score(either, answer).verdict).toBe('missing fact');
    expect(score(either, { ...answer, text: 'This is not verified.' }).verdict).toBe('right');
  });

  test('ignores typography and cuts sentences as people do', () => {
    expect(plain('40–35 « l’AECG »\u202F!')).toBe("40-35 « l'AECG » !");
    expect(firstSentences("It is in St. John's. It costs C$1.5 million. More.", 2)).toBe(
      "It is in St. John's. It costs C$1.5 million.",
    );
    expect(firstSentences('One\nTwo. Three.', 2)).toBe('One Two.');
  });
});

describe('the report', () => {
  const result = (id: string, verdict: Result['verdict'], answered: boolean): Result => ({
    item: { id, kind: 'fact', language: 'en', question: `Question ${id}?`, expect: { answered } },
    part: 'tuning',
    verdict,
    missing: [],
    late: [],
    answered: verdict !== 'not answered',
    language: 'en',
    intent: 'section',
    entries: ['ngen'],
    confidence: 0.7,
    decision: 'enough',
    text: 'Some text.',
    length: 10,
    ms: 1,
  });
  const results = [
    result('en-fact-001', 'right', true),
    result('en-fact-002', 'not answered', true),
    result('en-fact-003', 'false answer', false),
    result('en-fact-004', 'right', false),
  ];

  test('counts questions in scope and refusals apart', () => {
    expect(figures(results)).toEqual({ inScopeRight: 0.5, falseAnswers: 0.5 });
    expect(summary(results)).toContain('1 false answers of 2 (50.0 %)');
  });

  test('lists what went wrong and what a change gained and lost', () => {
    expect(failures(results)).toContain('en-fact-002 [tuning] not answered: Question en-fact-002?');
    expect(failures(results)).not.toContain('en-fact-001');
    const compared = comparison(
      [
        { id: 'en-fact-001', verdict: 'wrong entry' },
        { id: 'en-fact-002', verdict: 'right' },
        { id: 'en-fact-003', verdict: 'false answer' },
      ],
      results,
    );
    expect(compared).toContain('1 gained, 1 lost, 1 new');
    expect(compared).toContain('+ en-fact-001 (was wrong entry)');
    expect(compared).toContain('- en-fact-002 (not answered)');
  });
});

test('the bot reaches its floors on the validation half', () => {
  const validation = items.filter(({ id }) => partOf(id) === 'validation');
  const measured = figures(run(validation, realConversation, today));
  expect(measured.inScopeRight).toBeGreaterThanOrEqual(floors.inScopeRight);
  expect(measured.falseAnswers).toBeLessThanOrEqual(floors.falseAnswers);
});
