/** Asks the server; every failure becomes an error whose message may be shown. */
import { shownLanguage, t } from './strings.js';

/** @typedef {import('./types.d.ts').Answer} Answer */
/** @typedef {import('./types.d.ts').WireCall} WireCall */

/** One conversation per tab and visit: the server remembers its turns under this id. */
let conversation = newConversationId();

export function forgetConversation() {
  conversation = newConversationId();
}

/** `crypto.randomUUID` is missing where the page was opened over plain http from another machine. */
function newConversationId() {
  if (isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * @param {string} text
 * @returns {Promise<Answer>}
 */
export function ask(text) {
  return request('/playground/ask', { text, language: shownLanguage(), conversation });
}

/**
 * @param {WireCall} call
 * @returns {Promise<Answer>}
 */
export function press(call) {
  return request('/playground/call', { call, conversation });
}

/** @returns {Promise<{ language: import('./types.d.ts').Language, suggestions: import('./types.d.ts').Suggestion[] }>} */
export function start() {
  return request(`/playground/start?language=${shownLanguage()}`);
}

/**
 * @param {string} address
 * @param {object} [body]
 */
async function request(address, body) {
  const headers = { 'Accept-Language': shownLanguage(), 'Content-Type': 'application/json' };
  let response;
  try {
    response = await fetch(
      address,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    );
  } catch {
    throw new Error(t('turn.failed'));
  }
  const data = await response.json().catch(() => undefined);
  if (response.ok && data) return data;
  throw new Error(data?.error?.message ?? t('turn.failed'));
}
