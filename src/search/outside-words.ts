import type { Language } from '../knowledge/language.ts';
import { type Word, wordsOf } from './analysis.ts';
import { singular } from './patterns.ts';

/**
 * What persons, offices, events, journeys and households are asked about, and countries outside CETA;
 * compared without a plural ending, because stems would take an intern for something international. None
 * is a topic of ours: a passage that does not have such a word answers another question than one that asks
 * about it.
 *
 * Goods of trade (anything may be shipped), fields of the clusters and words with a second meaning do not
 * belong here.
 */
const outsideWords: Readonly<Record<Language, readonly string[]>> = {
  en:
    // persons
    (
      'age birthday birthplace friend wife husband spouse girlfriend boyfriend ' +
      'hobby hobbies religion hairstyle handwriting selfie salary salaries paycheque paycheck payslip pension overtime ' +
      'horoscope roommate headache kidney liver stomach hair pregnancy fever doctor yoga ' +
      // offices and those in them
      'bundesrat receptionist secretary secretaries janitor intern internship chauffeur bodyguard photographer plumber electrician ' +
      'hairdresser dentist waiter chef priest soldier policeman police firefighter logo mascot font ' +
      'toilet bathroom kitchen cafeteria canteen lease landlord password username login captcha wifi voicemail ' +
      'payroll bookkeeper bookkeeping auditor depreciation ' +
      // events and meals
      'eat eating ate eaten drink drank drunk wear wore worn breakfast lunch dinner supper brunch buffet catering caterer snack menu calories tasty delicious restaurant pub ' +
      'hotel hostel motel taxi shuttle song singer dancing dj autograph lottery raffle applause ' +
      // weather and nature
      'weather rain rainy sunny temperature humidity fog foggy windy sunset sunrise moon garbage rubbish tide mermaid pirate ' +
      'dinosaur volcano earthquake hurricane tsunami mosquito ' +
      // journeys
      'tram flight airport suitcase luggage tourist sightseeing museum zoo castle cathedral cruise vacation passport ' +
      'hitchhike carpool parking plane ' +
      // household and leisure
      'garden gardening backyard lawn balcony hockey football soccer basketball baseball golf tennis chess poker ' +
      'poem movie cinema theatre theater television podcast haircut tattoo wedding funeral divorce christmas easter halloween ' +
      // countries outside CETA
      'norway switzerland turkey ukraine japan china india korea mexico brazil australia russia israel iceland vietnam taiwan ' +
      'singapore argentina chile peru colombia indonesia thailand malaysia philippines egypt nigeria kenya pakistan ' +
      'chinese japanese korean brazilian mexican russian ukrainian australian argentinian ' +
      // towns and regions far from CETA
      'tokyo beijing shanghai mumbai delhi moscow istanbul dubai sydney melbourne seoul bangkok cairo nairobi lagos ' +
      'chicago seattle houston miami florida alaska hawaii nevada arizona oregon ' +
      'antarctica everest sahara nile himalaya ' +
      // work, desks and what stands on them
      'maternity paternity cubicle carpet wallpaper elevator gym shower locker fridge ' +
      'ticker stockbroker moustache beard sibling grandmother grandfather ' +
      'baby toddler dog cat pet puppy kitten tooth teeth nose knee flu cough pill ' +
      // arts, games and belief
      'novel novelist poet opera orchestra guitar piano violin concert sculpture joke riddle crossword ' +
      'sudoku chessboard zodiac ghost alien ufo vampire dragon unicorn wizard god heaven bible church mosque prayer ' +
      'olympics medal marathon skating skiing swimming volleyball rugby cricket lacrosse stadium referee goalie ' +
      // screens and chatter
      'iphone android laptop keyboard screenshot emoji tiktok instagram facebook twitter youtube netflix spotify whatsapp ' +
      'hashtag bluetooth modem minecraft ' +
      // house, kitchen, animals and the sky
      'laundry dishwasher oven stove mattress pillow curtain sofa candle recipe sandwich pizza burger sushi taco ' +
      'omelette pancake cocktail rainbow thunder lightning eclipse spider snake elephant lion tiger wolf giraffe ' +
      // school and crime
      'algebra geometry calculus kindergarten thief robbery kidnapping gun ' +
      // money of one's own, and the law
      'dividend mortgage overdraft bitcoin royalties bankrupt bankruptcy lawsuit jail prison jury burglary murder ' +
      'newspaper magazine alimony inheritance coupon airline airlines colour color fabric ' +
      'attorney barrister surgeon nurse'
    ).split(' '),
  fr: (
    'âge anniversaire épouse copine copain salaire pension horoscope voisin fièvre médecin estomac cheveux ' +
    'bundesrat réceptionniste concierge stagiaire chauffeur photographe plombier électricien coiffeur dentiste police pompier ' +
    'logo mascotte toilettes cafétéria bail vérificateur ' +
    'buffet traiteur collation menu calories restaurant hôtel taxi navette chanson chanteur loterie ' +
    'météo pluie température humidité brouillard lune poubelle sirène pirate dinosaure volcan ouragan moustique ' +
    'métro tramway aéroport valise bagages touriste musée zoo château cathédrale croisière vacances passeport stationnement ' +
    'jardin jardinage pelouse balcon hockey football soccer basketball golf tennis poker poème cinéma théâtre ' +
    'norvège suisse turquie ukraine japon chine inde corée mexique brésil australie russie israël islande vietnam taïwan ' +
    'singapour argentine chili pérou colombie indonésie thaïlande malaisie philippines égypte nigeria kenya pakistan ' +
    'chinois chinoise japonais japonaise coréen coréenne brésilien brésilienne mexicain mexicaine russe ukrainien ukrainienne ' +
    'australien australienne ami amie ' +
    'tokyo pékin shanghai moscou istanbul dubaï sydney chicago texas californie floride alaska everest ' +
    'avocate notaire infirmière chirurgien couleur tissu ' +
    'tapis ascenseur gym douche casier moustache barbe sœur ' +
    'bébé chien chat dent nez genou grippe toux pilule roman poète opéra orchestre ' +
    'guitare piano violon concert blague devinette fantôme licorne sorcier dieu bible église mosquée prière olympiques ' +
    'marathon patinage natation stade arbitre iphone clavier tiktok instagram facebook twitter youtube ' +
    'netflix aspirateur lessive matelas oreiller rideau canapé bougie sandwich pizza burger sushi omelette ' +
    'crêpe cocktail éclipse araignée serpent éléphant lion tigre loup girafe algèbre géométrie ' +
    'voleur fusil ' +
    'télévision coiffure tatouage mariage funérailles divorce Noël Pâques dividende hypothèque bitcoin faillite prison meurtre'
  ).split(' '),
};

const forms = (language: Language) =>
  new Set(outsideWords[language].flatMap((word) => wordsOf(word).map(singular)));
/** Of each language apart: a French word may be an English one of another meaning. */
const outside: Readonly<Record<Language, ReadonlySet<string>>> = { en: forms('en'), fr: forms('fr') };

export function isOutsideWord(word: Pick<Word, 'folded'>, language: Language): boolean {
  return outside[language].has(singular(word));
}
