/** One thing wrong in the content, told so that a writer can mend it. */
export interface Problem {
  readonly file: string;
  /** 1-based; 0 where the problem is the file itself. */
  readonly line: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export function problemText(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`;
}

/** Thrown when content cannot be used; its message lists every error with file, line and expectation. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}
