/** What the generated collection is written with: each topic of an institute in several wordings. */
import type { Bilingual } from '../../src/knowledge/language.ts';

export const cities: readonly Bilingual[] = [
  { en: 'Halifax', fr: 'Halifax' },
  { en: 'Quebec City', fr: 'Québec' },
  { en: 'Montreal', fr: 'Montréal' },
  { en: 'Ottawa', fr: 'Ottawa' },
  { en: 'Toronto', fr: 'Toronto' },
  { en: 'Winnipeg', fr: 'Winnipeg' },
  { en: 'Regina', fr: 'Regina' },
  { en: 'Calgary', fr: 'Calgary' },
  { en: 'Vancouver', fr: 'Vancouver' },
  { en: 'Trois-Rivieres', fr: 'Trois-Rivières' },
  { en: 'Moncton', fr: 'Moncton' },
  { en: 'Whitehorse', fr: 'Whitehorse' },
];

export const fields: readonly Bilingual[] = [
  { en: 'tidal energy', fr: 'énergie marémotrice' },
  { en: 'plant protein', fr: 'protéines végétales' },
  { en: 'machine vision', fr: 'vision artificielle' },
  { en: 'battery recycling', fr: 'recyclage des batteries' },
  { en: 'freight logistics', fr: 'logistique du fret' },
  { en: 'cold storage', fr: 'entreposage frigorifique' },
  { en: 'timber construction', fr: 'construction en bois' },
  { en: 'medical imaging', fr: 'imagerie médicale' },
  { en: 'water treatment', fr: 'traitement des eaux' },
  { en: 'satellite navigation', fr: 'navigation par satellite' },
  { en: 'cheese ripening', fr: 'affinage des fromages' },
  { en: 'seaweed farming', fr: 'culture des algues' },
  { en: 'printed electronics', fr: 'électronique imprimée' },
  { en: 'hydrogen engines', fr: 'moteurs à hydrogène' },
  { en: 'avalanche warning', fr: 'prévision des avalanches' },
  { en: 'rare earths', fr: 'terres rares' },
];

interface Wording {
  readonly heading: string;
  readonly asks: readonly string[];
  readonly texts: readonly string[];
  readonly details: readonly string[];
  /** Questions that name the institute. */
  readonly named: readonly string[];
  /** Questions that only describe it. */
  readonly described: readonly string[];
}

interface Topic extends Bilingual<Wording> {
  readonly id: string;
}

export const topics: readonly Topic[] = [
  {
    id: 'leader',
    en: {
      heading: 'Management of {name}',
      asks: ['Who directs {name}?', 'Who is the director of {name}?', 'Who heads {name}?'],
      texts: [
        '{name} is directed by {leader}.',
        'The director of {name} is {leader}, who took office in {year}.',
        '{leader} heads the institute, which studies {field}.',
      ],
      details: [
        'The director answers to a board of nine members.',
        'Before, {leader} managed a company in {city}.',
      ],
      named: [
        'who runs {name}?',
        'name of the boss of {name}',
        'Who is in charge at the {name} Institute?',
        '{name} director',
      ],
      described: ['Who heads the institute for {field} in {city}?', 'director {field} {city}'],
    },
    fr: {
      heading: 'Direction de {name}',
      asks: ['Qui dirige {name} ?', 'Qui est à la tête de {name} ?', 'Qui est le directeur de {name} ?'],
      texts: [
        '{name} est dirigé par {leader}.',
        'À la direction de {name} se trouve {leader}, depuis {year}.',
        '{leader} est à la tête de l’institut, qui étudie l’{field}.',
      ],
      details: [
        'La direction rend compte à un conseil de neuf membres.',
        'Auparavant, {leader} gérait une entreprise à {city}.',
      ],
      named: ['c’est qui le patron de {name} ?', 'Qui mène l’Institut {name} ?', '{name} directeur'],
      described: ['Qui dirige l’institut de {field} à {city} ?', 'directeur {field} {city}'],
    },
  },
  {
    id: 'funding',
    en: {
      heading: 'Funding of {name}',
      asks: ['How much funding does {name} have?', 'How is {name} funded?', 'What is the budget of {name}?'],
      texts: [
        '{name} receives {money} million dollars a year from public funds.',
        'The yearly budget of {name} is {money} million dollars.',
        'Public funding of {money} million dollars a year pays for research into {field}.',
      ],
      details: ['A third of the amount comes from industry.', 'The money is spent on projects in {field}.'],
      named: [
        'how much money does {name} get?',
        '{name} budget',
        'What does {name} cost the taxpayer per year?',
      ],
      described: ['budget of the {field} institute in {city}', 'How is {field} research in {city} funded?'],
    },
    fr: {
      heading: 'Financement de {name}',
      asks: [
        'Quel est le financement de {name} ?',
        'Comment {name} est-il financé ?',
        'Quel est le budget de {name} ?',
      ],
      texts: [
        '{name} reçoit {money} millions de dollars par an de fonds publics.',
        'Le budget annuel de {name} est de {money} millions de dollars.',
        'Un financement public de {money} millions de dollars par an paie la recherche en {field}.',
      ],
      details: ['Un tiers de la somme vient de l’industrie.', 'L’argent sert à des projets en {field}.'],
      named: ['combien d’argent reçoit {name} ?', '{name} budget', 'Que coûte {name} par année ?'],
      described: [
        'budget de l’institut de {field} à {city}',
        'Comment finance-t-on la recherche en {field} à {city} ?',
      ],
    },
  },
  {
    id: 'founded',
    en: {
      heading: 'History of {name}',
      asks: ['When was {name} founded?', 'How old is {name}?', 'What is the history of {name}?'],
      texts: [
        '{name} was founded in {year}.',
        'Founded in {year}, {name} is one of the older institutes for {field}.',
        'The history of {name} begins in {year}, in a school of {city}.',
      ],
      details: ['It moved twice before it settled in {city}.', 'Its founders were three engineers.'],
      named: ['when did {name} start?', 'since when does {name} exist', 'age of the {name} Institute'],
      described: ['When was the {field} institute of {city} founded?', 'history {field} {city}'],
    },
    fr: {
      heading: 'Histoire de {name}',
      asks: ['Quand {name} a-t-il été fondé ?', 'Quel âge a {name} ?', 'Quelle est l’histoire de {name} ?'],
      texts: [
        '{name} a été fondé en {year}.',
        'Fondé en {year}, {name} est l’un des plus anciens instituts de {field}.',
        'L’histoire de {name} commence en {year}, dans une école de {city}.',
      ],
      details: [
        'Il a déménagé deux fois avant de s’établir à {city}.',
        'Ses fondateurs étaient trois ingénieurs.',
      ],
      named: ['depuis quand {name} existe-t-il ?', 'quand a commencé {name} ?', 'âge de l’Institut {name}'],
      described: ['Quand l’institut de {field} de {city} a-t-il été fondé ?', 'histoire {field} {city}'],
    },
  },
  {
    id: 'place',
    en: {
      heading: 'Location of {name}',
      asks: ['Where is {name} located?', 'In which city is {name}?', 'Where is the head office of {name}?'],
      texts: [
        '{name} is located in {city}.',
        'The head office of {name} is in {city}.',
        'In {city}, {name} has its laboratories for {field}.',
      ],
      details: ['Visitors are welcome on Thursdays.', 'The building was a brewery.'],
      named: ['where is {name} based?', '{name} address', 'which town is the {name} Institute in?'],
      described: ['Where in {city} is {field} studied?', 'visit {field} laboratory {city}'],
    },
    fr: {
      heading: 'Siège de {name}',
      asks: ['Où se trouve {name} ?', 'Dans quelle ville est {name} ?', 'Où est le siège de {name} ?'],
      texts: [
        '{name} se trouve à {city}.',
        'Le siège de {name} est à {city}.',
        'À {city}, {name} a ses laboratoires de {field}.',
      ],
      details: ['Les visites ont lieu le jeudi.', 'Le bâtiment était une brasserie.'],
      named: ['{name} c’est où ?', 'adresse de {name}', 'l’Institut {name} est situé dans quelle ville ?'],
      described: ['Où étudie-t-on le domaine {field} à {city} ?', 'visite laboratoire {field} {city}'],
    },
  },
  {
    id: 'members',
    en: {
      heading: 'Staff of {name}',
      asks: [
        'How many people work at {name}?',
        'How large is the staff of {name}?',
        'How many employees does {name} have?',
      ],
      texts: [
        '{people} people work at {name}.',
        'The staff of {name} numbers {people} people.',
        '{name} has {people} employees, most of them researchers in {field}.',
      ],
      details: ['Every year some students join them.', 'Half of them came from other provinces.'],
      named: ['how big is {name}?', '{name} number of workers', 'headcount at {name}'],
      described: ['How many researchers work on {field} in {city}?', 'employees {field} {city}'],
    },
    fr: {
      heading: 'Personnel de {name}',
      asks: [
        'Combien de personnes travaillent à {name} ?',
        'Quel est l’effectif de {name} ?',
        'Combien d’employés a {name} ?',
      ],
      texts: [
        '{people} personnes travaillent à {name}.',
        'L’effectif de {name} est de {people} personnes.',
        '{name} compte {people} employés, surtout des chercheurs en {field}.',
      ],
      details: ['Chaque année, des étudiants les rejoignent.', 'La moitié vient d’autres provinces.'],
      named: [
        '{name} c’est gros comment ?',
        'nombre de travailleurs à {name}',
        'taille de l’Institut {name}',
      ],
      described: ['Combien de chercheurs travaillent en {field} à {city} ?', 'employés {field} {city}'],
    },
  },
  {
    id: 'apply',
    en: {
      heading: 'Applying to {name}',
      asks: [
        'How does a firm apply to {name}?',
        'How do we join a project of {name}?',
        'When is the deadline of {name}?',
      ],
      texts: [
        'Firms apply to {name} with a form of two pages, by month {month} of each year.',
        'To join a project of {name}, a firm sends an application by month {month}.',
        'Applications to {name} for projects in {field} close in month {month}.',
      ],
      details: ['An answer comes within eight weeks.', 'Small firms pay no fee.'],
      named: ['how can my company take part in {name}?', '{name} deadline', 'application form for {name}'],
      described: ['How do I apply for a {field} project in {city}?', 'join {field} project {city}'],
    },
    fr: {
      heading: 'Demandes à {name}',
      asks: [
        'Comment faire une demande à {name} ?',
        'Comment se joindre à un projet de {name} ?',
        'Quelle est la date limite de {name} ?',
      ],
      texts: [
        'Les entreprises font leur demande à {name} par un formulaire de deux pages, avant le mois {month} de chaque année.',
        'Pour se joindre à un projet de {name}, une entreprise envoie une demande avant le mois {month}.',
        'Les demandes à {name} pour des projets en {field} se terminent au mois {month}.',
      ],
      details: ['La réponse arrive en huit semaines.', 'Les petites entreprises ne paient rien.'],
      named: [
        'comment mon entreprise peut-elle participer à {name} ?',
        '{name} date limite',
        'formulaire de demande {name}',
      ],
      described: [
        'Comment faire une demande pour un projet de {field} à {city} ?',
        'participer projet {field} {city}',
      ],
    },
  },
];
