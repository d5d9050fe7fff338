/** What was asked and not answered, as editors of the content need it: counts, and lines to start from. Pure. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { UnansweredQuestion } from '../store/unanswered.ts';
import { align } from './table.ts';

const mostRows = 40;
const mostTexts = 50;
/** A word asked once may be a slip; from here it is worth a line. */
const leastForSuggestion = 2;

/** @param period how the period is named, e.g. "the last 7 days" */
export function questionsReport(
  questions: readonly UnansweredQuestion[],
  knowledge: Knowledge,
  period: string,
): string {
  const counts = languages.map(
    (language) => `${questions.filter((question) => question.language === language).length} ${language}`,
  );
  const head = `Questions without an answer in ${period}: ${questions.length} (${counts.join(', ')})`;
  if (questions.length === 0) return head;
  const terms = countTerms(questions);
  const sections = countBy(questions.flatMap((question) => nearestOf(question) ?? []));
  const without = questions.filter((question) => question.unknownTerms.length === 0).length;
  const texts = questions.flatMap(({ language, text }) =>
    text === undefined ? [] : [`  ${language}  ${printable(text)}`],
  );
  return [
    head,
    ...part('Unknown words', termTable(terms)),
    ...part(
      'Nearest sections',
      align([
        ['section', 'heading', 'questions'],
        ...sections.slice(0, mostRows).map(([key, count]) => [key, headingOf(knowledge, key), String(count)]),
      ]),
      sections.length,
    ),
    ...(without > 0 ? ['', `Only known words, and yet no answer: ${without}`] : []),
    ...part(
      'Lines for content/vocabulary/synonyms.yaml, to be completed or dropped',
      suggestions(terms, knowledge),
    ),
    ...part(
      'Questions in words, from workspaces that let them be kept',
      texts.slice(0, mostTexts).join('\n'),
    ),
  ].join('\n');
}

function part(title: string, body: string, count = body.length): string[] {
  return count === 0 ? [] : ['', title, body];
}

interface UnknownTerm {
  readonly term: string;
  readonly count: number;
  readonly languages: readonly Language[];
  /** `entry#section` with how often, the most frequent first. */
  readonly nearest: readonly (readonly [string, number])[];
}

function countTerms(questions: readonly UnansweredQuestion[]): UnknownTerm[] {
  const by = new Map<string, UnansweredQuestion[]>();
  for (const question of questions) {
    for (const term of new Set(question.unknownTerms.map(printable))) {
      by.set(term, [...(by.get(term) ?? []), question]);
    }
  }
  return [...by]
    .map(([term, asked]) => ({
      term,
      count: asked.length,
      languages: languages.filter((language) => asked.some((question) => question.language === language)),
      nearest: countBy(asked.flatMap((question) => nearestOf(question) ?? [])),
    }))
    .toSorted((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
}

function termTable(terms: readonly UnknownTerm[]): string {
  if (terms.length === 0) return '';
  const rows = terms.slice(0, mostRows).map(({ term, count, languages: asked, nearest }) => [
    term,
    asked.join(' '),
    nearest
      .slice(0, 2)
      .map(([key, times]) => `${key} (${times})`)
      .join(', ') || '–',
    String(count),
  ]);
  return align([['word', 'language', 'nearest', 'questions'], ...rows], 3);
}

/** A line in the form of the file for each word, with what the word may mean left open as "…". */
function suggestions(terms: readonly UnknownTerm[], knowledge: Knowledge): string {
  return terms
    .filter(({ count }) => count >= leastForSuggestion)
    .slice(0, mostRows)
    .map(({ term, count, languages: asked, nearest }) => {
      const list = (language: Language) => (asked.includes(language) ? `[${yamlWord(term)}, "…"]` : '["…"]');
      const [near] = nearest;
      const hint = near ? `, nearest: ${headingOf(knowledge, near[0])} (${near[0]})` : '';
      return `  # ${count} questions${hint}\n  - { en: ${list('en')}, fr: ${list('fr')} }`;
    })
    .join('\n');
}

function nearestOf({ nearest }: UnansweredQuestion): string | undefined {
  return nearest && `${nearest.entry}#${nearest.section}`;
}

/** The section may be gone since. */
function headingOf(knowledge: Knowledge, key: string): string {
  const [entry = '', section = ''] = key.split('#');
  return knowledge.section(entry, section, 'en')?.heading ?? '–';
}

function countBy(keys: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted(([a, times], [b, more]) => more - times || (a < b ? -1 : 1));
}

/** What strangers wrote must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
}

function yamlWord(word: string): string {
  return /^\p{L}[\p{L}\p{N} -]*$/u.test(word) ? word : JSON.stringify(word);
}
