/** What a Workflows webhook answers → what becomes of a message: the one table. */
import type { SendResult } from '../notifications/sender.ts';

/** What of a response counts. */
export interface WebhookAnswer {
  readonly status: number;
  /** The code in the body of an error, such as `WorkflowTriggerIsNotEnabled`. */
  readonly code?: string;
  /** Milliseconds. */
  readonly retryAfter?: number;
  /** Of the workflow's run, to find it again in its history. */
  readonly runId?: string;
}

/**
 * A workflow says 202 when it has taken the message; what it does afterwards, nobody tells. Any other
 * 4xx is about the webhook (switched off, deleted, signature withdrawn) and stays so until somebody mends it.
 * Behind a gateway that gave up (502, 504) the message may have been taken: it is not sent twice.
 */
export function resultOfAnswer({ status, code, retryAfter, runId = '' }: WebhookAnswer): SendResult {
  const reason = code ?? `HTTP ${status}`;
  if (status >= 200 && status < 300) return { type: 'sent', messageId: runId, status };
  if (status === 413) return { type: 'fail', reason, status };
  if (status === 429) {
    return { type: 'retry', reason, status, ...(retryAfter !== undefined && { after: retryAfter }) };
  }
  if (status === 408 || status === 500 || status === 503) return { type: 'retry', reason, status };
  if (status < 500) return { type: 'suspend', reason, status };
  return { type: 'fail', reason: `in doubt: ${reason}`, status };
}

/** Errors of the network that come before anything of the message left. */
const neverLeft =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|UNABLE_TO_\w+)$/;

/** Where a message may have left and nobody can be asked, a person decides (`--resend-failures`). */
export function resultOfFault(error: unknown): SendResult {
  const code = codeOf(error);
  return neverLeft.test(code)
    ? { type: 'retry', reason: code }
    : { type: 'fail', reason: `in doubt: ${code}` };
}

/** A code or a class, never a message: it may quote the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause: unknown = error.cause;
  const code =
    cause instanceof Error && 'code' in cause ? cause.code : 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,80}$/.test(code) ? code : error.name;
}
