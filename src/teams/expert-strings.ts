/** What this edge says when a question goes to a person; the same words as in Slack. */
import type { Bilingual } from '../knowledge/language.ts';

export const expertStrings = {
  askPerson: { en: 'Ask a person', fr: 'Demander à une personne' },
  confirmTitle: { en: 'Ask the experts?', fr: 'Demander aux experts ?' },
  confirmText: {
    en: 'Your question and your name go to the experts’ channel of your organisation. Their answer comes back here.',
    fr: 'Votre question et votre nom vont dans le canal des experts de votre organisation. Leur réponse reviendra ici.',
  },
  questionLabel: { en: 'Your question', fr: 'Votre question' },
  send: { en: 'Send', fr: 'Envoyer' },
  sent: {
    en: 'Your question is with the experts of your organisation; their answer will come back here.',
    fr: 'Votre question est entre les mains des experts de votre organisation ; leur réponse reviendra ici.',
  },
  noWords: { en: 'Please write your question first.', fr: 'Écrivez d’abord votre question.' },
  notReached: {
    en: 'Sorry, I could not reach the experts’ channel; please ask an administrator of your organisation to check it.',
    fr: 'Désolé, je n’ai pas pu joindre le canal des experts ; veuillez demander à un administrateur de votre organisation de le vérifier.',
  },
  noExperts: {
    en: 'Your organisation has named no experts’ channel any more.',
    fr: 'Votre organisation n’a plus de canal d’experts.',
  },
  cardTitle: { en: 'A question for a person', fr: 'Une question pour une personne' },
  askedBy: { en: 'Asked by {name}', fr: 'Posée par {name}' },
  notKept: { en: 'The words are no longer kept.', fr: 'Les mots ne sont plus conservés.' },
  open: { en: 'Open', fr: 'Ouverte' },
  taken: { en: 'Taken by {name}', fr: 'Prise par {name}' },
  answered: { en: 'Answered by {name}', fr: 'Répondue par {name}' },
  closed: { en: 'Closed by {name}', fr: 'Fermée par {name}' },
  take: { en: 'I take it', fr: 'Je m’en charge' },
  answer: { en: 'Send the answer', fr: 'Envoyer la réponse' },
  close: { en: 'Close', fr: 'Fermer' },
  answerLabel: {
    en: 'Your answer (it is posted where the question was asked, with your name)',
    fr: 'Votre réponse (elle est publiée là où la question a été posée, avec votre nom)',
  },
  noAnswer: { en: 'Please write your answer first.', fr: 'Écrivez d’abord votre réponse.' },
  moved: {
    en: 'Somebody else was faster: the card shows how the question stands.',
    fr: 'Quelqu’un a été plus rapide : la carte montre où en est la question.',
  },
  delivered: { en: 'Your answer is delivered.', fr: 'Votre réponse est remise.' },
  done: { en: 'Done.', fr: 'C’est fait.' },
  undelivered: {
    en: 'I could not deliver this to the person who asked; please write to them directly.',
    fr: 'Je n’ai pas pu remettre ceci à la personne qui a posé la question ; veuillez lui écrire directement.',
  },
  answers: { en: '{name} answers your question', fr: '{name} répond à votre question' },
  closedUnanswered: {
    en: '{name} closed your question without an answer.',
    fr: '{name} a fermé votre question sans y répondre.',
  },
  somebody: { en: 'somebody', fr: 'quelqu’un' },
  expertsHere: {
    en: 'Questions for a person now come to this channel. Everyone here may take and answer them. Write “experts off” to end this.',
    fr: 'Les questions pour une personne arrivent désormais dans ce canal. Tous les membres peuvent les prendre et y répondre. Écrivez « experts non » pour y mettre fin.',
  },
  expertsOff: {
    en: 'Questions for a person go nowhere now: the button is gone from new answers.',
    fr: 'Les questions pour une personne ne vont plus nulle part : le bouton disparaît des nouvelles réponses.',
  },
  expertsNotAllowed: {
    en: 'Only the administrators of this bot may name the experts’ channel (setting TEAMS_ADMINISTRATORS).',
    fr: 'Seuls les administrateurs de ce bot peuvent désigner le canal des experts (paramètre TEAMS_ADMINISTRATORS).',
  },
  expertsInChannel: {
    en: 'Please write this in the channel or group chat of the experts.',
    fr: 'Écrivez ceci dans le canal ou le clavardage de groupe des experts.',
  },
} as const satisfies Record<string, Bilingual>;

/** `{name}` is whoever Teams says it is: shown, and never kept. */
export function withName(sentence: string, name: string): string {
  return sentence.replace('{name}', () => name);
}
