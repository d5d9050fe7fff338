import { type Language, otherLanguage } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import { foreignWords } from '../search/stop-words.ts';

export interface DetectedLanguage {
  readonly chosen: Language;
  readonly because: string;
  /** The question is in neither of our languages, as far as its words tell. */
  readonly foreign: boolean;
}

export interface LanguageEvidence {
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** The language in which the whole phrase is an intent's name ("liste"), where there is one. */
  readonly nameLanguage?: Language | undefined;
  /** Whether the content of a language has the word, in that language's stem. */
  knows(word: Word, language: Language): boolean;
  /** Whether the content of a language has the word as it stands: « financement » has the stem of "finance". */
  writes(word: Word, language: Language): boolean;
  /** How the content spells the word, accents included; the English way where both languages have it. */
  spelt(word: Word): string;
  readonly preferred?: Language | undefined;
  readonly previous?: Language | undefined;
  readonly fallback: Language;
}

const fields: ReadonlySet<string> = new Set(['sector', 'technology', 'province']);

/** Grammar words tell most, accents next, vocabulary last; a word of both languages tells nothing. */
export function detectLanguage(evidence: LanguageEvidence): DetectedLanguage {
  const { words, nameLanguage } = evidence;
  if (nameLanguage) return { chosen: nameLanguage, because: 'the name of an intent', foreign: false };
  const score: Record<Language, number> = { en: 0, fr: 0 };
  const named = new Set(
    evidence.mentions
      .filter((mention) => mention.kind !== 'attribute' && mention.kind !== 'unsupported')
      .flatMap((mention) => words.slice(mention.start, mention.end)),
  );
  for (const [index, word] of words.entries()) {
    if (isFrenchElision(words, index)) score.fr += 1;
    // A name is the same in both languages: the "AI" of Scale AI is no French verb.
    if (named.has(word) || isPartOfCode(words, index)) continue;
    for (const language of ['en', 'fr'] as const) {
      const other = otherLanguage(language);
      const grammar = (l: Language) => isStopWord(word.folded, l) || isQuestionWord(word.folded, l);
      if (grammar(language) && !grammar(other)) score[language] += word.folded.length > 1 ? 2 : 1;
      else if (!grammar(language) && !grammar(other)) {
        const only = (has: LanguageEvidence['knows']) => has(word, language) && !has(word, other);
        const both = evidence.knows(word, language) && evidence.knows(word, other);
        if (only(evidence.knows) || (both && only(evidence.writes))) score[language] += 1;
      }
    }
    // As the content spells it: whoever types no accents writes French all the same.
    if (/[àâçéèêëîïôùûœ]/u.test(evidence.spelt(word))) score.fr += 1.5;
  }
  for (const mention of evidence.mentions) {
    // A name that exists in one language only ("AECG", "snow crab"); the words of a field tell more than a name.
    const [only, ...more] = mention.languages;
    const tells = fields.has(mention.kind) ? 1 : 0.5;
    if (only && more.length === 0) score[only] += tells * (mention.end - mention.start);
  }
  const foreign = isForeign(words, score, evidence);
  if (score.en !== score.fr) {
    const chosen = score.en > score.fr ? 'en' : 'fr';
    return { chosen, because: `its words (en ${score.en}, fr ${score.fr})`, foreign };
  }
  for (const [language, because] of [
    [evidence.previous, 'the language of the thread'],
    [evidence.preferred, 'the preference of the asker'],
  ] as const) {
    if (language) return { chosen: language, because, foreign };
  }
  return { chosen: evidence.fallback, because: 'the default language', foreign };
}

/** The « d’ » of « budget d’Horizon Europe »; the "d" of "I'd" and "who'd" follows an English grammar word. */
function isFrenchElision(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  if (words[index]?.folded !== 'd' || !before || index === words.length - 1) return false;
  return !isStopWord(before.folded, 'en') && !isQuestionWord(before.folded, 'en');
}

/** The "C" of "C2Lab" is no « c’ ». */
function isPartOfCode(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index]!, words[index + 1]];
  return word.folded.length === 1 && next?.start === word.end && /^\p{N}/u.test(next.folded);
}

function isForeign(
  words: readonly Word[],
  score: Readonly<Record<Language, number>>,
  evidence: LanguageEvidence,
): boolean {
  if (words.length === 0) return false;
  const latin = words.filter(
    (word) => /^\p{Script=Latin}/u.test(word.surface) || /^\p{N}/u.test(word.surface),
  );
  if (latin.length < words.length / 2) return true;
  const ours = Math.max(score.en, score.fr);
  return Object.values(foreignWords).some((list) => {
    const hits = words.filter((word) => list.has(word.folded) && !evidence.knows(word, 'en'));
    return hits.length >= 2 && hits.length * 2 > ours;
  });
}
