/** A conversation of canned replies that shows every element of a card, in both languages. */
import type { Answering } from '../../src/answering.ts';
import type { Card, CardAction } from '../../src/cards/card.ts';
import { plain, strong } from '../../src/cards/card.ts';
import type { Reply } from '../../src/conversation/types.ts';
import type { Language } from '../../src/knowledge/language.ts';

const words = {
  en: {
    title: 'Advanced Manufacturing (NGen)',
    context: 'You asked: ',
    lead: [
      'NGen builds up world-leading ',
      'advanced manufacturing',
      ' in Canada, and is run from Hamilton, Ontario. Read more at ',
      'ngen.ca',
    ],
    facts: [
      ['Province', 'Ontario'],
      ['Federal funding', 'up to CA$250 million'],
      ['Website', 'ngen.ca'],
    ],
    caption: 'Funding in two rounds',
    columns: ['Round', 'Amount', 'Until'],
    rows: [
      ['First', 'CA$230 million', '2023'],
      ['Second', 'CA$177 million', '2028'],
    ],
    items: ['Collaborative projects', 'Skills and training', 'Access for small companies'],
    notice: 'The second round ends in 2028; the list of calls changes often.',
    alt: 'Map of the five clusters',
    asOf: 'As of June 2019 – review overdue',
    sources: 'Sources',
    buttons: ['Who leads it?', 'Its sectors', 'All five clusters', 'Helpful', 'Website'],
    share: 'Share with the channel',
    unknown: 'I do not know that. Try one of these.',
    help: 'I answer questions about the five innovation clusters and CETA.',
    examples: ['Who leads NGen?', 'What is a supercluster?'],
    more: 'More',
  },
  fr: {
    title: 'Fabrication de pointe (NGen)',
    context: 'Vous avez demandé : ',
    lead: [
      'NGen développe la ',
      'fabrication de pointe',
      ' au Canada depuis Hamilton, en Ontario. Pour en savoir plus : ',
      'ngen.ca',
    ],
    facts: [
      ['Province', 'Ontario'],
      ['Financement fédéral', 'jusqu’à 250 millions $ CA'],
      ['Site Web', 'ngen.ca'],
    ],
    caption: 'Un financement en deux temps',
    columns: ['Ronde', 'Montant', 'Jusqu’en'],
    rows: [
      ['Première', '230 millions $ CA', '2023'],
      ['Deuxième', '177 millions $ CA', '2028'],
    ],
    items: ['Projets collaboratifs', 'Compétences et formation', 'Accès des petites entreprises'],
    notice: 'La deuxième ronde se termine en 2028 ; la liste des appels change souvent.',
    alt: 'Carte des cinq grappes',
    asOf: 'En date de juin 2019 – révision en retard',
    sources: 'Sources',
    buttons: ['Qui la dirige ?', 'Ses secteurs', 'Les cinq grappes', 'Utile', 'Site Web'],
    share: 'Partager dans le canal',
    unknown: 'Je ne le sais pas. Essayez l’une de ces questions.',
    help: 'Je réponds aux questions sur les cinq grappes d’innovation et l’AECG.',
    examples: ['Qui dirige NGen ?', 'Qu’est-ce qu’une supergrappe ?'],
    more: 'Plus',
  },
} as const;

function call(
  language: Language,
  label: string,
  intent: string,
  args: Record<string, string> = {},
): CardAction {
  return { type: 'call', label, call: { intent, args, language } };
}

/** Every element there is; `asked` is repeated in it, so that a test can try to break out of it. */
export function everythingCard(language: Language, asked: string): Card {
  const w = words[language];
  const [who, sectors, all, helpful, website] = w.buttons;
  return {
    language,
    summary: w.title,
    elements: [
      { type: 'title', text: w.title },
      { type: 'context', text: [...plain(w.context), { type: 'text', value: asked, emphasis: true }] },
      {
        type: 'text',
        text: [
          ...plain(w.lead[0]),
          ...strong(w.lead[1]),
          ...plain(w.lead[2]),
          { type: 'link', value: w.lead[3], url: 'https://www.ngen.ca/' },
          ...plain('.'),
        ],
      },
      { type: 'facts', facts: w.facts.map(([label, value]) => ({ label, value: plain(value) })) },
      { type: 'table', caption: w.caption, columns: w.columns, rows: w.rows },
      { type: 'list', ordered: false, items: w.items.map(plain) },
      { type: 'notice', tone: 'warning', text: plain(w.notice) },
      { type: 'image', url: 'https://images.example/map.png', alt: w.alt },
      {
        type: 'sources',
        label: w.sources,
        asOf: w.asOf,
        sources: [
          {
            id: 'a',
            title: 'EU–Canada cluster cooperation <2019> & beyond',
            publisher: 'European Commission',
            url: 'https://example.org/eu-canada?a=1&b=2',
            date: '2019-06',
          },
        ],
      },
      {
        type: 'actions',
        actions: [
          {
            type: 'call',
            label: who,
            call: { intent: 'attribute', args: { entry: 'ngen', attribute: 'leader' }, language },
            primary: true,
          },
          call(language, sectors, 'attribute', { entry: 'ngen', attribute: 'sectors' }),
          call(language, all, 'list-clusters'),
          call(language, helpful, 'feedback', { helpful: 'yes' }),
          { type: 'open', label: website, url: 'https://www.ngen.ca/' },
          { type: 'share', label: w.share, call: { intent: 'entry', args: { entry: 'ngen' }, language } },
        ],
      },
    ],
    more: call(language, w.more, 'more'),
  };
}

function shortCard(language: Language, text: string): Card {
  const [who, sectors, all] = words[language].buttons;
  const actions = [
    call(language, who, 'attribute', { entry: 'ngen', attribute: 'leader' }),
    call(language, sectors, 'attribute', { entry: 'ngen', attribute: 'sectors' }),
    call(language, all, 'list-clusters'),
  ];
  return {
    language,
    summary: text,
    elements: [
      { type: 'text', text: plain(text) },
      { type: 'actions', actions },
    ],
  };
}

function helpCard(language: Language): Card {
  const { help, examples, buttons } = words[language];
  const items = examples.map((value) => [...plain('– '), { type: 'text', value, emphasis: true } as const]);
  const other = language === 'en' ? 'fr' : 'en';
  return {
    language,
    summary: help,
    elements: [
      { type: 'text', text: plain(help) },
      { type: 'list', ordered: false, items },
      {
        type: 'actions',
        actions: [call(language, buttons[2], 'list-clusters'), call(other, 'Français / English', 'help')],
      },
    ],
  };
}

export function reply(outcome: Reply['outcome'], intent: string, card: Card, asked: string): Reply {
  const { language } = card;
  const answered = outcome === 'answer' || outcome === 'social';
  return {
    outcome,
    answered,
    language,
    intent,
    confidence: answered ? 0.92 : 0.21,
    card,
    entries: answered ? ['ngen', 'ngen#funding'] : [],
    sources: answered ? ['https://example.org/eu-canada?a=1&b=2'] : [],
    turn: {
      question: asked,
      meaning: asked,
      language,
      intent,
      args: {},
      entities: ['ngen'],
      repeatable: true,
      offers: [],
      listed: false,
    },
    explanation: {
      language: { chosen: language, because: 'three words are English alone' },
      normalised: asked.toLowerCase().slice(0, 200),
      corrections: [{ from: 'ngem', to: 'ngen' }],
      entities: [{ words: 'ngen', kind: 'cluster', id: 'ngen' }],
      unknownWords: answered ? [] : ['zeppelin'],
      candidates: [
        { intent: 'cluster', score: 0.97, because: 'names one cluster and nothing else' },
        { intent: 'search', score: 0.41, because: 'always considered' },
      ],
      hits: [
        { passage: 'ngen#what', score: 18.2, confidence: 0.92 },
        { passage: 'ngen#funding', score: 9.4, confidence: 0.38 },
      ],
      inherited: [],
      confidence: answered ? 0.92 : 0.21,
      decision: 'Answered: confidence 0.92 is above 0.60, and 0.54 ahead of the runner-up.',
    },
  };
}

/** Answers everything with the card that has everything, except for words and intents it does not know. */
export function cannedAnswering(seen: unknown[] = []): Answering {
  return {
    ask: async (question) => {
      seen.push(question);
      const language = question.language ?? 'en';
      if (question.text.includes('zeppelin')) {
        return reply('no-answer', 'search', shortCard(language, words[language].unknown), question.text);
      }
      return reply('answer', 'cluster', everythingCard(language, question.text.slice(0, 200)), question.text);
    },
    call: async (asked, place) => {
      seen.push({ call: asked, place });
      const { intent, language } = asked;
      if (intent === 'help') return reply('social', 'help', helpCard(language), 'help');
      const known = ['attribute', 'list-clusters', 'feedback', 'more'].includes(intent);
      if (!known) return reply('no-answer', intent, shortCard(language, words[language].unknown), '');
      return reply('answer', intent, everythingCard(language, Object.values(asked.args).join(' ')), '');
    },
    firstSeen: async () => true,
    overhear: async () => undefined,
    defaultLanguage: 'en',
  };
}
