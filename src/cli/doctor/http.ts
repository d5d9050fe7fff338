/** Requests of the doctor: bounded in time and size, and told in plain words when they fail. */
const longestWait = 5_000;
const longestBody = 100_000;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it is a JSON object; an empty one otherwise. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** @returns the system's word for what went wrong where there was no answer */
export async function send(
  url: URL,
  init: RequestInit = {},
): Promise<HttpAnswer | { readonly failure: string }> {
  try {
    const signal = AbortSignal.timeout(longestWait);
    const response = await fetch(url, { redirect: 'manual', ...init, signal });
    const text = (await response.text()).slice(0, longestBody);
    return { status: response.status, headers: response.headers, body: objectOf(text) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

export function unreachable(url: URL, failure: string): string {
  return `${url.host} cannot be reached (${failure})`;
}

export const tryNetwork = 'Look at the network, the proxy and the firewall: HTTPS to this host must be open.';

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown cause';
  if (error.name === 'TimeoutError') return `no answer within ${longestWait / 1_000} seconds`;
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : error.name;
}
