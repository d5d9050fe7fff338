/** The words of the subscription form, the same on every platform. */
import type { Bilingual } from '../knowledge/language.ts';

export const formStrings = {
  title: { en: 'Subscribe', fr: 'S’abonner' },
  save: { en: 'Save', fr: 'Enregistrer' },
  channel: { en: 'Channel', fr: 'Canal' },
  channelHint: {
    en: 'One that you are in. Invite me there, so that I can write.',
    fr: 'Un canal dont vous êtes membre. Invitez-moi pour que je puisse y écrire.',
  },
  thisConversation: { en: 'This conversation', fr: 'Cette conversation' },
  topics: { en: 'Topics', fr: 'Sujets' },
  cadence: { en: 'How often', fr: 'Fréquence' },
  instantly: { en: 'At once', fr: 'Immédiatement' },
  daily: { en: 'Once a day', fr: 'Une fois par jour' },
  weekly: { en: 'Once a week', fr: 'Une fois par semaine' },
  at: { en: 'Time (daily and weekly)', fr: 'Heure (chaque jour ou semaine)' },
  weekday: { en: 'Day (weekly)', fr: 'Jour (chaque semaine)' },
  language: { en: 'Language', fr: 'Langue' },
  english: { en: 'English', fr: 'Anglais' },
  french: { en: 'French', fr: 'Français' },
  timeZone: { en: 'Time zone', fr: 'Fuseau horaire' },
  timeZoneHint: {
    en: 'A city or a name such as America/Toronto',
    fr: 'Une ville ou un nom comme America/Toronto',
  },
  quietFrom: { en: 'Quiet from', fr: 'Silence à partir de' },
  quietTo: { en: 'Quiet until', fr: 'Silence jusqu’à' },
  weekends: { en: 'Weekends', fr: 'Fins de semaine' },
  deliver: { en: 'Weekends too', fr: 'Fins de semaine aussi' },
  wait: { en: 'Not on weekends', fr: 'Pas la fin de semaine' },
  following: { en: 'Followed already:', fr: 'Déjà suivi\u00A0:' },
  change: { en: 'Change', fr: 'Modifier' },
  remove: { en: 'Unsubscribe', fr: 'Se désabonner' },
  removeConfirm: {
    en: 'This conversation will no longer be told of these topics.',
    fr: 'Cette conversation ne sera plus informée de ces sujets.',
  },
  choose: { en: 'Please choose one of the options.', fr: 'Choisissez l’une des options.' },
  bothTimes: {
    en: 'Quiet hours need a beginning and an end.',
    fr: 'Le silence a besoin d’un début et d’une fin.',
  },
  fill: { en: 'Please fill this in.', fr: 'Veuillez remplir ce champ.' },
} as const satisfies Record<string, Bilingual>;
