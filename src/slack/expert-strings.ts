/** What this edge says when a question goes to a person. */
import type { Bilingual } from '../knowledge/language.ts';

export const expertStrings = {
  askPerson: { en: 'Ask a person', fr: 'Demander à une personne' },
  confirmTitle: { en: 'Ask the experts?', fr: 'Demander aux experts ?' },
  confirmText: {
    en: 'Your question and your name go to the experts’ channel of your workspace. Their answer comes back to you.',
    fr: 'Votre question et votre nom vont dans le canal des experts de votre espace de travail. Leur réponse vous reviendra.',
  },
  sent: {
    en: 'Your question is with the experts of your workspace; their answer will come back to you.',
    fr: 'Votre question est entre les mains des experts de votre espace de travail ; leur réponse vous reviendra.',
  },
  sentAlready: {
    en: 'This question is with the experts already.',
    fr: 'Cette question est déjà entre les mains des experts.',
  },
  notReached: {
    en: 'Sorry, I could not reach the experts’ channel; please ask an administrator of your workspace to check it.',
    fr: 'Désolé, je n’ai pas pu joindre le canal des experts ; veuillez demander à un administrateur de votre espace de travail de le vérifier.',
  },
  noExperts: {
    en: 'Your workspace has named no experts’ channel any more.',
    fr: 'Votre espace de travail n’a plus de canal d’experts.',
  },
  cardTitle: { en: 'A question for a person', fr: 'Une question pour une personne' },
  askedBy: { en: 'Asked by ', fr: 'Posée par ' },
  askedIn: { en: ' in ', fr: ' dans ' },
  notKept: { en: 'The words are no longer kept.', fr: 'Les mots ne sont plus conservés.' },
  open: { en: 'Open', fr: 'Ouverte' },
  taken: { en: 'Taken by ', fr: 'Prise par ' },
  answered: { en: 'Answered by ', fr: 'Répondue par ' },
  closed: { en: 'Closed by ', fr: 'Fermée par ' },
  take: { en: 'I take it', fr: 'Je m’en charge' },
  answer: { en: 'Answer', fr: 'Répondre' },
  close: { en: 'Close', fr: 'Fermer' },
  moved: {
    en: 'Somebody else was faster: the card above shows how the question stands.',
    fr: 'Quelqu’un a été plus rapide : la fiche ci-dessus montre où en est la question.',
  },
  answerTitle: { en: 'Answer a question', fr: 'Répondre' },
  answerLabel: { en: 'Your answer', fr: 'Votre réponse' },
  answerHint: {
    en: 'It is posted where the question was asked, with your name.',
    fr: 'Elle est publiée là où la question a été posée, avec votre nom.',
  },
  tooLate: {
    en: 'The form could not be opened in time; please click again.',
    fr: 'Le formulaire n’a pas pu être ouvert à temps ; veuillez cliquer de nouveau.',
  },
  answers: { en: ' answers your question:', fr: ' répond à votre question :' },
  closedUnanswered: {
    en: ' closed your question without an answer.',
    fr: ' a fermé votre question sans y répondre.',
  },
  undelivered: {
    en: 'I could not deliver this to the person who asked; please write to them directly: ',
    fr: 'Je n’ai pas pu remettre ceci à la personne qui a posé la question ; veuillez lui écrire directement : ',
  },
} as const satisfies Record<string, Bilingual>;
