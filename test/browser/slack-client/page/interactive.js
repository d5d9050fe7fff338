/**
 * Block Kit with everything a person can use in it: buttons, thumbs, menus, and the inputs of a window.
 * What only says something is drawn by the playground's own renderer.
 */
import { h } from './dom.js';
import { slackBlocks } from './slack-blocks.js';

/**
 * @typedef {Record<string, any>} Part a block or an element of one, as the bot sent it
 * @typedef {(blockId: string, action: Part) => void} Use
 * @typedef {{ people: Record<string, string>, conversations: { id: string, name: string, person?: string }[] }} Directory
 */

/**
 * @param {readonly Part[]} blocks
 * @param {Use} use called when somebody clicks or chooses
 * @param {Directory} directory
 * @param {Record<string, string>} [errors] by block
 */
export function interactiveBlocks(blocks, use, directory, errors = {}) {
  return blocks.flatMap((block) => {
    const onUse = (/** @type {Part} */ action) => use(block.block_id ?? '', action);
    switch (block.type) {
      case 'actions':
        return [
          h(
            'div',
            { class: 'slack-actions' },
            ...block.elements.map((/** @type {Part} */ each) => control(each, onUse, directory)),
          ),
        ];
      case 'context_actions':
        return [
          h(
            'div',
            { class: 'slack-actions' },
            ...block.elements.flatMap((/** @type {Part} */ each) => thumbs(each, onUse)),
          ),
        ];
      case 'section':
        return [
          h(
            'div',
            { class: 'section' },
            h('p', {}, words(block.text, directory)),
            ...(block.accessory ? [control(block.accessory, onUse, directory)] : []),
          ),
        ];
      case 'context':
        return [
          h(
            'div',
            { class: 'slack-context' },
            ...block.elements.map((/** @type {Part} */ each) => h('span', {}, words(each, directory))),
          ),
        ];
      case 'input':
        return [field(block, directory, errors[block.block_id])];
      default:
        return withNames(
          slackBlocks([/** @type {any} */ (block)], () => {}),
          directory,
        );
    }
  });
}

/** Mentions of people and channels carry ids, which nobody reads. @param {HTMLElement[]} drawn @param {Directory} directory */
function withNames(drawn, directory) {
  for (const mention of drawn.flatMap((each) => [...each.querySelectorAll('.slack-mention')])) {
    mention.textContent = named(`<${mention.textContent}>`, directory);
  }
  return drawn;
}

/** A text object; mentions carry names. @param {Part} text @param {Directory} directory */
export function words(text, directory) {
  return named(`${text.text}`, directory);
}

/** @param {string} text as Slack keeps it @param {Directory} directory */
export function named(text, { people, conversations }) {
  return text
    .replaceAll(/<@(\w+)>/g, (_, id) => `@${people[id] ?? id}`)
    .replaceAll(/<#(\w+)>/g, (_, id) => `#${conversations.find((each) => each.id === id)?.name ?? id}`)
    .replaceAll(/<([^|>]+)\|([^>]+)>/g, '$2')
    .replaceAll(/<(https?:[^|>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** @param {Part} element @param {(action: Part) => void} onUse @param {Directory} directory */
function control(element, onUse, directory) {
  const { type, action_id } = element;
  if (type === 'static_select') {
    const select = menu(element, directory);
    select.addEventListener('change', () =>
      onUse({ type, action_id, selected_option: chosen(element, select) }),
    );
    return select;
  }
  if (type !== 'button') return h('span', { class: 'slack-unknown' }, `not shown: ${type}`);
  const style = element.style ? ` slack-${element.style}` : '';
  const label = element.text.text;
  const act = () => onUse({ type, action_id, value: element.value, text: element.text });
  const click = () => (element.confirm ? confirmed(element.confirm, act) : act());
  return h('button', { type: 'button', class: `slack-button${style}`, click }, label);
}

/** @param {Part} element @param {(action: Part) => void} onUse */
function thumbs({ type, action_id, positive_button, negative_button }, onUse) {
  return [positive_button, negative_button].map(({ text, value }) =>
    h(
      'button',
      { type: 'button', class: 'slack-button', click: () => onUse({ type, action_id, value, text }) },
      text.text,
    ),
  );
}

/** Slack asks whether somebody means it. @param {Part} confirm @param {() => void} act */
function confirmed(confirm, act) {
  const close = () => dialog.remove();
  const yes = () => {
    close();
    act();
  };
  const dialog = h(
    'div',
    { role: 'alertdialog', 'aria-label': confirm.title.text },
    h('h2', {}, confirm.title.text),
    h('p', {}, confirm.text.text),
    h('button', { type: 'button', class: 'slack-button slack-primary', click: yes }, confirm.confirm.text),
    h('button', { type: 'button', class: 'slack-button', click: close }, confirm.deny.text),
  );
  document.body.append(dialog);
}

/** What is in a field, as a submission states it: read from the element when it is submitted. */
const readers = new WeakMap();

/** @param {Part} block @param {Directory} directory @param {string | undefined} error */
function field({ block_id, label, hint, element, optional }, directory, error) {
  const name = `${label.text}${optional ? ' (optional)' : ''}`;
  const { input, read } = inputOf(element, name, directory);
  const fieldset = h(
    'fieldset',
    { class: 'field' },
    h('span', { 'aria-hidden': 'true' }, name),
    input,
    ...(hint ? [h('span', { class: 'hint' }, hint.text)] : []),
    ...(error ? [h('span', { role: 'alert' }, error)] : []),
  );
  readers.set(fieldset, { block: block_id, action: element.action_id, read });
  return fieldset;
}

/** @param {HTMLElement} form @returns {Record<string, Record<string, Part>>} */
export function stated(form) {
  const fields = [...form.querySelectorAll('fieldset.field')].flatMap((each) => readers.get(each) ?? []);
  return Object.fromEntries(fields.map(({ block, action, read }) => [block, { [action]: read() }]));
}

/** @param {Part} element @param {string} name @param {Directory} directory */
function inputOf(element, name, directory) {
  const { type } = element;
  const labelled = { 'aria-label': name };
  switch (type) {
    case 'plain_text_input': {
      const input = h(element.multiline ? 'textarea' : 'input', {
        ...labelled,
        maxlength: element.max_length,
      });
      input.value = element.initial_value ?? '';
      return { input, read: () => ({ type, value: input.value === '' ? null : input.value }) };
    }
    case 'timepicker': {
      const input = h('input', { ...labelled, type: 'time' });
      input.value = element.initial_time ?? '';
      return { input, read: () => ({ type, selected_time: input.value || null }) };
    }
    case 'radio_buttons':
    case 'checkboxes': {
      const initial = [element.initial_option, ...(element.initial_options ?? [])].map((each) => each?.value);
      const group = crypto.randomUUID();
      /** @type {{ option: Part, box: HTMLInputElement, label: HTMLElement }[]} */
      const boxes = element.options.map((/** @type {Part} */ option) => {
        const box = h('input', { type: type === 'checkboxes' ? 'checkbox' : 'radio', name: group });
        box.checked = initial.includes(option.value);
        return { option, box, label: h('label', {}, box, ` ${option.text.text}`) };
      });
      const ticked = () => boxes.filter(({ box }) => box.checked).map(({ option }) => option);
      const input = h('div', { role: 'group', ...labelled }, ...boxes.map(({ label }) => label));
      return {
        input,
        read: () =>
          type === 'checkboxes'
            ? { type, selected_options: ticked() }
            : { type, selected_option: ticked()[0] ?? null },
      };
    }
    default: {
      const input = menu(element, directory);
      input.setAttribute('aria-label', name);
      return { input, read: () => ({ type, ...selection(element, input) }) };
    }
  }
}

/** @param {Part} element @param {HTMLSelectElement} select */
function selection(element, select) {
  const values = [...select.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
  switch (element.type) {
    case 'static_select':
      return { selected_option: chosen(element, select) };
    case 'multi_static_select':
      return {
        selected_options: element.options.filter((/** @type {Part} */ { value }) => values.includes(value)),
      };
    case 'conversations_select':
      return { selected_conversation: values[0] ?? null };
    case 'multi_conversations_select':
      return { selected_conversations: values };
    default:
      return { selected_users: values };
  }
}

/** @param {Part} element @param {HTMLSelectElement} select */
function chosen(element, select) {
  return element.options.find((/** @type {Part} */ { value }) => value === select.value) ?? null;
}

/** Any of Slack's menus. @param {Part} element @param {Directory} directory */
function menu(element, { people, conversations }) {
  const { type } = element;
  const isMany = type.startsWith('multi_');
  /** @type {[string, string][]} */
  const options = type.endsWith('static_select')
    ? element.options.map((/** @type {Part} */ { text, value }) => [value, text.text])
    : type.endsWith('users_select')
      ? Object.entries(people)
      : conversations.filter(({ person }) => !person).map(({ id, name }) => [id, `#${name}`]);
  const initial = [
    ...[element.initial_option?.value, element.initial_conversation],
    ...(element.initial_options ?? []).map((/** @type {Part} */ { value }) => value),
    ...(element.initial_users ?? []),
    ...(element.initial_conversations ?? []),
  ];
  return h(
    'select',
    { multiple: isMany },
    ...(isMany || element.initial_option ? [] : [h('option', { value: '' }, '')]),
    ...options.map(([value, label]) => h('option', { value, selected: initial.includes(value) }, label)),
  );
}
