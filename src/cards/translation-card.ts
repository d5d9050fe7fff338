/** The card of a term in the other language: the sentence, whose wording it is, and the source. */
import { type Language, otherLanguage } from '../knowledge/language.ts';
import type { Entry } from '../knowledge/types.ts';
import type { NamedTerm } from '../knowledge/vocabulary.ts';
import { type Card, type CardAction, plain } from './card.ts';
import { actionsElement, callAction, languageAction, sourcesElement } from './parts.ts';
import { string } from './strings.ts';

/** Forms of a term beside itself are shown where they are its abbreviation. */
const abbreviation = /^\p{Lu}[\p{Lu}\p{Ll}]*\p{Lu}$/u;

export interface TranslationCardInput {
  /** What it is called in both languages. */
  readonly named: NamedTerm;
  /** The language that was asked for. */
  readonly to: Language;
  /** The language of the card. */
  readonly language: Language;
  /** The entry that bears the term as a name. */
  readonly about: Entry | undefined;
  readonly now: Date;
}

export function translationCard({ named, to, language, about, now }: TranslationCardInput): Card {
  const term = nameOf(named, otherLanguage(to));
  const name = to === 'fr' ? 'termInFrench' : 'termInEnglish';
  const said = string(name, language, { term, translation: nameOf(named, to) });
  const text = named.source ? said : `${said} ${string('ownWording', language)}`;
  const call = { intent: 'translation', args: { term: named.forms.en[0]!, to }, language };
  const { asOf, source } = named;
  return {
    language,
    summary: text,
    elements: [
      { type: 'title', text: term },
      { type: 'text', text: plain(text) },
      ...(source ? [sourcesElement([{ asOf, sources: [source[language]] }], language, now)] : []),
      ...actionsElement([...(about ? [entryAction(about)] : []), languageAction(call)]),
    ],
  };
}

/** "tariff-rate quota (TRQ)". */
function nameOf({ forms }: NamedTerm, language: Language): string {
  const [term = '', short] = forms[language];
  return short && abbreviation.test(short) && !term.includes(short) ? `${term} (${short})` : term;
}

function entryAction({ id, language, shortTitle }: Entry): CardAction {
  return callAction(shortTitle, { intent: 'profile', args: { entry: id }, language });
}
