/** JSON as one reads it: coloured, measured, ready to copy. */
import { h, outsideLink } from './dom.js';
import { number, t } from './strings.js';

/** A string (a key when a colon follows), a literal, or a number. */
const token = /("(?:\\.|[^"\\])*"?)(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * @param {unknown} value
 * @param {{ measure: string, link?: { address: string, label: string } }} about
 * @returns {HTMLElement[]}
 */
export function jsonView(value, { measure, link }) {
  const source = JSON.stringify(value, null, 2);
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  const copy = h('button', { type: 'button', class: 'quiet', 'data-t': 'json.copy' }, t('json.copy'));
  const said = h('span', { role: 'status', class: 'json-said' });
  copy.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(source).then(
      () => true,
      () => false,
    );
    said.textContent = t(copied ? 'json.copied' : 'json.notCopied');
    setTimeout(() => said.replaceChildren(), 3000);
  });
  const size = h('span', { class: 'json-size' }, `${measure} · ${number(bytes)} ${t('json.bytes')}`);
  const links = link ? [outsideLink(link.address, { class: 'quiet' }, link.label)] : [];
  return [
    h('div', { class: 'json-bar' }, size, said, copy, ...links),
    h('pre', { class: 'json', tabindex: 0 }, h('code', {}, ...coloured(source))),
  ];
}

/** @param {string} source */
function coloured(source) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of source.matchAll(token)) {
    const [whole, string, colon] = match;
    const kind = string ? (colon ? 'key' : 'string') : /^[tfn]/.test(whole) ? 'literal' : 'number';
    parts.push(
      source.slice(end, match.index),
      h('span', { class: `json-${kind}` }, string ?? whole),
      colon ?? '',
    );
    end = match.index + whole.length;
  }
  parts.push(source.slice(end));
  return parts;
}
