import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import { thresholds } from '../../src/conversation/thresholds.ts';
import type { Candidate } from '../../src/intents/intent.ts';

const candidate = (entry: string, score: number): Candidate => ({
  intent: 'section',
  args: { entry, section: 'x' },
  score,
  because: '',
});

describe('the decision', () => {
  it('answers at the threshold and not below it', () => {
    expect(decide([candidate('a', thresholds.answer)]).kind).toBe('answer');
    expect(decide([candidate('a', thresholds.answer - 0.001)]).kind).toBe('no-answer');
  });

  it('has no answer to nothing', () => {
    expect(decide([])).toMatchObject({ kind: 'no-answer', nearest: [] });
  });

  it('asks which was meant when two subjects are close', () => {
    const decision = decide([candidate('a', 0.5), candidate('b', 0.49)]);
    expect(decision).toMatchObject({
      kind: 'did-you-mean',
      choices: [{ args: { entry: 'a' } }, { args: { entry: 'b' } }],
    });
  });

  it('does not ask between two sections of one subject', () => {
    const other = { ...candidate('a', 0.49), args: { entry: 'a', section: 'y' } };
    expect(decide([candidate('a', 0.5), other]).kind).toBe('answer');
  });

  it('does not ask when the best is certain', () => {
    expect(decide([candidate('a', thresholds.certain), candidate('b', thresholds.certain - 0.01)]).kind).toBe(
      'answer',
    );
  });

  it('offers at most three choices', () => {
    const close = ['a', 'b', 'c', 'd'].map((entry) => candidate(entry, 0.5));
    expect(decide(close)).toMatchObject({ choices: { length: 3 } });
  });

  it('offers what is near when nothing is sure', () => {
    const { offer, near } = thresholds;
    expect(decide([candidate('a', offer + 0.01), candidate('b', offer)]).kind).toBe('did-you-mean');
    expect(decide([candidate('a', near + 0.01), candidate('b', near - 0.01)])).toMatchObject({
      kind: 'no-answer',
      nearest: { length: 1 },
    });
  });

  it('counts the same answer from two intents once', () => {
    expect(decide([candidate('a', 0.5), candidate('a', 0.49)]).kind).toBe('answer');
  });
});
