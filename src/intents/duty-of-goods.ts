/** The duty on goods that the content has no duty of: that it has none, and how to find it. */
import { z } from 'zod';
import { sectionCard } from '../cards/section-card.ts';
import { fold } from '../knowledge/fold.ts';
import { languages } from '../knowledge/language.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Intent, IntentContext, Understanding } from './intent.ts';
import { relatedSections } from './lookup.ts';

/** Where the content tells how a duty is looked up, and what became of duties at large. */
const lookUp = { entry: 'ceta-first-export', section: 'hs-code' };
const atLarge = { entry: 'ceta-tariffs', section: 'overview' };

const duty = '(?:(?:customs |import |export |border )?(?:duty|duties|tariffs?|levy|levies)|import tax)';
const droit =
  '(?:(?:droits?|tarifs?|frais|taxes?)(?: (?:de|d) (?:douanes?|importation|entree)| douaniers?)?)';
const rest = '([\\p{L}\\p{N} ]+)';
/** Over the folded words; the group has the goods and what follows them. */
const questions: readonly RegExp[] = [
  new RegExp(`\\b${duty} (?:(?:is|are|was|applies|apply|charged|there|payable) )*(?:on|for|of) ${rest}`, 'u'),
  new RegExp(`^(?:is|are|was|were|will|can) ${rest} (?:duty|tariff|customs) free\\b`, 'u'),
  new RegExp(`^(?:what is the |whats the |what are the |any |the )?${rest} ${duty}$`, 'u'),
  new RegExp(
    `\\b${droit} (?:(?:est|sont|paie|payer|appliques?|y a t il) )*(?:sur|pour|de|d|des|du) ${rest}`,
    'u',
  ),
];
/** Where the goods come from, go to, and under which agreement is no part of their name. */
const ends =
  /\b(?:from|to|into|in|under|going|coming|sold|sent|when|if|with|entering|between|vers|en|au|aux|dans|sous|avec|entre|exporte\p{L}*|importe\p{L}*|made|bound)\b/u;
const articles = /^(?:the|a|an|my|our|your|les?|la|l|des?|du|d|un|une|mes|mon|ma|nos|notre) /u;
const asksForMore =
  /\bhow (?:do|can|could|should|would|to) (?!(?:i |we |you |one )?(?:find|look|know|see|check|learn|get to know))|\bcomment (?!trouver|savoir|connaitre|verifier)/;
const longestGoods = 60;

/** Above a passage about other goods that shares a word with these ("oil"). */
const sure = 0.95;

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
    if (understanding.unknownWords.length === 0 || namedEntries.some(isOther)) return [];
    // "How do I avoid the duty on shoes?" asks for more than the duty.
    if (asksForMore.test(phraseOf(understanding.words))) return [];
    const goods = goodsIn(understanding, search);
    if (!goods) return [];
    const because = `asks for the duty on “${goods}”, of which the content has none`;
    return [{ intent: 'duty-of-goods', args: { goods }, score: sure, because }];
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

/** The goods whose duty is asked for, as they were written, where a word of them is in no content. */
function goodsIn(
  { text, words, unknownWords }: Understanding,
  { gazetteer }: IntentContext['search'],
): string | undefined {
  const phrase = phraseOf(words);
  // What stands for something else means what the content tells of: « crustacés » are seafood.
  const meant = languages.flatMap((language) => gazetteer.concepts(words, language));
  const stands = (folded: string) =>
    meant.some(({ start, end }) => words.slice(start, end).some((word) => word.folded === folded));
  const unknown = new Set(unknownWords.map(fold).filter((word) => !stands(word)));
  for (const question of questions) {
    const asked = question.exec(phrase)?.[1] ?? '';
    const found = asked.slice(0, ends.exec(asked)?.index).replace(articles, '').trim();
    if (!found.split(' ').some((word) => unknown.has(word))) continue;
    const first = phrase.slice(0, phrase.indexOf(found)).split(' ').length - 1;
    const last = first + found.split(' ').length - 1;
    return text.slice(words[first]!.start, words[last]!.end).slice(0, longestGoods);
  }
  return undefined;
}
