/** What this edge itself says to people; everything else comes from cards. */
import type { Bilingual, Language } from '../knowledge/language.ts';

export const strings = {
  youAsked: { en: 'You asked: ', fr: 'Vous avez demandé : ' },
  sharedBy: { en: 'Shared by ', fr: 'Partagé par ' },
  share: { en: 'Share with the channel', fr: 'Partager dans le canal' },
  markdown: {
    en: 'Copy this text into a file whose name ends in .md:',
    fr: 'Copiez ce texte dans un fichier dont le nom se termine par .md :',
  },
  failed: {
    en: 'Sorry, something went wrong on my side; please try again in a moment.',
    fr: 'Désolé, un problème est survenu de mon côté ; veuillez réessayer dans un instant.',
  },
  unreadableButton: {
    en: 'Sorry, I cannot read this button any more; please ask your question again.',
    fr: 'Désolé, je ne peux plus lire ce bouton ; veuillez reposer votre question.',
  },
  unknownCommand: {
    en: 'Sorry, I do not know this command; try /supercluster help.',
    fr: 'Désolé, je ne connais pas cette commande ; essayez /supercluster aide.',
  },
} as const satisfies Record<string, Bilingual>;

/** The sentence in its reader's language, or in both while that is not known. */
export function say(text: Bilingual, language?: Language): string {
  return language ? text[language] : `${text.en}\n${text.fr}`;
}
