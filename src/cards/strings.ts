/** Every fixed string of the cards, in both languages. */
import type { Bilingual, Language } from '../knowledge/language.ts';

const strings = {
  sources: { en: 'Sources', fr: 'Sources' },
  more: { en: 'More', fr: 'Suite' },
  asOf: { en: 'As of {date}', fr: 'Date des données : {date}' },
  asOfRange: {
    en: 'As of {from} to {to}, depending on the figure',
    fr: 'Dates des données : {from} – {to}, selon le chiffre',
  },
  overdue: {
    en: 'review was due {date}: it may have changed',
    fr: 'révision prévue : {date} ; l’information a pu changer',
  },
  // French dates take du, de or d’: the wording goes without.
  future: {
    en: 'Not yet: this applies from {date}.',
    fr: 'Pas encore applicable (début : {date}).',
  },
  past: {
    en: 'No longer: this applied until {date}.',
    fr: 'N’est plus applicable (fin : {date}).',
  },
  otherYear: {
    en: 'What follows is not about {year}: it is as of {dates}.',
    fr: 'Ce qui suit ne porte pas sur {year} (date des données : {dates}).',
  },
  dutyNotListed: {
    en: 'My content has no duty for “{goods}”; this is how to find it.',
    fr: 'Mon contenu n’indique aucun droit pour « {goods} » ; voici comment le trouver.',
  },
  termInFrench: {
    en: 'In French, “{term}” is “{translation}”.',
    fr: 'En français, « {term} » se dit « {translation} ».',
  },
  termInEnglish: {
    en: 'In English, “{term}” is “{translation}”.',
    fr: 'En anglais, « {term} » se dit « {translation} ».',
  },
  ownWording: {
    en: 'That is the wording of this guide; I have found no official source for it.',
    fr: 'C’est le terme qu’emploie ce guide ; je n’en ai trouvé aucune source officielle.',
  },
  notStated: { en: 'not stated', fr: 'non précisé' },
  compareCaption: { en: 'Comparison: {names}', fr: 'Comparaison : {names}' },
  compareTitle: { en: '{names} compared', fr: '{names} : comparaison' },
  compareColumn: { en: 'Subject', fr: 'Élément' },
  rankMost: {
    en: '{label}: {first} comes first with {value}, then {next} with {nextValue}.',
    fr: '{label} : {first} vient en tête avec {value}, devant {next} avec {nextValue}.',
  },
  rankLeast: {
    en: '{label}: {first} comes last with {value}, after {next} with {nextValue}.',
    fr: '{label} : {first} vient en dernier avec {value}, après {next} avec {nextValue}.',
  },
  rankFree: {
    en: '{label}: none at {first} ({value}), then {next} with {nextValue}.',
    fr: '{label} : aucun montant à payer chez {first} ({value}), puis {next} avec {nextValue}.',
  },
  rankLevel: {
    en: '{label}: {names} are level, with {value}.',
    fr: '{label} : {names} sont à égalité, avec {value}.',
  },
  rankSame: {
    en: '{label}: the same for {names}, {value}.',
    fr: '{label} : la même réponse pour {names}, soit {value}.',
  },
  rankUnknown: { en: 'Not stated: {names}.', fr: 'Non précisé : {names}.' },
  rankYears: {
    en: 'The figures are of different dates, so they rank only roughly.',
    fr: 'Les chiffres sont de dates différentes : le classement n’est qu’indicatif.',
  },
  datesDiffer: {
    en: '{label}: the dates stand for different steps, so here is what is known of each.',
    fr: '{label} : les dates correspondent à des étapes différentes ; voici ce que l’on sait de chacune.',
  },
  yes: { en: 'Yes. {sentence}', fr: 'Oui. {sentence}' },
  no: { en: 'No. {sentence}', fr: 'Non. {sentence}' },
  joinedTitle: { en: 'Your questions, one by one', fr: 'Vos questions, une à une' },
  contrastTitle: { en: 'Side by side', fr: 'Côte à côte' },
  eachTitle: { en: 'Cluster by cluster', fr: 'Grappe par grappe' },
  eitherTitle: { en: 'Two answers may fit', fr: 'Deux réponses possibles' },
  listTitle: { en: 'The five Global Innovation Clusters', fr: 'Les cinq grappes d’innovation mondiales' },
  listSentence: { en: 'There are {count}: {names}.', fr: 'Il y en a {count} : {names}.' },
  findTitle: { en: 'Clusters for: {term}', fr: 'Grappes pour : {term}' },
  findOne: { en: '{cluster} is the cluster for {term}.', fr: '{cluster} est la grappe qui couvre : {term}.' },
  findMany: {
    en: '{count} clusters cover {term}: {clusters}.',
    fr: '{count} grappes couvrent ce domaine ({term}) : {clusters}.',
  },
  findNone: {
    en: 'None of the five clusters has {term} among its fields.',
    fr: 'Aucune des cinq grappes ne compte {term} parmi ses domaines.',
  },
  findPlace: {
    en: '{cluster} has its home region there ({term}).',
    fr: '{cluster} y a sa région d’attache ({term}).',
  },
  findPlaces: {
    en: '{clusters} have their home region there ({term}).',
    fr: '{clusters} y ont leur région d’attache ({term}).',
  },
  findNoPlace: {
    en: 'None of the five clusters has its home region there ({term}).',
    fr: 'Aucune des cinq grappes n’y a sa région d’attache ({term}).',
  },
  and: { en: 'and', fr: 'et' },
  briefTitle: { en: 'Brief: {subject}', fr: 'Fiche : {subject}' },
  briefTopics: { en: 'CETA topics', fr: 'Sujets de l’AECG' },
  briefNoTopics: {
    en: 'My content matches no CETA topic to this.',
    fr: 'Mon contenu n’y rattache aucun sujet de l’AECG.',
  },
  briefCounterparts: { en: 'European counterparts', fr: 'Homologues européens' },
  briefNoCounterparts: {
    en: 'My content names no European counterpart for this.',
    fr: 'Mon contenu ne nomme aucun homologue européen.',
  },
  briefDates: { en: 'Next dates', fr: 'Prochaines dates' },
  briefNoDates: {
    en: 'My content states no date from {date} on.',
    fr: 'Mon contenu n’indique aucune date à partir du {date}.',
  },
  briefBegins: { en: 'begins', fr: 'début' },
  briefEnds: { en: 'ends', fr: 'fin' },
  briefWhichTitle: { en: 'A brief on what?', fr: 'Une fiche sur quoi ?' },
  briefWhich: {
    en: 'Choose a cluster, or name a cluster, an industry or a province: “brief on agri-food”, “brief Ontario”.',
    fr: 'Choisissez une grappe, ou nommez une grappe, un secteur ou une province : « fiche sur l’agroalimentaire », « fiche Ontario ».',
  },
  upcomingTitle: { en: '{name}: what changes next', fr: '{name} : ce qui change ensuite' },
  asMarkdown: { en: 'As Markdown', fr: 'En Markdown' },
  didYouMeanTitle: { en: 'Did you mean …?', fr: 'Vouliez-vous dire… ?' },
  didYouMean: {
    en: 'I am not sure which of these you are asking about. Choose one, or ask again with a few more words.',
    fr: 'Je ne sais pas laquelle de ces réponses vous cherchez. Choisissez, ou précisez votre question.',
  },
  noAnswerTitle: { en: 'I don’t know', fr: 'Je ne sais pas' },
  noAnswer: {
    en: 'I have no answer to that in my sources, and I do not guess.',
    fr: 'Je n’ai pas de réponse à cette question dans mes sources, et je n’en invente pas.',
  },
  noAnswerUnknown: {
    en: 'These words are not in my content: {words}.',
    fr: 'Ces mots ne figurent pas dans mon contenu : {words}.',
  },
  noAnswerNearest: { en: 'The nearest I have:', fr: 'Ce que j’ai de plus proche :' },
  noAnswerScope: {
    en: 'I answer questions about Canada’s five Global Innovation Clusters, CETA, and cluster cooperation between Canada and Europe.',
    fr: 'Je réponds aux questions sur les cinq grappes d’innovation mondiales du Canada, l’AECG et la coopération entre grappes du Canada et d’Europe.',
  },
  unsupportedTitle: { en: 'Outside what I cover', fr: 'Hors de mon domaine' },
  emptyTitle: { en: 'Ask me a question', fr: 'Posez-moi une question' },
  empty: {
    en: 'I found no words to answer. Try “Which supercluster is for shipbuilders?”',
    fr: 'Je n’ai trouvé aucun mot à traiter. Essayez : « Quelle supergrappe s’adresse aux chantiers navals ? »',
  },
  tooLongTitle: { en: 'That is too long for me', fr: 'C’est trop long pour moi' },
  tooLong: {
    en: 'Please ask one question of at most {maximum} characters.',
    fr: 'Posez une seule question d’au plus {maximum} caractères, s’il vous plaît.',
  },
  otherLanguageTitle: { en: 'I answer in English and French', fr: 'Je réponds en français et en anglais' },
  otherLanguage: {
    en: 'I could not read that language. Please ask in English or in French.',
    fr: 'Je n’ai pas pu lire cette langue. Posez votre question en français ou en anglais, s’il vous plaît.',
  },
  expiredTitle: { en: 'That button is out of date', fr: 'Ce bouton n’est plus à jour' },
  expired: {
    en: 'What this button pointed to has changed. Please ask the question again.',
    fr: 'Ce à quoi ce bouton renvoyait a changé. Posez de nouveau votre question, s’il vous plaît.',
  },
  greetingTitle: { en: 'Hello!', fr: 'Bonjour !' },
  greeting: {
    en: 'I am Supercluster Guide. I answer from sourced, dated content about Canada’s five Global Innovation Clusters (the former superclusters), CETA, and cluster cooperation between Canada and Europe.',
    fr: 'Je suis le Guide des supergrappes. Je réponds, sources et dates à l’appui, sur les cinq grappes d’innovation mondiales du Canada (les anciennes supergrappes), l’AECG et la coopération entre grappes du Canada et d’Europe.',
  },
  greetingTry: { en: 'Try one of these:', fr: 'Par exemple :' },
  thanksTitle: { en: 'You are welcome', fr: 'Avec plaisir' },
  thanks: { en: 'Ask again whenever you like.', fr: 'N’hésitez pas à poser d’autres questions.' },
  smallTalkTitle: { en: 'Supercluster Guide', fr: 'Guide des supergrappes' },
  helpTitle: { en: 'What I can do', fr: 'Ce que je sais faire' },
  help: {
    en: 'Ask me in your own words, in English or French. Every answer comes from checked content, with its date and its sources; when I do not know, I say so.',
    fr: 'Posez vos questions avec vos mots, en français ou en anglais. Chaque réponse vient d’un contenu vérifié, avec sa date et ses sources ; quand je ne sais pas, je le dis.',
  },
  helpCommands: { en: 'Commands', fr: 'Commandes' },
  helpExamples: { en: 'Examples', fr: 'Exemples' },
  helpExample: { en: 'Example', fr: 'Exemple' },
  helpOtherNames: { en: 'You can also type', fr: 'On peut aussi taper' },
  helpWithoutCommand: {
    en: 'In a direct message, or after mentioning me, the same works without the command before it.',
    fr: 'Dans un message direct, ou après m’avoir mentionné, cela fonctionne aussi sans la commande devant.',
  },
  newsAdded: { en: 'New', fr: 'Nouveau' },
  newsChanged: { en: 'Changed', fr: 'Mis à jour' },
  newsCorrected: { en: 'Corrected', fr: 'Corrigé' },
  newsRemoved: { en: 'Removed', fr: 'Retiré' },
  newsBegins: { en: 'Begins {date}', fr: 'À compter du {date}' },
  newsTitle: { en: 'What has changed', fr: 'Ce qui a changé' },
  newsBefore: { en: 'Before: {text}', fr: 'Avant\u00A0: {text}' },
  newsGone: {
    en: 'I no longer tell this. It may have ended, or it could not be confirmed.',
    fr: 'Je ne donne plus cette information. Elle n’est plus valable ou n’a pas pu être confirmée.',
  },
  newsMore: { en: 'Also:', fr: 'Aussi\u00A0:' },
  newsNote: { en: 'Note from the editors: {text}', fr: 'Note de la rédaction\u00A0: {text}' },
  newsWhy: {
    en: 'This channel follows: {topics}. Write “subscriptions” to me to see or change that.',
    fr: 'Ce canal suit\u00A0: {topics}. Écrivez-moi «\u00A0abonnements\u00A0» pour voir ou changer cela.',
  },
  newsWhyByOperator: {
    en: 'This channel follows: {topics}. Whoever looks after Supercluster Guide in your organisation can change that.',
    fr: 'Ce canal suit\u00A0: {topics}. La personne responsable de Supercluster Guide dans votre organisation peut changer cela.',
  },
  digestTitle: { en: 'Digest of {date}', fr: 'Résumé\u00A0: {date}' },
  digestSummary: { en: '{count} news: {titles}', fr: '{count} nouvelles\u00A0: {titles}' },
  correctionTitle: { en: 'A correction to my answer', fr: 'Une correction à ma réponse' },
  correction: {
    en: 'What I said here about “{title}” was put right since. It now reads:',
    fr: 'Ce que j’ai dit ici au sujet de «\u00A0{title}\u00A0» a été corrigé depuis. Désormais\u00A0:',
  },
  updateTitle: { en: 'An update to my answer', fr: 'Une mise à jour de ma réponse' },
  update: {
    en: 'What I said here about “{title}” has changed since. It now reads:',
    fr: 'Ce que j’ai dit ici au sujet de «\u00A0{title}\u00A0» a changé depuis. Désormais\u00A0:',
  },
  withdrawnTitle: { en: 'I withdraw an answer', fr: 'Je retire une réponse' },
  withdrawn: {
    en: 'What I said here about “{title}” is withdrawn: please do not rely on it any more.',
    fr: 'Ce que j’ai dit ici au sujet de «\u00A0{title}\u00A0» est retiré\u00A0: ne vous y fiez plus.',
  },
  withdrawnUntitled: {
    en: 'Something that I said here is withdrawn: please do not rely on it any more.',
    fr: 'Une partie de ce que j’ai dit ici est retirée\u00A0: ne vous y fiez plus.',
  },
  withdrawnAsk: {
    en: 'Ask me again for what I know today.',
    fr: 'Posez de nouveau votre question pour savoir ce que je sais aujourd’hui.',
  },
  withdrawnLook: {
    en: 'Ask me again for what I know today, or look at its sources below.',
    fr: 'Posez de nouveau votre question pour savoir ce que je sais aujourd’hui, ou consultez ses sources ci-dessous.',
  },
  showingResults: { en: 'Showing results for “{words}”', fr: 'Résultats pour « {words} »' },
  inOtherLanguage: { en: 'En français', fr: 'In English' },
  aboutTopics: { en: 'I can tell you about:', fr: 'Je peux vous renseigner sur :' },
} as const satisfies Record<string, Bilingual>;

export type StringKey = keyof typeof strings;

/** The string of a key, its `{placeholders}` replaced. */
export function string(
  key: StringKey,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return strings[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `a, b and c` in the language. */
export function enumerate(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${string('and', language)} ${items.at(-1)}`;
}
