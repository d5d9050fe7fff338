/**
 * Posts to a response address. Node's `fetch` would do, but takes three times the processor time of
 * Node's own client for a message of a kilobyte, and that for every command that is answered.
 */
import { request as requestPlainly } from 'node:http';
import { request as requestSafely } from 'node:https';

/** Slack says `ok`, or one word why not. */
const longestAnswer = 64 * 1024;

/**
 * What Bolt's `respond` asks of `fetch`: a POST of text. No redirection is followed.
 *
 * @param timeout milliseconds until the whole answer has to be there
 * @throws what the system says (`ECONNREFUSED`), or a `TimeoutError` as of `fetch`
 */
export async function postToResponseAddress(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Response> {
  const url = new URL(address);
  const { status, statusText, text } = await post(url, body, headers, timeout);
  // An answer of these statuses has no body, and may not even have an empty one.
  return new Response(text === '' ? null : text, { status, statusText });
}

interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Answer> {
  const send = url.protocol === 'http:' ? requestPlainly : requestSafely;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    const timer = setTimeout(() => {
      request.destroy(new DOMException('no answer in time', 'TimeoutError'));
    }, timeout);
    request.once('close', () => clearTimeout(timer));
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        if (text.length > longestAnswer) response.destroy(new Error('answer too long'));
      });
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', text });
      });
    });
    request.end(body);
  });
}
