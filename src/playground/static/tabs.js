/**
 * Tabs as the ARIA pattern describes them: arrow keys, Home and End move and select; only the
 * selected tab is in the tab order. A panel is filled when it is first seen.
 */
import { h } from './dom.js';
import { t } from './strings.js';

/** @typedef {import('./strings.js').StringId} StringId */
/** @typedef {{ id: string, label: StringId, fill: (panel: HTMLElement) => void }} View */

let created = 0;

/**
 * @param {readonly View[]} views
 * @param {string} selected the id of the view to show first
 * @param {(id: string) => void} onChosen told when the person chooses a view
 */
export function tabs(views, selected, onChosen) {
  created += 1;
  const prefix = `tabs-${created}`;
  const list = h('div', {
    role: 'tablist',
    class: 'tabs',
    'data-t-label': 'answer.views',
    'aria-label': t('answer.views'),
    keydown: (event) => onKey(/** @type {KeyboardEvent} */ (event)),
  });
  const panels = h('div', { class: 'panels' });
  /** @type {Map<string, { tab: HTMLButtonElement, panel: HTMLElement, view: View }>} */
  const parts = new Map();

  for (const view of views) {
    const tab = h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        id: `${prefix}-tab-${view.id}`,
        'aria-controls': `${prefix}-panel-${view.id}`,
        'data-t': view.label,
        'data-view': view.id,
        click: () => choose(view.id),
      },
      t(view.label),
    );
    const panel = h('div', {
      role: 'tabpanel',
      class: `panel panel-${view.id}`,
      id: `${prefix}-panel-${view.id}`,
      'aria-labelledby': tab.id,
      tabindex: 0,
    });
    parts.set(view.id, { tab, panel, view });
    list.append(tab);
    panels.append(panel);
  }
  show(parts.has(selected) ? selected : (views[0]?.id ?? ''));
  return { list, panels, refill };

  /** @param {string} id */
  function show(id) {
    for (const [name, { tab, panel, view }] of parts) {
      const isSelected = name === id;
      tab.setAttribute('aria-selected', `${isSelected}`);
      tab.tabIndex = isSelected ? 0 : -1;
      panel.hidden = !isSelected;
      if (isSelected && panel.childElementCount === 0) view.fill(panel);
    }
  }

  /** @param {string} id */
  function choose(id) {
    show(id);
    onChosen(id);
    parts.get(id)?.tab.focus();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    // A view that the width leaves no room for is not offered to the keys either.
    const names = [...parts].filter(([, { tab }]) => tab.offsetParent !== null).map(([name]) => name);
    const current = names.findIndex((name) => parts.get(name)?.tab === document.activeElement);
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: names.length - 1 }[
      event.key
    ];
    const name = next === undefined ? undefined : names.at(next % names.length);
    if (name === undefined) return;
    event.preventDefault();
    choose(name);
  }

  /**
   * Draws panels anew that were drawn already, after what they depend on has changed.
   * @param {readonly string[]} ids
   */
  function refill(ids) {
    for (const id of ids) {
      const part = parts.get(id);
      if (!part || part.panel.childElementCount === 0) continue;
      part.panel.replaceChildren();
      if (!part.panel.hidden) part.view.fill(part.panel);
    }
  }
}
