/** Every word of the page in both languages, and the language that is shown. */

/** @typedef {import('./types.d.ts').Language} Language */

const strings = {
  'page.title': ['Supercluster Guide – playground', 'Guide des supergrappes – aire d’essai'],
  'page.skip': ['Skip to the question', 'Aller à la question'],
  'page.playground': ['Playground', 'Aire d’essai'],
  'page.language': ['Language', 'Langue'],
  'page.restart': ['New conversation', 'Nouvelle conversation'],
  'page.conversation': ['Conversation', 'Conversation'],
  'start.heading': [
    'Ask about Canada’s innovation clusters and CETA',
    'Vos questions sur les grappes d’innovation du Canada et l’AECG',
  ],
  'start.text': [
    'Every answer appears as Slack and Microsoft Teams would show it, with its sources and the reasons it was chosen. Ask in English or in French.',
    'Chaque réponse s’affiche comme dans Slack et Microsoft Teams, avec ses sources et les raisons de son choix. Posez vos questions en français ou en anglais.',
  ],
  'start.suggestions': ['To start with', 'Pour commencer'],
  'ask.label': ['Your question', 'Votre question'],
  'ask.placeholder': [
    'Ask about a cluster, a programme, a CETA topic…',
    'Une grappe, un programme, un sujet de l’AECG…',
  ],
  'ask.send': ['Ask', 'Demander'],
  'ask.hint': [
    'Enter to ask, Shift + Enter for a new line',
    'Entrée pour demander, Maj + Entrée pour une nouvelle ligne',
  ],
  'ask.empty': ['Please type a question first.', 'Veuillez d’abord saisir une question.'],
  'ask.tooLong': [
    'That is too long: please ask in at most 10,000 characters.',
    'C’est trop long : veuillez poser votre question en 10 000 caractères au plus.',
  ],
  'turn.you': ['You', 'Vous'],
  'turn.waiting': ['Looking for the answer…', 'Recherche de la réponse…'],
  'turn.failed': [
    'The server did not answer. Is it still running?',
    'Le serveur n’a pas répondu. Fonctionne-t-il toujours ?',
  ],
  'turn.again': ['Try again', 'Réessayer'],
  'outcome.answer': ['Answer', 'Réponse'],
  'outcome.social': ['Reply', 'Échange'],
  'outcome.did-you-mean': ['Did you mean…', 'Vouliez-vous dire…'],
  'outcome.no-answer': ['No answer', 'Pas de réponse'],
  'outcome.unsupported': ['Outside my subject', 'Hors sujet'],
  'answer.confidence': ['confidence', 'confiance'],
  'answer.markdown': ['Download as Markdown', 'Télécharger en Markdown'],
  'answer.views': ['Views of this answer', 'Vues de cette réponse'],
  'view.both': ['Side by side', 'Côte à côte'],
  'view.slack': ['Slack', 'Slack'],
  'view.teams': ['Teams', 'Teams'],
  'view.text': ['Plain text', 'Texte brut'],
  'view.blocks': ['Block Kit', 'Block Kit'],
  'view.card': ['Adaptive Card', 'Carte adaptative'],
  'view.why': ['Why', 'Pourquoi'],
  'slack.table': ['Table', 'Tableau'],
  'slack.unknown': ['Not drawn here:', 'Non affiché ici :'],
  'json.copy': ['Copy', 'Copier'],
  'json.copied': ['Copied', 'Copié'],
  'json.notCopied': ['Could not copy', 'Copie impossible'],
  'json.open': ['Open in Block Kit Builder', 'Ouvrir dans Block Kit Builder'],
  'json.blocks': ['blocks', 'blocs'],
  'json.elements': ['elements', 'éléments'],
  'json.bytes': ['bytes', 'octets'],
  'why.decision': ['Decision', 'Décision'],
  'why.confidence': ['Confidence', 'Confiance'],
  'why.language': ['Language', 'Langue'],
  'why.normalised': ['Read as', 'Lu comme'],
  'why.corrections': ['Corrected', 'Corrigé'],
  'why.unknown': ['Unknown words', 'Mots inconnus'],
  'why.inherited': ['Taken from earlier', 'Repris de ce qui précède'],
  'why.entities': ['Recognised', 'Reconnu'],
  'why.words': ['Words', 'Mots'],
  'why.kind': ['Kind', 'Genre'],
  'why.id': ['Identifier', 'Identifiant'],
  'why.candidates': ['Intents considered', 'Intentions considérées'],
  'why.intent': ['Intent', 'Intention'],
  'why.score': ['Score', 'Score'],
  'why.because': ['Because', 'Parce que'],
  'why.hits': ['Nearest passages', 'Passages les plus proches'],
  'why.passage': ['Passage', 'Passage'],
  'why.sources': ['Sources shown', 'Sources affichées'],
  'why.entries': ['Made of', 'Composée de'],
  'why.none': ['None', 'Aucun'],
  'language.en': ['English', 'anglais'],
  'language.fr': ['French', 'français'],
};

/** @typedef {keyof typeof strings} StringId */

/** @type {Language} */
let shown = 'en';

export function shownLanguage() {
  return shown;
}

/**
 * @param {StringId} id
 * @returns {string}
 */
export function t(id) {
  const [english, french] = strings[id];
  return (shown === 'fr' ? french : english) ?? id;
}

/**
 * A number as the shown language writes it.
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [options]
 */
export function number(value, options) {
  return new Intl.NumberFormat(shown === 'fr' ? 'fr-CA' : 'en-CA', options).format(value);
}

/**
 * Writes the words of every marked element: `data-t` is its text, `data-t-label` its accessible
 * name, `data-t-placeholder` its placeholder.
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-t], [data-t-label], [data-t-placeholder]')) {
    if (!(element instanceof HTMLElement)) continue;
    const { t: text, tLabel, tPlaceholder } = element.dataset;
    if (text) element.textContent = t(/** @type {StringId} */ (text));
    if (tLabel) element.setAttribute('aria-label', t(/** @type {StringId} */ (tLabel)));
    if (tPlaceholder) element.setAttribute('placeholder', t(/** @type {StringId} */ (tPlaceholder)));
  }
}

/**
 * Shows the page in another language; answers keep the language they were given in.
 * @param {Language} language
 */
export function showLanguage(language) {
  shown = language;
  document.documentElement.lang = language;
  document.title = t('page.title');
  translate(document);
  document.dispatchEvent(new CustomEvent('languageshown'));
}
