/** What is said about subscriptions, in both languages. */
import type { Bilingual, Language } from '../knowledge/language.ts';

const strings = {
  subscribedTitle: { en: 'Subscribed', fr: 'Abonnement enregistré' },
  subscribed: {
    en: 'I will tell this channel about: {topics}.',
    fr: 'J’informerai ce canal sur\u00A0: {topics}.',
  },
  invite: {
    en: 'I cannot write in this channel yet: please invite me to it, with /invite and my name.',
    fr: 'Je ne peux pas encore écrire dans ce canal\u00A0: invitez-moi, avec /invite et mon nom.',
  },
  suspended: {
    en: 'I could not write here any more ({reason}), so I tell this channel nothing for now. Add me again, or send me one of these lines.',
    fr: 'Je n’ai plus pu écrire ici ({reason})\u00A0: pour le moment, je n’informe plus ce canal. Ajoutez-moi de nouveau, ou renvoyez-moi l’une de ces lignes.',
  },
  unsubscribedTitle: { en: 'Unsubscribed', fr: 'Désabonnement enregistré' },
  unsubscribed: {
    en: 'I will no longer tell this channel about: {topics}.',
    fr: 'Je n’informerai plus ce canal sur\u00A0: {topics}.',
  },
  notSubscribed: {
    en: 'This channel does not follow that, so nothing has changed. Name a topic that it follows, or write “unsubscribe all”; “subscriptions” shows them.',
    fr: 'Ce canal ne suit pas cela\u00A0: rien n’a changé. Nommez un sujet qu’il suit, ou écrivez «\u00A0désabonner tout\u00A0»\u00A0; «\u00A0abonnements\u00A0» les montre.',
  },
  notSubscribedTitle: { en: 'Nothing has changed', fr: 'Rien n’a changé' },
  listTitle: { en: 'Subscriptions of this channel', fr: 'Abonnements de ce canal' },
  lines: {
    en: 'Each line creates the subscription again when you send it to me:',
    fr: 'Chaque ligne recrée l’abonnement quand vous me l’envoyez\u00A0:',
  },
  none: {
    en: 'This channel follows nothing yet. For example: {example}',
    fr: 'Ce canal ne suit encore rien. Par exemple\u00A0: {example}',
  },
  topics: { en: 'Topics: {topics}', fr: 'Sujets\u00A0: {topics}' },
  misunderstoodTitle: { en: 'I did not understand that', fr: 'Je n’ai pas compris' },
  notAllowedTitle: { en: 'Not here', fr: 'Pas ici' },
  managersOnly: {
    en: 'In this workspace only those who manage a channel may change its subscriptions. Please ask one of them.',
    fr: 'Dans cet espace, seules les personnes qui gèrent un canal peuvent modifier ses abonnements. Adressez-vous à l’une d’elles.',
  },
  listedOnly: {
    en: 'In this workspace only some people may change subscriptions. Please ask your administrator.',
    fr: 'Dans cet espace, seules certaines personnes peuvent modifier les abonnements. Adressez-vous à votre administration.',
  },
} as const satisfies Record<string, Bilingual>;

export function say(
  key: keyof typeof strings,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return strings[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
