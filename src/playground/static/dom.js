/**
 * The page is built from nodes and text, never from strings of HTML, so nothing that a person or a
 * file wrote can become markup.
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [attributes]
 *   a function listens to the event of its name; `false` and `undefined` leave the attribute out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : `${value}`);
  }
  element.append(...children);
  return element;
}

/**
 * The address if a card may link to it, so that `javascript:` and its kin stay words.
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function safeAddress(address) {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(address).protocol) ? address : undefined;
}

/**
 * @param {string} address
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function outsideLink(address, attributes, ...children) {
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer', ...attributes }, ...children);
}

/**
 * A picture of another host, which the page does not load: its words, and the way to it.
 * @param {string} alt
 * @param {unknown} address
 */
export function pictureFrame(alt, address) {
  const target = safeAddress(address);
  const caption = h('span', {}, alt);
  return h('span', { class: 'picture' }, target ? outsideLink(target, {}, caption) : caption);
}
