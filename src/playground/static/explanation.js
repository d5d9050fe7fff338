/** Why the answer was given: the same reasons as `--explain` in the terminal, laid out to be read. */
import { h, outsideLink, safeAddress } from './dom.js';
import { number, t } from './strings.js';

/** @typedef {import('./types.d.ts').Answer} Answer */

/**
 * @param {Answer} answer
 * @returns {HTMLElement[]}
 */
export function explanationView({ reply, explanation }) {
  const { language, corrections, entities, candidates, hits } = explanation;
  return [
    h('p', { class: 'why-decision' }, h('strong', {}, t('why.decision')), ' ', reason(explanation.decision)),
    h(
      'dl',
      { class: 'why-list' },
      ...row(t('why.confidence'), meter(explanation.confidence)),
      ...row(t('why.language'), `${t(`language.${language.chosen}`)} — `, reason(language.because)),
      ...row(t('why.normalised'), code(explanation.normalised)),
      ...rows(t('why.corrections'), corrections, ({ from, to }) => [code(from), ' → ', code(to)]),
      ...rows(t('why.unknown'), explanation.unknownWords, (word) => [code(word)]),
      ...rows(t('why.inherited'), explanation.inherited, (item) => [code(item)]),
      ...rows(t('why.entries'), reply.entries, (entry) => [code(entry)]),
      ...rows(t('why.sources'), reply.sources, source),
    ),
    table(
      t('why.entities'),
      [t('why.words'), t('why.kind'), t('why.id')],
      entities.map((entity) => [entity.words, entity.kind, code(entity.id)]),
    ),
    table(
      t('why.candidates'),
      [t('why.intent'), t('why.score'), t('why.because')],
      candidates.map(({ intent, score, because }) => [
        code(intent),
        number(score, twoDigits),
        reason(because),
      ]),
    ),
    table(
      t('why.hits'),
      [t('why.passage'), t('why.score'), t('why.confidence')],
      hits.map((hit) => [code(hit.passage), number(hit.score, twoDigits), meter(hit.confidence)]),
    ),
  ];
}

const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** @param {string} label @param {...(Node | string)} content */
function row(label, ...content) {
  return [h('dt', {}, label), h('dd', {}, ...content)];
}

/**
 * @template T
 * @param {string} label
 * @param {readonly T[]} items
 * @param {(item: T) => (Node | string)[]} show
 */
function rows(label, items, show) {
  if (items.length === 0) return [];
  return row(label, h('ul', { class: 'why-items' }, ...items.map((item) => h('li', {}, ...show(item)))));
}

/** @param {string} address @returns {(Node | string)[]} */
function source(address) {
  return safeAddress(address) ? [outsideLink(address, {}, address)] : [address];
}

/** Reasons are written for who looks after the bot, in English whatever the page speaks. @param {string} text */
function reason(text) {
  return h('span', { lang: 'en' }, text);
}

/** @param {string} text */
function code(text) {
  return h('code', {}, text);
}

/** A share of one as a bar and a figure. @param {number} value */
function meter(value) {
  const bar = h('span', { class: 'meter-bar' });
  bar.style.width = `${Math.round(Math.min(Math.max(value, 0), 1) * 100)}%`;
  return h(
    'span',
    { class: 'meter' },
    h('span', { class: 'meter-track', 'aria-hidden': 'true' }, bar),
    number(value, { style: 'percent' }),
  );
}

/** @param {string} caption @param {readonly string[]} columns @param {readonly (readonly (Node | string)[])[]} cells */
function table(caption, columns, cells) {
  const heading = h('caption', {}, caption);
  if (cells.length === 0) return h('p', { class: 'why-none' }, h('strong', {}, caption), ' ', t('why.none'));
  return h(
    'div',
    { class: 'why-table', role: 'region', 'aria-label': caption, tabindex: 0 },
    h(
      'table',
      {},
      heading,
      h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
      h('tbody', {}, ...cells.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, cell))))),
    ),
  );
}
