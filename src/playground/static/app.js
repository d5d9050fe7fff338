/** The page: takes questions, shows turns in order, and says the answer to who cannot see it. */
import { answerView } from './answer.js';
import * as api from './api.js';
import { h } from './dom.js';
import { showLanguage, shownLanguage, t, translate } from './strings.js';

/** @typedef {import('./types.d.ts').Answer} Answer */
/** @typedef {import('./types.d.ts').Language} Language */

const longestQuestion = 10_000;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function part(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}.`);
  return element;
}

const form = part('ask', HTMLFormElement);
const input = part('question', HTMLTextAreaElement);
const problem = part('problem', HTMLElement);
const turns = part('turns', HTMLOListElement);
const welcome = part('welcome', HTMLElement);
const suggestions = part('suggestions', HTMLUListElement);
const announcer = part('announcer', HTMLElement);
const languageButtons = [part('english', HTMLButtonElement), part('french', HTMLButtonElement)];

/** Questions are answered one after another, so that a follow-up finds the turn before it. */
let queue = Promise.resolve();

/**
 * @param {string} label what the person said or pressed
 * @param {() => Promise<Answer>} request
 * @param {{ focus: boolean }} options whether the focus follows to the answer: it does from a
 *   button, which may be far up the page, and stays in the field while one types
 */
function turn(label, request, { focus }) {
  welcome.hidden = true;
  const question = h(
    'p',
    { class: 'question' },
    h('span', { class: 'visually-hidden', 'data-t': 'turn.you' }, t('turn.you')),
    ' ',
    h('span', { class: 'question-text', dir: 'auto' }, label),
  );
  const waiting = h('p', { class: 'waiting' }, h('span', { 'data-t': 'turn.waiting' }, t('turn.waiting')));
  const item = h('li', { class: 'turn' }, question, waiting);
  turns.append(item);
  reveal(item);
  queue = queue.then(() => run());

  async function run() {
    try {
      const answer = await request();
      question.lang = answer.reply.language;
      const view = answerView(answer, onPress);
      waiting.replaceWith(view);
      announce(answer.spoken, answer.reply.language);
      if (focus) view.querySelector('h2')?.focus({ preventScroll: true });
    } catch (error) {
      const message = error instanceof Error ? error.message : t('turn.failed');
      const again = h('button', { type: 'button', class: 'quiet', 'data-t': 'turn.again' }, t('turn.again'));
      const failure = h('div', { class: 'failure' }, h('p', {}, message), again);
      again.addEventListener('click', () => {
        failure.replaceWith(waiting);
        queue = queue.then(() => run());
        input.focus();
      });
      waiting.replaceWith(failure);
      announce(message, shownLanguage());
    }
    reveal(item);
  }
}

/** @param {import('./types.d.ts').WireCall} call @param {string} label */
function onPress(call, label) {
  turn(label, () => api.press(call), { focus: true });
}

/** @param {HTMLElement} item */
function reveal(item) {
  if (!item.isConnected) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  item.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

/** Only the newest answer stays, so that reading on from here does not repeat the conversation. @param {string} text @param {Language} language */
function announce(text, language) {
  announcer.replaceChildren(h('p', { lang: language }, text));
}

/** @param {import('./strings.js').StringId | undefined} id */
function complain(id) {
  if (id) problem.dataset.t = id;
  else delete problem.dataset.t;
  problem.textContent = id ? t(id) : '';
  problem.hidden = !id;
  input.toggleAttribute('aria-invalid', false);
  if (id) input.setAttribute('aria-invalid', 'true');
}

function fitInput() {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight + 2, 200)}px`;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  complain(text === '' ? 'ask.empty' : text.length > longestQuestion ? 'ask.tooLong' : undefined);
  input.focus();
  if (!problem.hidden) return;
  input.value = '';
  fitInput();
  turn(text, () => api.ask(text), { focus: false });
});

input.addEventListener('keydown', (event) => {
  // Enter that ends the composition of a character must not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

input.addEventListener('input', () => {
  complain(undefined);
  fitInput();
});

part('restart', HTMLButtonElement).addEventListener('click', () => {
  api.forgetConversation();
  turns.replaceChildren();
  announcer.replaceChildren();
  welcome.hidden = false;
  complain(undefined);
  input.focus();
});

for (const button of languageButtons) {
  button.addEventListener('click', () => choose(/** @type {Language} */ (button.lang)));
}

/** @param {Language} language */
function choose(language) {
  showLanguage(language);
  for (const button of languageButtons) button.setAttribute('aria-pressed', `${button.lang === language}`);
  try {
    localStorage.setItem('supercluster-guide.language', language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  void suggest();
}

async function suggest() {
  const { language, suggestions: offered } = await api
    .start()
    .catch(() => ({ language: shownLanguage(), suggestions: [] }));
  // The language may have changed again while we asked.
  if (language !== shownLanguage()) return;
  const buttons = offered.map((suggestion) => {
    const begin = () => {
      if ('call' in suggestion) onPress(suggestion.call, suggestion.label);
      else turn(suggestion.text, () => api.ask(suggestion.text), { focus: true });
    };
    const label = 'call' in suggestion ? suggestion.label : suggestion.text;
    return h('li', {}, h('button', { type: 'button', class: 'suggestion', click: begin }, label));
  });
  suggestions.replaceChildren(...buttons);
  suggestions.parentElement?.toggleAttribute('hidden', buttons.length === 0);
}

/** The address asks first (`?lang=fr`), then the choice made last time, then the browser. @returns {Language} */
function firstLanguage() {
  let stored = null;
  try {
    stored = localStorage.getItem('supercluster-guide.language');
  } catch {
    // Storage may be switched off.
  }
  const wanted = [new URLSearchParams(location.search).get('lang'), stored, navigator.language.slice(0, 2)];
  return wanted.find((language) => language === 'fr' || language === 'en') === 'fr' ? 'fr' : 'en';
}

translate(document);
choose(firstLanguage());
input.focus();
