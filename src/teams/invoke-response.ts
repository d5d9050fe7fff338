/** What a click or another request gets back; the HTTP status is 200, as Microsoft asks. */
import type { InvokeResponse } from 'botbuilder';

/**
 * The card itself stays as it is, so that its other buttons remain. The message is never empty:
 * Teams takes an empty one for a failure, says that the app cannot be reached and clicks again.
 */
export function messageResponse(text: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

/** The HTTP status stays 200, as Microsoft asks of every invoke that the bot has seen. */
export function errorResponse(code: string, message: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code, message } },
  };
}
