import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/cards/verdict.ts';

const ngen = { name: 'NGen', value: 'C$4', weight: 4 };
const ocean = { name: 'Ocean', value: 'C$2', weight: 2 };
const digital = { name: 'DIGITAL', value: 'C$2', weight: 2 };
const unknown = { name: 'Protein', value: undefined, weight: undefined };
const base = { label: 'Funding', language: 'en', order: 'most' } as const;

describe('the sentence above a comparison', () => {
  it('names who comes first, and next', () => {
    expect(verdict({ ...base, ranked: [ocean, ngen] })).toBe(
      'Funding: NGen comes first with C$4, then Ocean with C$2.',
    );
  });

  it('names who comes last where the least is asked for', () => {
    expect(verdict({ ...base, order: 'least', ranked: [ngen, ocean] })).toBe(
      'Funding: Ocean comes last with C$2, after NGen with C$4.',
    );
  });

  it('says of what is free that it costs nothing', () => {
    const free = { name: 'NGen', value: 'free', weight: 0 };
    const fee = { ...base, label: 'Fee', order: 'least' } as const;
    expect(verdict({ ...fee, ranked: [ocean, free] })).toBe('Fee: none at NGen (free), then Ocean with C$2.');
  });

  it('does not speak of a price where nobody is counted', () => {
    const none = { name: 'NGen', value: '0 projects', weight: 0 };
    expect(verdict({ ...base, order: 'least', ranked: [ocean, none] })).toMatch(/NGen comes last/);
  });

  it('ranks nobody before an equal', () => {
    expect(verdict({ ...base, order: 'least', ranked: [ngen, ocean, digital] })).toBe(
      'Funding: Ocean and DIGITAL are level, with C$2.',
    );
  });

  it('says of whom nothing is known', () => {
    expect(verdict({ ...base, ranked: [ocean, unknown, ngen] })).toMatch(/ Not stated: Protein\.$/);
  });

  it('answers a claim with yes or no first', () => {
    expect(verdict({ ...base, ranked: [ocean, ngen], claim: { kind: 'ahead', name: 'NGen' } })).toMatch(
      /^Yes\. /,
    );
    expect(verdict({ ...base, ranked: [ocean, ngen], claim: { kind: 'ahead', name: 'Ocean' } })).toMatch(
      /^No\. /,
    );
    expect(verdict({ ...base, ranked: [ocean, digital], claim: { kind: 'ahead', name: 'Ocean' } })).toMatch(
      /^No\. .*level/,
    );
  });

  it('answers whether all are level', () => {
    const claim = { kind: 'level' } as const;
    expect(verdict({ ...base, ranked: [ocean, digital], claim })).toMatch(/^Yes\. /);
    expect(verdict({ ...base, ranked: [ocean, ngen], claim })).toMatch(/^No\. /);
    expect(verdict({ ...base, ranked: [ocean, digital, unknown], claim })).toMatch(/^Funding/);
  });

  it('says of equals what is known of each', () => {
    const more = { name: 'NGen', value: 'more than 2', weight: 2 };
    expect(verdict({ ...base, ranked: [more, { ...digital, value: '2' }] })).toBe(
      'Funding: NGen and DIGITAL are level, with more than 2 / 2.',
    );
  });

  it('judges no claim about an entry of which nothing is known', () => {
    expect(
      verdict({ ...base, ranked: [ocean, ngen, unknown], claim: { kind: 'ahead', name: 'Protein' } }),
    ).toMatch(/^Funding/);
  });

  it('says that names are the same, and ranks them not at all', () => {
    const [one, two] = ['A', 'B'].map((name) => ({ name, value: 'ISED', weight: undefined }));
    expect(verdict({ ...base, ranked: [one!, two!] })).toBe('Funding: the same for A and B, ISED.');
    expect(verdict({ ...base, ranked: [one!, { ...two!, value: 'others' }] })).toBeUndefined();
  });

  it('ranks nothing where one value alone is known', () => {
    expect(verdict({ ...base, ranked: [ngen, unknown] })).toBeUndefined();
  });
});
