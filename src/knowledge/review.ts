import { dayOf, reviewOverdue } from './freshness.ts';
import type { Knowledge } from './knowledge.ts';
import { languages } from './language.ts';
import type { Problem } from './problems.ts';
import type { PartialDate } from './types.ts';

/** What a day makes of the content: reviews that are overdue, dates that lie ahead of what they say. */
export function checkDates(knowledge: Knowledge, now: Date): Problem[] {
  const problems: Problem[] = [];
  const today = dayOf(now);
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      const items = [
        ...entry.facts.map((fact) => ({ ...fact, what: `the fact ${fact.attribute}`, line: 1 })),
        ...entry.sections.map((section) => ({ ...section, what: `the section ${section.id}` })),
      ];
      for (const item of items) {
        const problem = (severity: Problem['severity'], message: string) =>
          problems.push({ file: entry.file, line: item.line, message: `${item.what}: ${message}`, severity });
        if (isAfter(item.asOf, today)) problem('error', `as_of ${item.asOf} lies in the future`);
        if (item.reviewBy && isAfter(item.asOf, item.reviewBy)) {
          problem('error', `review_by ${item.reviewBy} is before as_of ${item.asOf}`);
        }
        if (reviewOverdue(item, now)) {
          problem('warning', `the review was due by ${item.reviewBy}: look it up again and move the date`);
        }
      }
      for (const { id, date } of uniqueSources(entry)) {
        if (date && isAfter(date, today)) {
          problems.push({
            file: entry.file,
            line: 1,
            message: `the source ${id}: ${date} lies in the future`,
            severity: 'error',
          });
        }
      }
    }
  }
  return problems;
}

/** Whether a date is later than another, as far as both are known: 2026 is not later than 2026-03. */
function isAfter(date: PartialDate, other: PartialDate): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

function uniqueSources(entry: { facts: readonly Sourced[]; sections: readonly Sourced[] }) {
  const sources = [...entry.facts, ...entry.sections].flatMap((item) => item.sources);
  return new Map(sources.map((source) => [source.id, source])).values();
}

interface Sourced {
  readonly sources: readonly { readonly id: string; readonly date?: PartialDate }[];
}
