/** The duty on goods that the content has no duty of: that it has none, and how to find it. */
import { z } from 'zod';
import { sectionCard } from '../cards/section-card.ts';
import { languages } from '../knowledge/language.ts';
import { isOutsideCeta } from '../search/actors.ts';
import { type Goods, goodsAsked } from './goods.ts';
import type { Intent, IntentContext, Understanding } from './intent.ts';
import { relatedSections } from './lookup.ts';

/** Where the content tells how a duty is looked up, and what became of duties at large. */
const lookUp = { entry: 'ceta-first-export', section: 'hs-code' };
const atLarge = { entry: 'ceta-tariffs', section: 'overview' };

/**
 * Above a passage about other goods that shares a word with these ("oil"); of goods whose words the content has,
 * only above what it is not sure of.
 */
const sure = { unknown: 0.95, known: 0.5 };
const longestGoods = 60;

export const dutyOfGoods: Intent = {
  id: 'duty-of-goods',
  description: {
    en: 'How to find the duty on goods that are not listed',
    fr: 'Comment trouver le droit sur un produit qui n’est pas mentionné',
  },
  examples: { en: ['What is the tariff on bicycles?'], fr: ['Quel est le droit sur les vélos ?'] },
  args: z.strictObject({ goods: z.string().min(1).max(longestGoods) }),
  recognise(understanding, { knowledge, search }) {
    const { language, namedEntries } = understanding;
    const isOther = (id: string) =>
      !['agreement', 'topic'].includes(knowledge.entry(id, language)?.kind ?? '');
    const isElsewhere = namedEntries.some(isOther) || understanding.words.some(isOutsideCeta);
    const goods = isElsewhere ? undefined : goodsAsked(understanding);
    if (!goods) return [];
    const isUnknown = hasUnknownWord(goods, understanding, search);
    if (!isUnknown && (!goods.atCustoms || isCalledOtherwise(goods, understanding, search))) return [];
    const text = goods.text.slice(0, longestGoods);
    const because = `asks for the duty on “${text}”, of which the content has none`;
    const score = isUnknown ? sure.unknown : sure.known;
    return [{ intent: 'duty-of-goods', args: { goods: text }, score, because }];
  },
  answer({ goods = '' }, { knowledge, language, now }) {
    const entry = knowledge.entry(lookUp.entry, language);
    const section = knowledge.section(lookUp.entry, lookUp.section, language);
    const general = knowledge.section(atLarge.entry, atLarge.section, language);
    if (!entry || !section || !goods) return undefined;
    const related = relatedSections(knowledge, entry, section.id);
    return {
      outcome: 'answer',
      card: sectionCard({
        entry,
        section,
        page: 1,
        related: general ? [general, ...related] : related,
        notice: { name: 'dutyNotListed', values: { goods } },
        now,
      }),
      entries: [`${entry.id}#${section.id}`],
      sources: section.sources,
    };
  },
};

/** Whether a word of them is in no content, and stands for nothing that is: « crustacés » are seafood. */
function hasUnknownWord(
  goods: Goods,
  { words, unknownWords }: Understanding,
  { gazetteer }: IntentContext['search'],
): boolean {
  const meant = languages.flatMap((language) => gazetteer.concepts(words, language));
  return words.some(
    ({ surface }, at) =>
      goods.start <= at &&
      at < goods.end &&
      unknownWords.includes(surface) &&
      !meant.some(({ start, end }) => start <= at && at < end),
  );
}

/** Whether a phrase stands for goods that the content tells of: "pancake topping". */
function isCalledOtherwise(
  goods: Goods,
  { words }: Understanding,
  { gazetteer }: IntentContext['search'],
): boolean {
  return languages
    .flatMap((language) => gazetteer.concepts(words, language, 2))
    .some(({ start, end }) => goods.start <= start && end <= goods.end);
}
