/** Says why a subscription line was not understood, with the words in question and an example. */
import type { Bilingual, Language } from '../knowledge/language.ts';
import type { Misunderstanding } from './subscription-line.ts';

const sentences: Record<Misunderstanding['reason'], Bilingual> = {
  'no-topic': {
    en: 'Tell me which topics: clusters, CETA and its topics, ECCP, EU–Canada cooperation, events, corrections or everything.',
    fr: 'Dites-moi quels sujets : les grappes, l’AECG et ses sujets, l’ECCP, la coopération UE–Canada, les événements, les corrections ou tout.',
  },
  'too-long': {
    en: 'That line is too long for me; please use several.',
    fr: 'Cette ligne est trop longue ; utilisez-en plusieurs, s’il vous plaît.',
  },
  'unknown-words': {
    en: 'I do not know {words}: I can tell you of clusters, CETA and its topics, ECCP, EU–Canada cooperation, events, corrections or everything.',
    fr: 'Je ne connais pas {words} : je peux vous informer sur les grappes, l’AECG et ses sujets, l’ECCP, la coopération UE–Canada, les événements, les corrections ou tout.',
  },
  'unknown-zone': {
    en: 'I know no such time zone: {words}. Name one such as America/Toronto or Europe/Brussels.',
    fr: 'Je ne connais pas ce fuseau horaire : {words}. Nommez-en un comme America/Toronto ou Europe/Brussels.',
  },
  'no-time': {
    en: 'I cannot read that as a time of day: {words}.',
    fr: 'Je ne peux pas lire cela comme une heure : {words}.',
  },
  'said-twice': {
    en: 'That says the same thing twice: {words}. Please keep one.',
    fr: 'Cela dit deux fois la même chose : {words}. N’en gardez qu’une.',
  },
  contradiction: {
    en: 'These words contradict each other: {words}.',
    fr: 'Ces mots se contredisent : {words}.',
  },
};

const example: Bilingual = {
  en: 'For example: subscribe NGen, procurement weekly on Monday at 09:00',
  fr: 'Par exemple : abonner NGen, marchés publics hebdomadaire le lundi à 9 h',
};

/** Quoted words come from a person: longer ones are cut. */
const longestQuote = 80;

/** One or two sentences, then an example that works. */
export function explainMisunderstanding(problem: Misunderstanding, language: Language): string {
  return `${explainProblem(problem, language)} ${example[language]}`;
}

/** Without an example: for a field of a form. */
export function explainProblem(problem: Misunderstanding, language: Language): string {
  const words = 'words' in problem ? problem.words.slice(0, 5).map((word) => quote(word, language)) : [];
  const list = new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' });
  const isList = problem.reason === 'unknown-words';
  const said = isList ? list.format(words) : words.join(', ');
  return sentences[problem.reason][language].replace('{words}', () => said);
}

function quote(word: string, language: Language): string {
  const short = word.length > longestQuote ? `${word.slice(0, longestQuote)}…` : word;
  return language === 'en' ? `“${short}”` : `«\u00A0${short}\u00A0»`;
}
