/** What must be refused is, and nothing that the content answers is: `content/vocabulary/unsupported.yaml`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/knowledge/language.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { askReal, realKnowledge } from '../support/real-content.ts';

const { unsupported, terms, attributes } = realKnowledge.vocabulary;
const phrases = languages.flatMap((language) =>
  unsupported.flatMap((topic) => topic.words[language].map((phrase) => ({ id: topic.id, language, phrase }))),
);
const isPlain = (phrase: string) => !/^\^|[…|]|\$$/u.test(phrase);
/** The lines of a list beside this file; the first line says what it is. */
const linesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '');
const fewSlip = 0.05;
/** Asked of everything at once; what a test reports is what went wrong. */
const whole = { timeout: 120_000 };

describe('what must be refused', () => {
  const classes = new Map<string, string[]>();
  for (const line of linesOf('refused.txt')) {
    if (line.startsWith('# ')) classes.set(line.slice(2), []);
    else [...classes.values()].at(-1)!.push(line);
  }

  it.each([...classes])('%s', whole, (_class, questions) => {
    expect(questions.length).toBeGreaterThan(0);
    const answered = questions.filter((question) => askReal(question).answered);
    // Traps are refused by classes, not one by one: a few of them may still find something.
    expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(Math.ceil(questions.length * fewSlip));
  });

  it('is told by the topic whose plain phrase it is', whole, () => {
    const strays = phrases.filter(({ id, language, phrase }) => {
      if (!isPlain(phrase)) return false;
      const { outcome, turn } = askReal(phrase, language);
      return outcome !== 'unsupported' || turn.args.topic !== id;
    });
    expect(strays).toEqual([]);
  });
});

describe('what is not refused', () => {
  it('a question of the content', whole, () => {
    const { gazetteer } = createSearch(realKnowledge);
    // There are too many to ask them all: only what names a refused topic can be refused.
    const namesOne = (question: string) =>
      gazetteer.find(wordsOf(question)).some(({ kind }) => kind === 'unsupported');
    const refused = languages.flatMap((language) =>
      realKnowledge
        .all(language)
        .flatMap((entry) =>
          entry.sections.flatMap((section) =>
            section.asks
              .filter(
                (question) => namesOne(question) && askReal(question, language).outcome === 'unsupported',
              )
              .map((question) => `${entry.id}#${section.id} ${language}: ${question}`),
          ),
        ),
    );
    expect(refused).toEqual([]);
  });

  it('a name or a word of the content', whole, () => {
    const { gazetteer } = createSearch(realKnowledge);
    const refused = languages.flatMap((language) =>
      [
        ...realKnowledge.all(language).flatMap((entry) => [entry.title, entry.shortTitle, ...entry.aliases]),
        ...[...terms, ...attributes].flatMap((term) => [term.label[language], ...term.words[language]]),
      ].filter((name) => gazetteer.find(wordsOf(name)).some(({ kind }) => kind === 'unsupported')),
    );
    expect(refused).toEqual([]);
  });

  it('a near miss', whole, () => {
    const questions = linesOf('not-refused.txt');
    const outcomes = questions.map((question) => ({ question, outcome: askReal(question).outcome }));
    expect(outcomes.filter(({ outcome }) => outcome === 'unsupported')).toEqual([]);
    const unanswered = outcomes.filter(({ outcome }) => outcome === 'no-answer');
    expect(unanswered.length, JSON.stringify(unanswered)).toBeLessThanOrEqual(questions.length * fewSlip);
  });
});

describe('a phrase of what is refused', () => {
  it('chooses between single words', () => {
    const broken = phrases.filter(({ phrase }) =>
      phrase
        .split(/[\s…]+/u)
        .filter((token) => token.includes('|'))
        .some((token) => token.split('|').some((choice) => wordsOf(choice).length !== 1)),
    );
    expect(broken).toEqual([]);
  });

  it('stands in one topic only', () => {
    const seen = new Map<string, string>();
    const twice = phrases.filter(({ id, language, phrase }) => {
      const key = `${language} ${phrase.toLowerCase()}`;
      const other = seen.get(key);
      seen.set(key, id);
      return other !== undefined;
    });
    expect(twice).toEqual([]);
  });
});
