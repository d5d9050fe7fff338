/** What the pages of an installation say. */
import type { Bilingual } from '../knowledge/language.ts';

export const installStrings = {
  installTitle: { en: 'Add Supercluster Guide to Slack', fr: 'Ajouter Supercluster Guide à Slack' },
  installText: {
    en: 'It answers questions about Canada’s Global Innovation Clusters, CETA and EU–Canada cluster cooperation, in English and French, and names its sources.',
    fr: 'Il répond aux questions sur les grappes d’innovation mondiales du Canada, l’AECG et la coopération entre grappes de l’UE et du Canada, en français et en anglais, et cite ses sources.',
  },
  installUse: {
    en: 'Mention it in a channel, write to it directly, or use /supercluster and /ceta; channels can follow topics and are told when the content changes. Its answers are taken from checked content, with dates and sources: nothing is generated.',
    fr: 'Mentionnez-le dans un canal, écrivez-lui directement, ou utilisez /supercluster et /ceta\u00A0; les canaux peuvent suivre des sujets et sont informés quand le contenu change. Ses réponses proviennent d’un contenu vérifié, avec dates et sources\u00A0: rien n’est généré.',
  },
  installData: {
    en: 'Slack shows next what the app may do, and asks you to agree. The app reads only what is written to it; when you uninstall it, everything it kept about your workspace is erased.',
    fr: 'Slack indique ensuite ce que l’application peut faire et vous demande votre accord. L’application ne lit que ce qui lui est adressé ; lorsque vous la désinstallez, tout ce qu’elle conservait sur votre espace de travail est effacé.',
  },
  installDo: { en: 'Add to Slack', fr: 'Ajouter à Slack' },
  installedTitle: { en: 'Supercluster Guide is installed', fr: 'Supercluster Guide est installé' },
  installedText: {
    en: 'Write to it directly, mention it in a channel, or use /supercluster and /ceta.',
    fr: 'Écrivez-lui directement, mentionnez-le dans un canal, ou utilisez /supercluster et /ceta.',
  },
  installedNext: {
    en: 'Start with “help”. To have it answer in a channel, write /invite @Supercluster Guide there. Administrators find the settings on its Home tab: who may subscribe channels, where it answers, and the experts’ channel.',
    fr: 'Commencez par «\u00A0aide\u00A0». Pour qu’il réponde dans un canal, écrivez-y /invite @Supercluster Guide. Les administrateurs trouvent les paramètres dans son onglet Accueil\u00A0: qui peut abonner des canaux, où il répond, et le canal des experts.',
  },
  support: { en: 'Get help with Supercluster Guide', fr: 'Obtenir de l’aide sur Supercluster Guide' },
  privacy: { en: 'Privacy policy', fr: 'Politique de confidentialité' },
  installedDo: { en: 'Open Slack', fr: 'Ouvrir Slack' },
  notInstalledTitle: {
    en: 'Supercluster Guide was not installed',
    fr: 'Supercluster Guide n’a pas été installé',
  },
  cancelled: {
    en: 'The installation was cancelled; nothing was changed.',
    fr: 'L’installation a été annulée ; rien n’a été modifié.',
  },
  outdated: {
    en: 'This page was too old, was used before, or belongs to another browser. Please start again.',
    fr: 'Cette page était trop ancienne, avait déjà servi ou appartient à un autre navigateur. Veuillez recommencer.',
  },
  failed: {
    en: 'Something went wrong on our side or at Slack. Please try again in a moment.',
    fr: 'Un problème est survenu de notre côté ou chez Slack. Veuillez réessayer dans un instant.',
  },
  again: { en: 'Start again', fr: 'Recommencer' },
} as const satisfies Record<string, Bilingual>;
