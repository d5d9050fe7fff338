import type { Coverage } from '../knowledge/coverage.ts';
import { dayOf, reviewOverdue } from '../knowledge/freshness.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { otherLanguage } from '../knowledge/language.ts';
import type { Problem } from '../knowledge/problems.ts';
import type { Entry } from '../knowledge/types.ts';
import { align } from './table.ts';

/** The content in figures: one row an entry, then the totals, the coverage and what is missing. */
export function reportTable(
  knowledge: Knowledge,
  coverage: Coverage,
  problems: readonly Problem[],
  now: Date,
): string {
  const rows = knowledge.all('en').map((entry) => rowOf(knowledge, entry, now));
  const header = ['entry', 'kind', 'sections', 'facts', 'questions en', 'questions fr', 'overdue'];
  const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0));
  const totals = ['total', `${rows.length} entries`, sum(2), sum(3), sum(4), sum(5), sum(6)];
  const missing = (['en', 'fr'] as const).flatMap((language) =>
    knowledge.ids
      .filter((id) => !knowledge.entry(id, language))
      .map((id) => `${id} (${language}, exists in ${otherLanguage(language)})`),
  );
  return [
    `Content on ${dayOf(now)}, version ${knowledge.version}`,
    '',
    align([header, ...rows, totals]),
    '',
    `Facts of the sheets: ${coverage.told} of ${coverage.total} told, ${coverage.leftOut} left out with a reason`,
    `Missing translations: ${missing.length > 0 ? missing.join(', ') : 'none'}`,
    `Problems: ${problems.filter((p) => p.severity === 'error').length} errors, ${problems.filter((p) => p.severity === 'warning').length} warnings`,
  ].join('\n');
}

function rowOf(knowledge: Knowledge, entry: Entry, now: Date): string[] {
  const asks = (candidate: Entry | undefined) =>
    candidate?.sections.reduce((total, section) => total + section.asks.length, 0) ?? 0;
  const overdue = [...entry.facts, ...entry.sections].filter((item) => reviewOverdue(item, now)).length;
  return [
    entry.id,
    entry.kind,
    String(entry.sections.length),
    String(entry.facts.length),
    String(asks(entry)),
    String(asks(knowledge.entry(entry.id, 'fr'))),
    String(overdue),
  ];
}
