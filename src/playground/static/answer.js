/** One answer on the page: what it is, and its views as tabs. */
import { h } from './dom.js';
import { explanationView } from './explanation.js';
import { jsonView } from './json-view.js';
import { slackBlocks } from './slack-blocks.js';
import { number, shownLanguage, t } from './strings.js';
import { tabs } from './tabs.js';
import { teamsCard } from './teams-card.js';

/** @typedef {import('./types.d.ts').Answer} Answer */
/** @typedef {import('./types.d.ts').Press} Press */

const wide = matchMedia('(min-width: 60rem)');
const darkScheme = matchMedia('(prefers-color-scheme: dark)');

/** The view chosen last is the one the next answer opens with. @type {string | undefined} */
let preferredView;

/**
 * @param {Answer} answer
 * @param {Press} press
 * @returns {HTMLElement}
 */
export function answerView(answer, press) {
  const { reply, slack, teams } = answer;
  const asked = new Date();
  const { list, panels, refill } = tabs(
    [
      { id: 'both', label: 'view.both', fill: (panel) => panel.append(slackFrame(), teamsFrame()) },
      { id: 'slack', label: 'view.slack', fill: (panel) => panel.append(slackFrame()) },
      { id: 'teams', label: 'view.teams', fill: (panel) => panel.append(teamsFrame()) },
      { id: 'text', label: 'view.text', fill: (panel) => panel.append(plainText()) },
      { id: 'blocks', label: 'view.blocks', fill: (panel) => panel.append(...blocksJson()) },
      { id: 'card', label: 'view.card', fill: (panel) => panel.append(...cardJson()) },
      { id: 'why', label: 'view.why', fill: (panel) => panel.append(...explanationView(answer)) },
    ],
    preferredView ?? (wide.matches ? 'both' : 'slack'),
    (id) => {
      preferredView = id;
    },
  );

  const heading = h('h2', { class: 'answer-title', tabindex: -1 });
  const article = h(
    'article',
    { class: 'answer' },
    h('header', { class: 'answer-head' }, heading, list),
    panels,
    ...(answer.markdown ? [fileLink(answer.markdown)] : []),
  );
  writeHeading();
  document.addEventListener('languageshown', () => {
    writeHeading();
    refill(['both', 'slack', 'teams', 'blocks', 'card', 'why']);
  });
  darkScheme.addEventListener('change', () => refill(['both', 'teams']));
  return article;

  function writeHeading() {
    heading.replaceChildren(
      h('span', { class: `outcome outcome-${reply.outcome}` }, t(`outcome.${reply.outcome}`)),
      h('span', { class: 'answer-intent' }, reply.intent),
      h(
        'span',
        { class: 'answer-confidence' },
        `${t('answer.confidence')} ${number(reply.confidence, { style: 'percent' })}`,
      ),
    );
  }

  /** @param {string} address */
  function fileLink(address) {
    const attributes = { href: address, download: true, 'data-t': 'answer.markdown' };
    return h('p', { class: 'answer-file' }, h('a', attributes, t('answer.markdown')));
  }

  function slackFrame() {
    return h(
      'section',
      { class: 'frame slack', 'aria-label': t('view.slack') },
      h('p', { class: 'frame-name', 'aria-hidden': 'true' }, t('view.slack')),
      h(
        'div',
        { class: 'slack-message' },
        h('span', { class: 'app-picture', 'aria-hidden': 'true' }),
        h(
          'div',
          { class: 'slack-content' },
          h(
            'p',
            { class: 'slack-sender' },
            h('b', {}, 'Supercluster Guide'),
            h('span', { class: 'slack-app' }, 'APP'),
            time(),
          ),
          h(
            'div',
            { class: 'slack-blocks', lang: reply.language },
            ...slackBlocks(slack.message.blocks, press),
          ),
        ),
      ),
    );
  }

  function teamsFrame() {
    return h(
      'section',
      { class: 'frame teams', 'aria-label': t('view.teams') },
      h('p', { class: 'frame-name', 'aria-hidden': 'true' }, t('view.teams')),
      h(
        'div',
        { class: 'teams-message' },
        h('span', { class: 'app-picture', 'aria-hidden': 'true' }),
        h(
          'div',
          { class: 'teams-content' },
          h('p', { class: 'teams-sender' }, h('b', {}, 'Supercluster Guide'), time()),
          h('div', { class: 'teams-card', lang: reply.language }, teamsCard(teams.card, press)),
        ),
      ),
    );
  }

  function time() {
    const format = new Intl.DateTimeFormat(shownLanguage() === 'fr' ? 'fr-CA' : 'en-CA', {
      timeStyle: 'short',
    });
    return h('time', { datetime: asked.toISOString() }, format.format(asked));
  }

  function plainText() {
    return h('pre', { class: 'plain', lang: reply.language }, answer.text);
  }

  function blocksJson() {
    const { blocks } = slack.message;
    return jsonView(slack.message, {
      measure: `${number(blocks.length)} ${t('json.blocks')}`,
      link: {
        // The message travels in the fragment, which a browser does not send to the server.
        address: `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify({ blocks }))}`,
        label: t('json.open'),
      },
    });
  }

  function cardJson() {
    const elements = Array.isArray(teams.card.body) ? teams.card.body.length : 0;
    return jsonView(teams.card, { measure: `${number(elements)} ${t('json.elements')}` });
  }
}
