import type { Language } from '../knowledge/language.ts';
import type { FactValue, PartialDate, RichText } from '../knowledge/types.ts';
import { plain } from './card.ts';
import { enCA, format, frCA, parse } from './date-fns.ts';

const locales = { en: enCA, fr: frCA };
const patterns: Record<number, { parse: string; show: string }> = {
  4: { parse: 'yyyy', show: 'yyyy' },
  7: { parse: 'yyyy-MM', show: 'MMMM yyyy' },
  10: { parse: 'yyyy-MM-dd', show: 'd MMMM yyyy' },
};

/** The content has few dates, and shows each of them often. */
const mostDates = 2_000;
const shown = new Map<string, string>();

/** `2019-06-06` → `6 June 2019`, `2019-06` → `June 2019`; what cannot be read stays as it is. */
export function formatDate(date: PartialDate, language: Language): string {
  const key = `${language} ${date}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const text = written(date, language);
  // What people type must not fill the memory.
  if (shown.size >= mostDates) shown.clear();
  shown.set(key, text);
  return text;
}

function written(date: PartialDate, language: Language): string {
  const pattern = patterns[date.length];
  if (!pattern) return date;
  // A fixed reference day: the result depends on the arguments alone.
  const parsed = parse(date, pattern.parse, new Date(2000, 0, 1));
  if (Number.isNaN(parsed.getTime())) return date;
  const text = format(parsed, pattern.show, { locale: locales[language] });
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

const numbers: Partial<Record<Language, Intl.NumberFormat>> = {};

/** `12500` → `12,500` / `12 500` (with a no-break space). */
export function formatNumber(value: number, language: Language): string {
  // The first one loads its tables for 50 ms: a start need not wait for them.
  numbers[language] ??= new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 2 });
  return numbers[language].format(value).replace(/\s/gu, '\u00A0');
}

/** An amount as people say it: `C$177 million`, « 177 millions de dollars ». */
export function formatMoney(amount: number, currency: string, language: Language): string {
  const [divisor, scale] =
    amount >= 1e9
      ? ([1e9, 'billion'] as const)
      : amount >= 1e6
        ? ([1e6, 'million'] as const)
        : ([1, ''] as const);
  const number = formatNumber(amount / divisor, language);
  if (language === 'en') {
    const sign = { CAD: 'C$', EUR: '€', USD: 'US$' }[currency] ?? `${currency} `;
    return `${sign}${number}${scale && ` ${scale}`}`;
  }
  const unit = { CAD: 'dollars', EUR: 'euros', USD: 'dollars américains' }[currency] ?? currency;
  if (!scale) return `${number}\u00A0${unit}`;
  // French counts 1,5 million in the singular.
  const plural = amount / divisor >= 2 ? 's' : '';
  const word = scale === 'billion' ? `milliard${plural}` : `million${plural}`;
  return `${number}\u00A0${word} ${/^[aeiou]/.test(unit) ? 'd’' : 'de '}${unit}`;
}

/** A label before its value; French sets a no-break space before the colon. */
export function labelled(label: string, language: Language): string {
  return language === 'fr' ? `${label}\u00A0: ` : `${label}: `;
}

/** A fact's value for a table or a fact list. */
export function formatValue(value: FactValue, language: Language): string {
  const upTo = language === 'en' ? 'up to ' : 'jusqu’à ';
  switch (value.type) {
    case 'money':
      // A fee of nothing is said as people say it.
      if (value.amount === 0) return language === 'en' ? 'free' : 'gratuit';
      return `${value.upTo ? upTo : ''}${formatMoney(value.amount, value.currency, language)}`;
    case 'count': {
      const more = value.moreThan ? (language === 'en' ? 'more than ' : 'plus de ') : '';
      return `${more}${formatNumber(value.count, language)}\u00A0${value.unit}`;
    }
    case 'percent':
      return `${value.upTo ? upTo : ''}${formatNumber(value.percent, language)}${language === 'fr' ? '\u00A0' : ''}%`;
    case 'date':
      return formatDate(value.date, language);
    case 'text':
      return value.text;
    case 'person':
      return value.name;
    case 'link':
      return value.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  }
}

/** The same as rich text, where an address can be followed. */
export function formatRichValue(value: FactValue, language: Language): RichText {
  if (value.type !== 'link') return plain(formatValue(value, language));
  return [{ type: 'link', value: formatValue(value, language), url: value.url }];
}
