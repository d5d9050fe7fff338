/** The page of the local Slack: it draws what one person sees, and tells the server what they do. */
import { h } from './dom.js';
import { interactiveBlocks, named, stated } from './interactive.js';

/** @typedef {Record<string, any>} Part */

const people = { UANN: 'Ann', UBEN: 'Ben' };
const names = { ...people, UBOT: 'Supercluster Guide' };
const by = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const text = /** @type {HTMLTextAreaElement} */ (by('text'));

let person = 'UANN';
/** A conversation's id, or `home`. */
let place = 'C1';
/** What the composer writes: a message, a reply in a thread, or an edit. @type {{ thread?: string, edit?: string }} */
let aim = {};
/** @type {Part} */
let seen = { conversations: [] };
/** @type {EventSource | undefined} */
let stream;

function connect() {
  stream?.close();
  stream = new EventSource(`/stream?person=${person}`);
  stream.addEventListener('message', (event) => {
    seen = JSON.parse(event.data);
    draw();
  });
}

/** @param {Part} deed */
async function act(deed) {
  by('failure').textContent = '';
  const response = await fetch(`/do?person=${person}`, { method: 'POST', body: JSON.stringify(deed) });
  const { failed } = await response.json();
  if (failed) by('failure').textContent = `Slack: ${failed}`;
}

function directory() {
  return { people: names, conversations: seen.conversations };
}

/** @param {string} next */
function go(next) {
  place = next;
  aim = {};
  draw();
  if (next === 'home') act({ do: 'open', tab: 'home' });
  else if (next.startsWith('D')) act({ do: 'open', tab: 'messages' });
}

/** What was drawn, by the id of its place: drawn again only when it changed, so that nothing typed is lost. */
const drawn = new Map();

/** @param {string} id @param {unknown} state @param {() => (HTMLElement | string)[]} make */
function redraw(id, state, make) {
  const key = JSON.stringify(state) ?? '';
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  by(id).replaceChildren(...make());
}

function draw() {
  const conversation = seen.conversations.find((/** @type {Part} */ { id }) => id === place);
  const title = place === 'home' ? 'Home' : titleOf(conversation);
  by('place-name').textContent = title;
  redraw('places', [seen.conversations.map((/** @type {Part} */ { id }) => id), place], () =>
    [...seen.conversations.map((/** @type {Part} */ each) => [each.id, titleOf(each)]), ['home', 'Home']].map(
      ([id, name]) =>
        h(
          'li',
          {},
          h('button', { type: 'button', 'aria-current': id === place && 'page', click: () => go(id) }, name),
        ),
    ),
  );
  redraw(
    'content',
    [place, person, place === 'home' ? seen.home : [conversation?.messages, conversation?.working]],
    () => (place === 'home' ? home() : messages(conversation)),
  );
  redraw('prompts', [place, conversation?.prompts], () =>
    (conversation?.prompts ?? []).map((/** @type {Part} */ { title: label, message }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'slack-button',
          click: () => act({ do: 'say', channel: place, text: message }),
        },
        label,
      ),
    ),
  );
  redraw('results', seen.results, () => (seen.results ?? []).map(result));
  by('composer').hidden = place === 'home';
  by('aim').textContent = aim.edit ? 'Edit' : aim.thread ? 'Reply in the thread' : '';
  redraw('window', [person, seen.modal], () => (seen.modal ? [modal(seen.modal)] : []));
}

/** @param {Part | undefined} conversation */
function titleOf(conversation) {
  if (!conversation) return '';
  return conversation.person ? conversation.name : `# ${conversation.name}`;
}

function home() {
  if (!seen.home) return [h('p', {}, 'Nothing here yet')];
  return interactiveBlocks(
    seen.home.blocks,
    (blockId, action) => act({ do: 'click-home', blockId, action }),
    directory(),
  );
}

/** Each message with its thread under it. @param {Part | undefined} conversation */
function messages(conversation) {
  if (!conversation) return [];
  /** @type {Part[]} */
  const all = conversation.messages;
  return all
    .filter(({ thread }) => thread === undefined)
    .map((top) => {
      const replies = all.filter(({ thread }) => thread === top.ts);
      const isWorking = conversation.working.includes(top.ts);
      return h(
        'section',
        { 'aria-label': `Thread ${top.ts}` },
        message(top),
        ...(replies.length + Number(isWorking) === 0
          ? []
          : [
              h(
                'div',
                { class: 'thread' },
                ...replies.map(message),
                ...(isWorking ? [h('p', { role: 'status' }, 'is thinking…')] : []),
              ),
            ]),
      );
    });
}

/** @param {Part} given */
function message(given) {
  const { ts, author, onlyFor, isEdited, blocks } = given;
  const isBot = author === 'UBOT';
  const use = (/** @type {string} */ blockId, /** @type {Part} */ action) =>
    act({ do: 'click', channel: place, ts, blockId, action });
  const tool = (/** @type {string} */ label, /** @type {() => void} */ click) =>
    h('button', { type: 'button', click }, label);
  return h(
    'article',
    { 'aria-label': `${isBot ? 'App' : 'Person'}: ${names[/** @type {keyof typeof names} */ (author)]}` },
    ...(onlyFor ? [h('p', { class: 'only-you' }, 'Only visible to you')] : []),
    h(
      'p',
      { class: 'slack-sender' },
      h('b', {}, names[/** @type {keyof typeof names} */ (author)]),
      ...(isBot ? [h('span', { class: 'slack-app' }, 'APP')] : []),
      ...(isEdited ? [h('span', { class: 'only-you' }, '(edited)')] : []),
    ),
    blocks.length > 0
      ? h('div', { class: 'slack-blocks' }, ...interactiveBlocks(blocks, use, directory()))
      : h('pre', {}, named(given.text, directory())),
    ...(given.previews
      ? [h('aside', { 'aria-label': 'Preview' }, ...interactiveBlocks(given.previews, use, directory()))]
      : []),
    h(
      'p',
      { class: 'tools' },
      ...(onlyFor ? [] : [tool('Reply in thread', () => write({ thread: given.thread ?? ts }, ''))]),
      ...(author === person ? [tool('Edit', () => write({ edit: ts }, named(given.text, directory())))] : []),
      ...(onlyFor ? [] : [tool('Answer this', () => act({ do: 'answer-this', channel: place, ts }))]),
    ),
  );
}

/** Of Slack's own search. @param {Part} found */
function result({ title, description, link, date_updated }) {
  return h(
    'article',
    {},
    h('a', { href: link }, title),
    h('p', {}, description),
    h('p', { class: 'only-you' }, date_updated),
  );
}

/** @param {{ thread?: string, edit?: string }} next @param {string} start */
function write(next, start) {
  aim = next;
  text.value = start;
  text.focus();
  draw();
}

/** @param {Part} open */
function modal({ view, errors }) {
  const use = (/** @type {string} */ blockId, /** @type {Part} */ action) =>
    act({ do: 'click-modal', blockId, action });
  const form = h(
    'form',
    { class: 'slack-blocks', novalidate: true },
    ...interactiveBlocks(view.blocks, use, directory(), errors),
  );
  form.append(
    ...(view.submit ? [h('button', { class: 'slack-button slack-primary' }, view.submit.text)] : []),
    h(
      'button',
      { type: 'button', class: 'slack-button', click: () => act({ do: 'close' }) },
      view.close?.text ?? 'Close',
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act({ do: 'submit', values: stated(form) });
  });
  return h('div', { role: 'dialog', 'aria-label': view.title.text }, h('h2', {}, view.title.text), form);
}

const choice = /** @type {HTMLSelectElement} */ (by('person'));
choice.append(...Object.entries(people).map(([id, name]) => h('option', { value: id }, name)));
choice.addEventListener('change', () => {
  person = choice.value;
  place = 'C1';
  aim = {};
  connect();
});
by('search').addEventListener('submit', (event) => {
  event.preventDefault();
  act({ do: 'search', query: /** @type {HTMLInputElement} */ (by('query')).value });
});
by('ask-guide').addEventListener('click', () => act({ do: 'shortcut' }));
by('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const said = text.value.trim();
  if (said === '') return;
  text.value = '';
  if (aim.edit) act({ do: 'edit', channel: place, ts: aim.edit, text: said });
  else act({ do: 'say', channel: place, ...(aim.thread && { thread: aim.thread }), text: said });
  // Like Slack, a thread stays open for the next reply; an edit is done once.
  if (aim.edit) aim = {};
  draw();
});
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (by('composer')).requestSubmit();
});
connect();
