import { describe, expect, it } from 'vitest';
import { formatDate, formatMoney, formatValue } from '../../src/cards/format.ts';

describe('dates', () => {
  it.each([
    ['2019', 'en', '2019'],
    ['2019-06', 'en', 'June 2019'],
    ['2019-06-06', 'en', '6 June 2019'],
    ['2019-06', 'fr', 'juin 2019'],
    ['2019-08-01', 'fr', '1er août 2019'],
    ['soon', 'en', 'soon'],
  ] as const)('%s in %s is %s', (date, language, expected) => {
    expect(formatDate(date, language)).toBe(expected);
  });
});

describe('amounts', () => {
  it.each([
    [177_000_000, 'CAD', 'en', 'C$177 million'],
    [177_000_000, 'CAD', 'fr', '177\u00A0millions de dollars'],
    [1_500_000_000, 'CAD', 'fr', '1,5\u00A0milliard de dollars'],
    [3_300_000_000, 'CAD', 'en', 'C$3.3 billion'],
    [6_000, 'EUR', 'en', '€6,000'],
    [42_000_000, 'EUR', 'fr', '42\u00A0millions d’euros'],
    [50_000, 'CAD', 'fr', '50\u00A0000\u00A0dollars'],
  ] as const)('%i %s in %s is %s', (amount, currency, language, expected) => {
    expect(formatMoney(amount, currency, language)).toBe(expected);
  });

  it('says that a ceiling is a ceiling', () => {
    const value = { type: 'money', amount: 125_000_000, currency: 'CAD', upTo: true } as const;
    expect(formatValue(value, 'en')).toBe('up to C$125 million');
    expect(formatValue(value, 'fr')).toBe('jusqu’à 125\u00A0millions de dollars');
  });

  it('says that a fee of nothing is none', () => {
    const value = { type: 'money', amount: 0, currency: 'CAD', upTo: false } as const;
    expect(formatValue(value, 'en')).toBe('free');
    expect(formatValue(value, 'fr')).toBe('gratuit');
  });

  it('says that a count is a lower bound', () => {
    const value = { type: 'count', count: 10_300, unit: 'members', moreThan: true } as const;
    expect(formatValue(value, 'en')).toBe('more than 10,300\u00A0members');
  });
});
