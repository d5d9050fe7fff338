/** What this edge itself says to people; everything else comes from cards. */
import type { Bilingual, Language } from '../knowledge/language.ts';

/** A name, the same in both languages. */
export const productName = 'Supercluster Guide';

export const strings = {
  youAsked: { en: 'You asked: ', fr: 'Vous avez demandé : ' },
  sharedBy: { en: 'Shared by ', fr: 'Partagé par ' },
  askedBy: { en: 'Asked by ', fr: 'Demandé par ' },
  share: { en: 'Share with the channel', fr: 'Partager dans le canal' },
  markdown: {
    en: 'Copy this text into a file whose name ends in .md:',
    fr: 'Copiez ce texte dans un fichier dont le nom se termine par .md :',
  },
  failed: {
    en: 'Sorry, something went wrong on my side; please try again in a moment.',
    fr: 'Désolé, un problème est survenu de mon côté ; veuillez réessayer dans un instant.',
  },
  tooLate: {
    en: 'Sorry, Slack could not be reached when you asked this; please ask it again.',
    fr: 'Désolé, Slack était injoignable lorsque vous avez posé cette question ; veuillez la reposer.',
  },
  viewTooLate: {
    en: 'Sorry, I was too slow to open the window; please try again, or write your question here.',
    fr: 'Désolé, j’ai tardé à ouvrir la fenêtre ; veuillez réessayer, ou écrivez votre question ici.',
  },
  formTooLate: {
    en: 'Sorry, I could not open the form in time; please try again.',
    fr: 'Désolé, je n’ai pas pu ouvrir le formulaire à temps ; veuillez réessayer.',
  },
  channelSubscribed: {
    en: '{person} changed what I tell this channel. It now follows: {lines}. Write /supercluster subscriptions here to see or change it.',
    fr: '{person} a changé ce dont j’informe ce canal. Il suit désormais\u00A0: {lines}. Écrivez ici /supercluster abonnements pour le voir ou le changer.',
  },
  channelUnsubscribed: {
    en: '{person} unsubscribed this channel: I tell it nothing any more.',
    fr: '{person} a désabonné ce canal\u00A0: je ne l’informe plus de rien.',
  },
  unreadableButton: {
    en: 'Sorry, I cannot read this button any more; please ask your question again.',
    fr: 'Désolé, je ne peux plus lire ce bouton ; veuillez reposer votre question.',
  },
  unknownCommand: {
    en: 'Sorry, I do not know this command; try /supercluster help.',
    fr: 'Désolé, je ne connais pas cette commande ; essayez /supercluster aide.',
  },
  helpful: { en: 'Helpful', fr: 'Utile' },
  notHelpful: { en: 'Not helpful', fr: 'Pas utile' },
  feedbackThanks: {
    en: 'Thank you: your opinion helps the editors of this guide.',
    fr: 'Merci : votre avis aide les rédacteurs de ce guide.',
  },
  feedbackTooLate: {
    en: 'Thank you: your opinion is kept. The window that asks why did not open in time; click “Not helpful” again to say why.',
    fr: 'Merci\u00A0: votre avis est conservé. La fenêtre qui demande pourquoi ne s’est pas ouverte à temps\u00A0; cliquez de nouveau sur «\u00A0Pas utile\u00A0» pour dire pourquoi.',
  },
  feedbackTitle: { en: 'What was wrong?', fr: 'Qu’est-ce qui cloche ?' },
  feedbackQuestion: { en: 'This answer', fr: 'Cette réponse' },
  reasonWrong: { en: 'is wrong or out of date', fr: 'est fausse ou périmée' },
  reasonOffTopic: { en: 'is about something else', fr: 'porte sur autre chose' },
  reasonIncomplete: { en: 'lacks what I need', fr: 'n’a pas ce qu’il me faut' },
  reasonUnclear: { en: 'is hard to understand', fr: 'est difficile à comprendre' },
  feedbackComment: { en: 'What would have helped?', fr: 'Qu’est-ce qui vous aurait aidé ?' },
  feedbackNoWords: {
    en: 'Your workspace does not keep what people write, so only the reason is kept.',
    fr: 'Votre espace de travail ne conserve pas ce que les gens écrivent : seul le motif est conservé.',
  },
  send: { en: 'Send', fr: 'Envoyer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  loading: { en: 'Looking it up …', fr: 'Recherche en cours…' },
  closeView: { en: 'Close', fr: 'Fermer' },
  ask: { en: 'Ask', fr: 'Demander' },
  yourQuestion: { en: 'Your question', fr: 'Votre question' },
  questionExample: { en: 'Who leads NGen?', fr: 'Qui dirige NGen ?' },
  answerLanguage: { en: 'Language of the answer', fr: 'Langue de la réponse' },
  asAsked: { en: 'As the question is asked', fr: 'Celle de la question' },
  en: { en: 'English', fr: 'Anglais' },
  fr: { en: 'French', fr: 'Français' },
  tryAsking: { en: 'What would you like to know?', fr: 'Que voulez-vous savoir\u00A0?' },
  nothingToAnswer: {
    en: 'This message has no text that I could answer.',
    fr: 'Ce message n’a pas de texte auquel je puisse répondre.',
  },
} as const satisfies Record<string, Bilingual>;

/** The sentence in its reader's language, or in both while that is not known. */
export function say(text: Bilingual, language?: Language): string {
  return language ? text[language] : `${text.en}\n${text.fr}`;
}
