/**
 * Block Kit → DOM, as Slack's client draws the blocks our messages are made of. Any other block is
 * named on the page rather than left out: the playground never shows less than would be sent.
 */
import { h, outsideLink, pictureFrame, safeAddress } from './dom.js';
import { t } from './strings.js';

/** @typedef {import('./types.d.ts').SlackNode} SlackNode */
/** @typedef {import('./types.d.ts').Press} Press */

/**
 * @param {readonly SlackNode[]} blocks
 * @param {Press} press
 * @returns {HTMLElement[]}
 */
export function slackBlocks(blocks, press) {
  return blocks.map((block) => {
    switch (block.type) {
      case 'header':
        return h('h3', { class: 'slack-header' }, plainText(block.text));
      case 'context':
        return h('div', { class: 'slack-context' }, ...nodes(block.elements).map(contextElement));
      case 'divider':
        return h('hr', { class: 'slack-divider' });
      case 'image':
        return pictureFrame(`${block.alt_text ?? ''}`, block.image_url);
      case 'actions':
        return h(
          'div',
          { class: 'slack-actions' },
          ...nodes(block.elements).map((each) => control(each, press)),
        );
      case 'rich_text':
        return h('div', { class: 'slack-rich' }, ...richText(block));
      case 'table':
        return table(block);
      default:
        return unknown(block);
    }
  });
}

/** @param {unknown} value @returns {SlackNode[]} */
function nodes(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} object a `plain_text` object */
function plainText(object) {
  const { type, text } = /** @type {{ type?: string, text?: string }} */ (object ?? {});
  return type === 'plain_text' ? `${text ?? ''}` : `${t('slack.unknown')} ${type}`;
}

/** @param {SlackNode} element */
function contextElement(element) {
  return element.type === 'plain_text' ? h('span', {}, plainText(element)) : unknown(element);
}

/** @param {SlackNode} element @param {Press} press @returns {HTMLElement} */
function control(element, press) {
  if (element.type !== 'button') return unknown(element);
  const label = plainText(element.text);
  const style = element.style === 'primary' || element.style === 'danger' ? ` slack-${element.style}` : '';
  const attributes = { class: `slack-button${style}` };
  const address = safeAddress(element.url);
  if (address) return outsideLink(address, attributes, label);
  return h(
    'button',
    { type: 'button', ...attributes, click: () => press(readValue(element.value), label) },
    label,
  );
}

/** A button's value is a call in its wire form; the server judges whether it really is. @param {unknown} value */
function readValue(value) {
  try {
    return JSON.parse(`${value}`);
  } catch {
    return value;
  }
}

/** @param {SlackNode} block @returns {HTMLElement[]} */
function richText(block) {
  return nodes(block.elements).map((element) => {
    if (element.type === 'rich_text_section') return h('p', {}, ...nodes(element.elements).map(run));
    if (element.type === 'rich_text_quote') {
      return h('blockquote', { class: 'slack-quote' }, ...nodes(element.elements).map(run));
    }
    if (element.type !== 'rich_text_list') return unknown(element);
    const items = nodes(element.elements).map((item) => h('li', {}, ...nodes(item.elements).map(run)));
    return element.style === 'ordered' ? h('ol', {}, ...items) : h('ul', {}, ...items);
  });
}

/** @param {SlackNode} node @returns {Node | string} */
function run(node) {
  const style = /** @type {{ bold?: boolean, italic?: boolean, strike?: boolean, code?: boolean }} */ (
    node.style ?? {}
  );
  let result = runContent(node);
  if (style.code) result = h('code', {}, result);
  if (style.strike) result = h('s', {}, result);
  if (style.italic) result = h('em', {}, result);
  if (style.bold) result = h('strong', {}, result);
  return result;
}

/** @param {SlackNode} node @returns {Node | string} */
function runContent(node) {
  if (node.type === 'text') return `${node.text ?? ''}`;
  if (node.type === 'user') return h('span', { class: 'slack-mention' }, `@${node.user_id}`);
  if (node.type === 'channel') return h('span', { class: 'slack-mention' }, `#${node.channel_id}`);
  if (node.type !== 'link') return unknown(node);
  const label = `${node.text ?? node.url ?? ''}`;
  const address = safeAddress(node.url);
  return address ? outsideLink(address, {}, label) : label;
}

/** The first row names the columns, the first column the row. @param {SlackNode} block */
function table(block) {
  const rows = /** @type {SlackNode[][]} */ (/** @type {unknown} */ (nodes(block.rows)));
  const settings = /** @type {({ align?: string } | null)[]} */ (
    /** @type {unknown} */ (nodes(block.column_settings))
  );
  const [head = [], ...body] = rows.map((row, rowIndex) =>
    row.map((cell, column) => {
      const align = settings[column]?.align ?? 'left';
      const content = cell.type === 'rich_text' ? richText(cell) : [`${cell.text ?? ''}`];
      if (rowIndex === 0) return h('th', { scope: 'col', class: `align-${align}` }, ...content);
      if (column === 0) return h('th', { scope: 'row', class: `align-${align}` }, ...content);
      return h('td', { class: `align-${align}` }, ...content);
    }),
  );
  return h(
    'div',
    { class: 'slack-table', role: 'region', 'aria-label': t('slack.table'), tabindex: 0 },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head)),
      h('tbody', {}, ...body.map((cells) => h('tr', {}, ...cells))),
    ),
  );
}

/** @param {SlackNode} node */
function unknown(node) {
  return h('span', { class: 'slack-unknown' }, `${t('slack.unknown')} ${node.type}`);
}
