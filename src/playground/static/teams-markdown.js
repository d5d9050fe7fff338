/**
 * The Markdown that a Teams TextBlock understands → HTML: bold, italic, links, lists and backslash
 * escapes. Microsoft's renderer takes a string, so every character of the text is escaped here.
 */
import { safeAddress } from './dom.js';

const punctuation = /[!-/:-@[-`{-~]/;

/**
 * @param {string} markdown
 * @returns {string}
 */
export function teamsMarkdown(markdown) {
  /** @type {{ tag: 'p' | 'ul' | 'ol', lines: string[], start?: string }[]} */
  const parts = [];
  let isNew = true;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      isNew = true;
      continue;
    }
    const bullet = /^\s*[-*+]\s+(.*)$/s.exec(line);
    const numbered = /^\s*(\d{1,9})[.)]\s+(.*)$/s.exec(line);
    const tag = bullet ? 'ul' : numbered ? 'ol' : 'p';
    const last = parts.at(-1);
    const content = inlineMarkdown(bullet?.[1] ?? numbered?.[2] ?? line.trim());
    // A list goes on after an empty line; a paragraph does not.
    if (last && last.tag === tag && (tag !== 'p' || !isNew)) last.lines.push(content);
    else parts.push({ tag, lines: [content], ...(numbered?.[1] && { start: numbered[1] }) });
    isNew = false;
  }
  return parts
    .map(({ tag, lines, start }) => {
      if (tag === 'p') return `<p>${lines.join('<br>')}</p>`;
      const attribute = start && start !== '1' ? ` start="${start}"` : '';
      return `<${tag}${attribute}>${lines.map((line) => `<li>${line}</li>`).join('')}</${tag}>`;
    })
    .join('');
}

/** @param {string} text @returns {string} */
function inlineMarkdown(text) {
  let html = '';
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    if (rest.startsWith('\\') && punctuation.test(rest[1] ?? '')) {
      html += escapeHtml(rest[1] ?? '');
      at += 2;
      continue;
    }
    const step = readLink(rest) ?? readStrong(rest) ?? readEmphasis(rest, text[at - 1] ?? ' ');
    html += step?.html ?? escapeHtml(rest[0] ?? '');
    at += step?.length ?? 1;
  }
  return html;
}

/** @typedef {{ html: string, length: number } | undefined} Step */

/** @param {string} rest @returns {Step} */
function readLink(rest) {
  const match = /^\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^\s()\\]|\([^\s()]*\))*)\)/.exec(rest);
  if (!match) return undefined;
  const [whole, label = '', target = ''] = match;
  const address = safeAddress(target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/^<|>$/g, ''));
  if (!address) return undefined;
  const link = `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${inlineMarkdown(label)}</a>`;
  return { html: link, length: whole.length };
}

/** @param {string} rest @returns {Step} */
function readStrong(rest) {
  const both = /^\*\*\*(?=[^\s*])((?:\\.|[^\\*])+)\*\*\*/.exec(rest);
  if (both)
    return { html: `<em><strong>${inlineMarkdown(both[1] ?? '')}</strong></em>`, length: both[0].length };
  const match = /^(\*\*|__)(?=\S)((?:\\.|[^\\])*?[^\s\\]|\\.)\1/.exec(rest);
  return match
    ? { html: `<strong>${inlineMarkdown(match[2] ?? '')}</strong>`, length: match[0].length }
    : undefined;
}

/** @param {string} rest @param {string} before @returns {Step} */
function readEmphasis(rest, before) {
  if (rest[0] === '_' && /[\p{L}\p{N}]/u.test(before)) return undefined;
  const match = /^([*_])(?=[^\s*_])((?:\\.|[^\\*_])*?[^\s\\*_]|\\.)\1(?![\p{L}\p{N}])/u.exec(rest);
  return match ? { html: `<em>${inlineMarkdown(match[2] ?? '')}</em>`, length: match[0].length } : undefined;
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
