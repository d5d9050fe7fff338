import { describe, expect, it } from 'vitest';
import { binsOf, expectedError } from './reliability.ts';
import { reliabilityPicture } from './reliability-picture.ts';

const answer = (confidence: number, right: boolean) =>
  ({ answered: true, confidence, verdict: right ? 'right' : 'missing fact' }) as const;

describe('reliability', () => {
  const bins = binsOf([
    answer(0.62, true),
    answer(0.66, false),
    answer(1, true),
    answer(0.9, true),
    { answered: false, confidence: 0.7, verdict: 'not answered' },
  ]);

  it('counts answers by their confidence, and nothing that was not answered', () => {
    expect(bins.map(({ from, answers, right }) => [from, answers, right])).toEqual([
      [0.6, 2, 1],
      [0.9, 2, 2],
    ]);
    expect(bins[0]!.confidence).toBeCloseTo(0.64);
  });

  it('is the mean gap between sure and right', () => {
    expect(expectedError(bins)).toBeCloseTo((2 * 0.14 + 2 * 0.05) / 4);
    expect(expectedError([])).toBe(0);
  });

  it('is drawn with its figures in words', () => {
    const picture = reliabilityPicture(bins, 0.6);
    expect(picture).toContain('Confidence 0.64: 1 of 2 right.');
    expect(picture.match(/<circle/g)).toHaveLength(2);
    expect(picture).toBe(reliabilityPicture(bins, 0.6));
  });
});
