/** What the log may know of an error: kind, code and place, never a message, which can quote anything. */

export interface Cause {
  readonly error: string;
  readonly code?: string;
  readonly status?: number;
  readonly at?: string;
}

export function causeOf(error: unknown): Cause {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  return { error: error.name, ...(code && { code }), ...(status && { status }), ...(at && { at }) };
}
