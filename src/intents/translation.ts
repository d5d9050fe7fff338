/** "How do you say rules of origin in French?", « que veut dire trade remedies en français ? ». */
import { z } from 'zod';
import { translationCard } from '../cards/translation-card.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages, otherLanguage } from '../knowledge/language.ts';
import type { Entry } from '../knowledge/types.ts';
import type { NamedTerm } from '../knowledge/vocabulary.ts';
import type { Intent } from './intent.ts';

/** The language that is wanted, and words that show that a translation is. */
const wanted: readonly (readonly [Language, RegExp])[] = [
  [
    'fr',
    /\b(?:in|into|to|en) (?:canadian |quebec )?(?:french|francais)\b|\b(?:french|francaise?) (?:official )?(?:word|name|term|translation|version|equivalent|expression|acronym|abbreviation|for|of|officiel)\b|\b(?:mot|nom|terme|traduction|equivalent|expression|sigle|acronyme) (?:officielle?s? )?(?:en )?francaise?\b/,
  ],
  [
    'en',
    /\b(?:in|into|to|en) (?:english|anglais)\b|\b(?:english|anglaise?) (?:official )?(?:word|name|term|translation|version|equivalent|expression|acronym|abbreviation|for|of|officiel)\b|\b(?:mot|nom|terme|traduction|equivalent|expression|sigle|acronyme) (?:officielle?s? )?(?:en )?anglaise?\b/,
  ],
];
/** "X in French" alone asks for an answer in French: a translation is asked for in so many words. */
const asks =
  /\b(?:say|said|call|called|translate|translated|translation|translations|word|term|name|equivalent|expression|acronym|abbreviation|mean|means|what|for|dit|dire|traduit|traduis|traduire|traduction|traductions|appelle|signifie|mot|terme|nom|equivalent|expression|sigle|acronyme|veut|quoi|donne|quel|quelle)\b/;
/** Says which language is wanted without naming it: the other one. */
const translates = /\b(?:translat(?:e|ed|ion|ions)|tradui[rst]e?|traductions?)\b/;
/** All that such a question has beside the term. */
const frame = new Set(
  (
    'how do does did would should can could you we i one people they is are was what whats s re the a an in into to for of by and it its this that tell me give please pls know ' +
    'say said call called write written put express translate translated translation translations word words term terms name names equivalent expression acronym abbreviation mean means meaning official correct right proper ' +
    'french english canadian quebec version ' +
    'comment dit dire on se t il elle traduit traduis traduire traduction traductions appelle appelez ecrit s c est ce qu que quoi quel quelle est le la les l un une de du des d en pour a au aux ca cela donne donnez moi svp s il vous plait te ' +
    'mot mots terme termes nom noms sigle acronyme officiel officielle correct juste veut dire signifie francais francaise anglais anglaise'
  ).split(' '),
);
const longestTerm = 120;

interface Form {
  readonly phrase: string;
  readonly language: Language;
  readonly named: NamedTerm;
}

/** The forms of each content's terms, the longest first. */
const known = new WeakMap<Knowledge, readonly Form[]>();

export const translation: Intent = {
  id: 'translation',
  description: { en: 'A term in the other language', fr: 'Un terme dans l’autre langue' },
  examples: {
    en: ['How do you say “trade remedies” in French?'],
    fr: ['Comment dit-on « marchés publics » en anglais ?'],
  },
  args: z.strictObject({ term: z.string().min(1).max(longestTerm), to: z.enum(languages) }),
  recognise({ text }, { knowledge }) {
    const phrase = foldPhrase(text);
    if (!asks.test(phrase)) return [];
    const to = wanted.find(([, pattern]) => pattern.test(phrase))?.[0];
    if (!to && !translates.test(phrase)) return [];
    const found = formsOf(knowledge).find(
      (form) => form.language !== to && isAllElse(singular(phrase), form.phrase),
    );
    if (!found) return [];
    const term = found.named.forms.en[0]!;
    const because = `asks what “${found.phrase}” is called in the other language`;
    return [
      { intent: 'translation', args: { term, to: to ?? otherLanguage(found.language) }, score: 1, because },
    ];
  },
  answer({ term = '', to = '' }, { knowledge, language, now }) {
    const named = knowledge.vocabulary.terminology.find(({ forms }) => forms.en[0] === term);
    const target = languages.find((one) => one === to);
    if (!named || !target) return undefined;
    const about = entryNamed(named, knowledge, language);
    return {
      outcome: 'answer',
      card: translationCard({ named, to: target, language, about, now }),
      entries: about ? [about.id] : [],
      sources: named.source ? [named.source[language]] : [],
    };
  },
};

/** The entry that bears the term as one of its names. */
function entryNamed({ forms }: NamedTerm, knowledge: Knowledge, language: Language): Entry | undefined {
  const terms = new Set(forms.en.map(foldPhrase));
  const isNamed = ({ title, shortTitle, aliases }: Entry) =>
    [title, shortTitle, ...aliases].some((name) => terms.has(foldPhrase(name)));
  const id = knowledge.all('en').find(isNamed)?.id;
  return id === undefined ? undefined : knowledge.entry(id, language);
}

/** Whether a question is made of a term and the words that ask for its translation. */
function isAllElse(phrase: string, term: string): boolean {
  const at = ` ${phrase} `.indexOf(` ${term} `);
  if (at < 0) return false;
  const rest = `${phrase.slice(0, at)} ${phrase.slice(at + term.length)}`;
  return rest.split(' ').every((word) => word === '' || frame.has(word) || frame.has(`${word}s`));
}

function formsOf(knowledge: Knowledge): readonly Form[] {
  const before = known.get(knowledge);
  if (before) return before;
  const forms = knowledge.vocabulary.terminology
    .flatMap((named) =>
      languages.flatMap((language) =>
        named.forms[language].map((form) => ({ phrase: singular(foldPhrase(form)), language, named })),
      ),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));
  known.set(knowledge, forms);
  return forms;
}

/** Each longer word without its last s: of what is named, there may be several. */
function singular(phrase: string): string {
  return phrase.replace(/(?<=[a-z]{3})s(?= |$)/g, '');
}
