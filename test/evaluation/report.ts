/** Results → what the command prints. */
import { longestText } from '../../src/cli/print.ts';
import { kinds, parts } from './items.ts';
import type { Result } from './run.ts';
import { type Verdict, verdicts } from './score.ts';

/** The figures the floors in `floors.ts` are about, as shares from 0 to 1. */
export function figures(results: readonly Result[]): { inScopeRight: number; falseAnswers: number } {
  const refusals = results.filter(({ item }) => isRefusal(item.expect));
  return {
    inScopeRight: share(results.filter(({ item }) => item.expect.answered).map(isRight)),
    falseAnswers: share(refusals.map(({ verdict }) => verdict === 'false answer')),
  };
}

export function summary(results: readonly Result[]): string {
  const inScope = results.filter(({ item }) => item.expect.answered);
  const refusals = results.filter(({ item }) => isRefusal(item.expect));
  const open = results.filter(({ item }) => item.expect.either);
  const groups = [
    ['all', results],
    ...parts
      .map((part) => [part, results.filter((result) => result.part === part)] as const)
      .filter(([, group]) => group.length > 0 && group.length < results.length),
  ] as const;
  const late = inScope.filter((result) => isRight(result) && result.late.length > 0);
  const lateListed = late.filter(({ item }) => ['list', 'comparison', 'how-to'].includes(item.kind));
  return [
    heading('Accuracy'),
    ...groups.map(([name, group]) => accuracyLine(name, group)),
    heading('In scope'),
    ...groups.map(([name, group]) => {
      const counted = group.filter(({ item }) => item.expect.answered);
      return line(name, verdictCounts(counted));
    }),
    heading('Out of scope'),
    ...groups.map(([name, group]) => {
      const counted = group.filter(({ item }) => isRefusal(item.expect));
      const wrong = counted.filter(({ verdict }) => verdict === 'false answer').length;
      return line(name, `${wrong} false answers of ${counted.length} (${percent(wrong, counted.length)})`);
    }),
    line(
      'either is fine',
      `${right(open)} right, ${open.filter(({ answered }) => answered).length} answered`,
    ),
    heading('By language'),
    ...(['en', 'fr'] as const).flatMap((language) => [
      accuracyLine(
        `${language} in scope`,
        inScope.filter(({ item }) => item.language === language),
      ),
      accuracyLine(
        `${language} refusals`,
        refusals.filter(({ item }) => item.language === language),
      ),
    ]),
    heading('By kind'),
    ...kinds.map((kind) =>
      accuracyLine(
        kind,
        results.filter(({ item }) => item.kind === kind),
      ),
    ),
    heading('By turn'),
    accuracyLine(
      'follow-ups, two turns',
      inScope.filter(({ item }) => item.context?.length === 1),
    ),
    accuracyLine(
      'follow-ups, more',
      inScope.filter(({ item }) => (item.context?.length ?? 0) > 1),
    ),
    heading('Form'),
    line(
      `over ${longestText} characters`,
      String(results.filter(({ answered, length }) => answered && length > longestText).length),
    ),
    line(
      'right, but a fact comes after two sentences',
      `${late.length}, of these ${lateListed.length} lists, comparisons and how-tos`,
    ),
    heading('Slowest'),
    ...results
      .toSorted((one, other) => other.ms - one.ms)
      .slice(0, 5)
      .map(({ ms, item }) => `  ${ms.toFixed(1).padStart(7)} ms  ${item.id}  ${item.question}`),
  ].join('\n');
}

export function failures(results: readonly Result[]): string {
  return results
    .filter((result) => !isRight(result))
    .map((result) => {
      const { item } = result;
      return [
        `${item.id} [${result.part}] ${result.verdict}: ${[...(item.context ?? []), item.question].join(' → ')}`,
        `  expected    ${expectation(result)}`,
        `  got         ${result.answered ? 'answered' : 'not answered'} (${result.language}), ${result.intent}, confidence ${result.confidence.toFixed(3)}, ${result.entries.join(' ') || 'no entries'}`,
        `  decision    ${result.decision}`,
        `  text        ${result.text.replace(/\s+/g, ' ').slice(0, 120)}`,
      ].join('\n');
    })
    .join('\n');
}

function expectation({ item, missing }: Result): string {
  const { answered, either, entries = [] } = item.expect;
  if (!answered && !either) return 'no answer';
  return [
    either ? 'no answer, or one' : 'an answer',
    entries.length > 0 && `from ${entries.join(' or ')}`,
    missing.length > 0 && `with ${missing.map((fact) => `/${fact}/`).join(' and ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What of a result is written to a file, to compare with later. */
export interface Saved {
  readonly id: string;
  readonly verdict: Verdict;
}

/** @param base the results of an earlier run, as `--json` wrote them */
export function comparison(base: readonly Saved[], results: readonly Result[]): string {
  const before = new Map(base.map(({ id, verdict }) => [id, verdict]));
  const changed = results
    .map((result) => ({ result, was: before.get(result.item.id) }))
    .filter(({ result, was }) => was !== undefined && (was === 'right') !== isRight(result));
  const gained = changed.filter(({ result }) => isRight(result));
  const lost = changed.filter(({ result }) => !isRight(result));
  const added = results.filter(({ item }) => !before.has(item.id)).length;
  return [
    heading(`Compared: ${gained.length} gained, ${lost.length} lost, ${added} new`),
    ...gained.map(({ result, was }) => `  + ${result.item.id} (was ${was})  ${result.item.question}`),
    ...lost.map(({ result }) => `  - ${result.item.id} (${result.verdict})  ${result.item.question}`),
  ].join('\n');
}

function isRefusal({ answered, either }: Result['item']['expect']): boolean {
  return !answered && !either;
}

function isRight({ verdict }: Result): boolean {
  return verdict === 'right';
}

function right(results: readonly Result[]): number {
  return results.filter(isRight).length;
}

function share(values: readonly boolean[]): number {
  return values.length === 0 ? 0 : values.filter(Boolean).length / values.length;
}

function percent(count: number, total: number): string {
  return total === 0 ? 'none' : `${((100 * count) / total).toFixed(1)} %`;
}

function accuracyLine(name: string, results: readonly Result[]): string {
  const correct = right(results);
  return line(name, `${percent(correct, results.length).padStart(7)}  ${correct} of ${results.length}`);
}

function verdictCounts(results: readonly Result[]): string {
  return verdicts
    .filter((verdict) => verdict !== 'false answer')
    .map((verdict) => {
      const count = results.filter((result) => result.verdict === verdict).length;
      return `${verdict} ${count} (${percent(count, results.length)})`;
    })
    .join(', ');
}

function heading(text: string): string {
  return `\n${text}`;
}

function line(name: string, value: string): string {
  return `  ${name.padEnd(22)} ${value}`;
}
