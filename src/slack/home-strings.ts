/** What the Home tab and its settings say. */
import type { Bilingual } from '../knowledge/language.ts';

export const homeStrings = {
  intro: {
    en: 'I answer questions about Canada’s five Global Innovation Clusters, CETA and cluster cooperation between Canada and Europe, with dates and sources. Mention me in a channel, write to me under Messages, or use /supercluster and /ceta.',
    fr: 'Je réponds aux questions sur les cinq grappes d’innovation mondiales du Canada, l’AECG et la coopération entre grappes du Canada et de l’Europe, avec dates et sources. Mentionnez-moi dans un canal, écrivez-moi sous Messages, ou utilisez /supercluster et /ceta.',
  },
  help: { en: 'What I can do', fr: 'Ce que je sais faire' },
  ask: { en: 'Ask a question', fr: 'Poser une question' },
  recent: { en: 'Your recent questions', fr: 'Vos questions récentes' },
  noRecent: { en: 'Nothing yet.', fr: 'Rien pour l’instant.' },
  historyIsOff: {
    en: 'Switched off: nothing is remembered for this list.',
    fr: 'Désactivé : rien n’est retenu pour cette liste.',
  },
  switchOff: { en: 'Stop remembering', fr: 'Ne plus retenir' },
  switchOn: { en: 'Remember again', fr: 'Retenir de nouveau' },
  subscriptions: { en: 'What your channels are told', fr: 'Ce dont vos canaux sont informés' },
  subscribe: { en: 'Subscribe a channel', fr: 'Abonner un canal' },
  noSubscriptions: {
    en: 'None of the channels that you are in follows anything yet.',
    fr: 'Aucun des canaux dont vous êtes membre ne suit encore rien.',
  },
  moreSubscriptions: {
    en: 'More are not shown here; write “subscriptions” in a channel to see its own.',
    fr: 'D’autres ne sont pas affichés ; écrivez « abonnements » dans un canal pour voir les siens.',
  },
  suspended: { en: 'cannot be reached now', fr: 'injoignable pour l’instant' },
  directMessages: { en: 'Direct messages', fr: 'Messages directs' },
  notInChannel: {
    en: 'I cannot see that you are in this channel. Join it, and if it is private invite me there; then try again.',
    fr: 'Je ne vois pas que vous êtes membre de ce canal. Rejoignez-le et, s’il est privé, invitez-moi ; puis réessayez.',
  },
  language: { en: 'Language when the words do not tell it', fr: 'Langue quand les mots ne la révèlent pas' },
  fresh: {
    en: 'Content: {entries} entries, {statements} dated statements, the newest as of {newest}; {overdue} are due for review.',
    fr: 'Contenu : {entries} fiches, {statements} énoncés datés, le plus récent en date du {newest} ; {overdue} sont à réviser.',
  },
  support: { en: 'Help with this app', fr: 'Aide sur cette application' },
  privacy: { en: 'Privacy policy', fr: 'Politique de confidentialité' },
  admin: { en: 'For administrators', fr: 'Pour les administrateurs' },
  settings: { en: 'Settings', fr: 'Paramètres' },
  administratorsOnly: {
    en: 'Only administrators of the workspace can change these settings.',
    fr: 'Seuls les administrateurs de l’espace de travail peuvent changer ces paramètres.',
  },
  expertChannel: { en: 'Experts’ channel', fr: 'Canal des experts' },
  expertHint: {
    en: 'Where “Ask a person” takes questions. Invite the bot there.',
    fr: 'Où « Demander à une personne » mène les questions. Invitez-y le robot.',
  },
  subscribers: { en: 'Who may subscribe channels', fr: 'Qui peut abonner des canaux' },
  anyone: { en: 'Anyone', fr: 'Tout le monde' },
  managers: { en: 'Who manages the channel', fr: 'Qui gère le canal' },
  listed: { en: 'The people listed below', fr: 'Les personnes ci-dessous' },
  listedPeople: { en: 'People who may subscribe', fr: 'Personnes qui peuvent abonner' },
  allowedChannels: { en: 'Channels where I answer', fr: 'Canaux où je réponds' },
  allowedHint: {
    en: 'None chosen: everywhere. Direct messages are always answered.',
    fr: 'Aucun choix : partout. Les messages directs reçoivent toujours une réponse.',
  },
  words: { en: 'What people write', fr: 'Ce que les gens écrivent' },
  keepWords: {
    en: 'Keep unanswered questions and comments for the editors',
    fr: 'Conserver questions sans réponse et commentaires',
  },
  wordsHint: {
    en: 'Switching this off erases what was kept.',
    fr: 'La désactivation efface ce qui a été conservé.',
  },
  save: { en: 'Save', fr: 'Enregistrer' },
  none: { en: 'none', fr: 'aucun' },
  everywhere: { en: 'everywhere', fr: 'partout' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  elsewhere: {
    en: 'The administrators of this workspace let me answer in other channels only; please write to me directly.',
    fr: 'Les administrateurs de cet espace de travail ne me laissent répondre que dans d’autres canaux ; veuillez m’écrire directement.',
  },
} as const satisfies Record<string, Bilingual>;
