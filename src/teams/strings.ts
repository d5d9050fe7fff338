/** What the Teams edge itself says; answers come from `cards/` and the content. */
import type { Bilingual } from '../knowledge/language.ts';

export const strings = {
  /** Stands before the help card when the app is installed. */
  welcome: {
    en:
      'Hello! I am Supercluster Guide. I answer questions about Canada’s Global Innovation Clusters, CETA and ' +
      'EU–Canada cluster cooperation, always with my sources, in English or French. What my sources do not ' +
      'say, I do not know.',
    fr:
      'Bonjour ! Je suis le Guide des supergrappes. Je réponds aux questions sur les grappes d’innovation ' +
      'mondiales du Canada, l’AECG et la coopération entre grappes de l’UE et du Canada, toujours avec mes ' +
      'sources, en français ou en anglais. Ce que mes sources ne disent pas, je ne le sais pas.',
  },
  /** Follows it where several people are: what limits the bot there, and how it is set up. */
  welcomeTogether: {
    en:
      'Here I read only the messages that mention me. Mention me with “subscribe” to be told of news in this ' +
      'conversation.',
    fr:
      'Ici, je ne lis que les messages qui me mentionnent. Mentionnez-moi avec « abonner » pour recevoir les ' +
      'nouveautés dans cette conversation.',
  },
  /** Closes a button click; Teams takes an empty one for a failure and sends the click again. */
  answeredBelow: { en: 'My answer is below.', fr: 'Ma réponse est ci-dessous.' },
  markdown: {
    en: 'Copy this text into a file whose name ends in .md:',
    fr: 'Copiez ce texte dans un fichier dont le nom se termine par .md :',
  },
  helpful: { en: 'Helpful', fr: 'Utile' },
  notHelpful: { en: 'Not helpful', fr: 'Pas utile' },
  /** Posts the answer of a thread to its channel. */
  shareInChannel: { en: 'Share with the channel', fr: 'Partager dans le canal' },
  /** Opens Microsoft's own form, where the person chooses with whom. */
  shareInTeams: { en: 'Share in Teams…', fr: 'Partager dans Teams…' },
  sharedBy: { en: '{name} shared this answer from a thread.', fr: '{name} partage cette réponse d’un fil.' },
  shared: { en: 'The answer now stands in the channel.', fr: 'La réponse figure maintenant dans le canal.' },
  feedbackThanks: {
    en: 'Thank you: your opinion helps the editors of this guide.',
    fr: 'Merci : votre avis aide les rédacteurs de ce guide.',
  },
  extensionHelp: {
    en: 'Type a question or a name, such as “procurement” or “NGen”, and choose an answer to insert.',
    fr: 'Écrivez une question ou un nom, comme « marchés publics » ou « NGen », puis choisissez une réponse à insérer.',
  },
  extensionNothing: {
    en: 'I have no answer to that in my sources. Try other words, or the name of a cluster.',
    fr: 'Je n’ai pas de réponse à cela dans mes sources. Essayez d’autres mots, ou le nom d’une grappe.',
  },
  extensionLate: {
    en: 'That took too long. Please try again.',
    fr: 'La recherche a pris trop de temps. Veuillez réessayer.',
  },
  answerTitle: { en: 'Answer', fr: 'Réponse' },
  insert: { en: 'Insert into a message', fr: 'Insérer dans un message' },
  nothingToAnswer: {
    en: 'This message has no words that I could answer.',
    fr: 'Ce message ne contient pas de mots auxquels je pourrais répondre.',
  },
  unreadableButton: {
    en: 'This button no longer works. Please type your question instead.',
    fr: 'Ce bouton ne fonctionne plus. Veuillez plutôt écrire votre question.',
  },
  unknownRequest: {
    en: 'I cannot do that here. Type “help” to see what I can answer.',
    fr: 'Je ne peux pas faire cela ici. Écrivez « aide » pour voir à quoi je peux répondre.',
  },
  formShown: { en: 'The form is open for a change.', fr: 'Le formulaire est ouvert pour une modification.' },
  failed: {
    en: 'Sorry, something went wrong on my side. Please ask again in a moment.',
    fr: 'Désolé, un problème est survenu de mon côté. Veuillez réessayer dans un instant.',
  },
} as const satisfies Record<string, Bilingual>;
