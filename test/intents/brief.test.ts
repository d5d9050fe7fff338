import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cards/card.ts';
import { toMarkdown } from '../../src/cards/markdown.ts';
import { string } from '../../src/cards/strings.ts';
import { toText } from '../../src/cards/text.ts';
import type { Reply } from '../../src/conversation/types.ts';
import { languages } from '../../src/knowledge/language.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { toMarkdownMessage } from '../../src/slack/markdown-message.ts';
import { limits as teamsLimits } from '../../src/teams/limits.ts';
import { actionsOf } from '../support/reachable.ts';
import { askReal, realConversation, realKnowledge, today } from '../support/real-content.ts';

const clusters = ['digital', 'protein', 'ngen', 'scale-ai', 'ocean'];
const subjects = [
  ...clusters.map((id) => `cluster:${id}`),
  ...realKnowledge.vocabulary.terms.map((term) => `${term.category}:${term.id}`),
];
const briefOn = (subject: string, language: 'en' | 'fr' = 'en', now = today) =>
  realConversation.call({ intent: 'brief', args: { subject }, language }, now);

/** The items listed under a heading of the card. */
function under(reply: Reply, key: 'briefTopics' | 'briefCounterparts' | 'briefDates'): string[] {
  const { elements, language } = reply.card;
  const position = elements.findIndex(
    (element) => element.type === 'text' && plainText(element.text) === string(key, language),
  );
  const next = elements[position + 1];
  if (next?.type === 'list') return next.items.map(plainText);
  return next?.type === 'text' ? [plainText(next.text)] : [];
}

describe('asking for a brief', () => {
  it.each([
    ['brief ngen', 'cluster:ngen'],
    ['Brief on agri-food', 'sector:agriculture'],
    ['briefing on Ontario please', 'province:on'],
    ['give me a brief about the Ocean Supercluster', 'cluster:ocean'],
    ['fact sheet on Scale AI', 'cluster:scale-ai'],
    ['one-pager robotics', 'technology:robotics'],
    ['fiche sur l’Ontario', 'province:on'],
    ['fiche agroalimentaire', 'sector:agriculture'],
    ['dossier sur la construction navale', 'sector:shipbuilding'],
    ['prépare une fiche sur NGen', 'cluster:ngen'],
    ['BRIEF NGEN', 'cluster:ngen'],
    ['brief on NGen and Scale AI', 'cluster:ngen,cluster:scale-ai'],
    ['brief on canola in Saskatchewan', 'sector:canola,province:sk'],
  ])('%s', (question, subject) => {
    const reply = askReal(question);
    expect(reply.call).toMatchObject({ intent: 'brief', args: { subject } });
  });

  it.each([
    ['fiche NGen', 'fr'],
    ['dossier Scale AI', 'fr'],
    ['factsheet NGen', 'en'],
    ['brief sur l’Ontario', 'fr'],
    ['brief on Ontario', 'en'],
  ] as const)('“%s” is answered in its language: %s', (question, language) => {
    expect(askReal(question).language).toBe(language);
  });

  it('is about what the thread is about where it names nothing', () => {
    expect(askReal(['Who leads the Ocean Supercluster?', 'brief']).call?.args).toEqual({
      subject: 'cluster:ocean',
    });
  });

  it.each([
    ['brief', 'en'],
    ['fiche', 'fr'],
    ['dossier', 'fr'],
  ] as const)('“%s” alone offers the five clusters', (question, language) => {
    const reply = askReal(question);
    expect([reply.outcome, reply.language]).toEqual(['social', language]);
    const offered = actionsOf(reply.card).flatMap((action) =>
      action.type === 'call' && action.call.args.subject ? [action.call.args.subject] : [],
    );
    expect(offered).toEqual(clusters.map((id) => `cluster:${id}`));
  });

  it.each([
    ['brief on CETA', 'topic', 'ceta'],
    ['fiche ECCP', 'topic', 'eccp'],
    ['brief on the Global Innovation Clusters', 'profile', 'gic'],
  ])('%s: another entry has its own card', (question, intent, entry) => {
    const reply = askReal(question);
    expect([reply.intent, reply.entries[0]?.split('#')[0]]).toEqual([intent, entry]);
  });

  it.each(['a brief history of CETA', 'how brief is the application to NGen', 'Is the NGen form brief?'])(
    'is not meant by: %s',
    (question) => {
      expect(askReal(question).intent).not.toBe('brief');
    },
  );

  it.each(['sector:magic', 'cluster:ceta', 'cluster:gic', 'magic', ',', 'cluster:'])(
    'on what the content does not have (%s) is out of date',
    (subject) => {
      expect(briefOn(subject).outcome).not.toBe('answer');
    },
  );
});

describe('a brief', () => {
  it('on a cluster has its facts, CETA topics, European counterparts, next dates and sources', () => {
    const reply = briefOn('cluster:ocean');
    const text = toText(reply.card);
    expect(text).toMatch(/^Brief: Ocean Cluster/);
    expect(text).toContain("Headquarters: St. John's, Newfoundland and Labrador");
    expect(text).toContain('Federal funding: up to C$278 million');
    expect(under(reply, 'briefTopics').join('\n')).toMatch(/fish and seafood/i);
    expect(under(reply, 'briefCounterparts').join('\n')).toContain('ELBE Alliance');
    expect(under(reply, 'briefDates')[0]).toMatch(/^March 2028 – .+October 2027/);
    expect(reply.entries).toEqual(expect.arrayContaining(['ocean', 'ceta-fish-seafood#tariffs']));
    expect(reply.sources.length).toBeGreaterThan(5);
  });

  it('dates what changes often', () => {
    expect(toText(briefOn('cluster:ngen').card)).toMatch(/Members: 3,334\smembers \(31 March 2021\)/);
    expect(toText(briefOn('cluster:ngen', 'fr').card)).toMatch(/3\s334\smembres \(31 mars 2021\)/);
  });

  it('on an industry has its own topics, not those of all the cluster does', () => {
    expect(under(briefOn('sector:canola'), 'briefTopics')[0]).toMatch(/^Canola – CETA removed the EU duty/);
    expect(under(briefOn('sector:aerospace'), 'briefCounterparts')[0]).toContain('Aéro Montréal');
  });

  it('on a place has the topics of its clusters’ industries', () => {
    const ontario = under(briefOn('province:on'), 'briefTopics');
    expect(ontario).toEqual(under(briefOn('cluster:ngen'), 'briefTopics'));
    expect(ontario).toHaveLength(3);
  });

  it('on what several clusters cover shows each briefly', () => {
    const reply = briefOn('technology:quantum');
    const text = toText(reply.card);
    expect(text).toContain('• DIGITAL — Headquarters: Vancouver, British Columbia;');
    expect(text).toContain('• NGen — Headquarters: Hamilton, Ontario;');
    expect(under(reply, 'briefDates')).toEqual(['March 2028 – End of funding: DIGITAL and NGen']);
  });

  it('on what no cluster covers says so, and still tells what CETA has', () => {
    const reply = briefOn('sector:livestock');
    expect(toText(reply.card)).toContain('None of the five clusters has');
    expect(under(reply, 'briefTopics')[0]).toMatch(/35,000 tonnes/);
    expect(under(reply, 'briefCounterparts')).toEqual([string('briefNoCounterparts', 'en')]);
    expect(under(reply, 'briefDates')).toEqual(['My content states no date from 23 November 2026 on.']);
  });

  it('on what CETA and Europe say nothing of says that too', () => {
    const reply = briefOn('sector:cannabis', 'fr');
    expect(reply.answered).toBe(true);
    expect(under(reply, 'briefTopics')).toEqual([string('briefNoTopics', 'fr')]);
    expect(reply.card.elements.some((element) => element.type === 'sources')).toBe(false);
  });

  it('knows the day: thresholds that are to change are dates, and later no more', () => {
    const before = under(
      briefOn('sector:infrastructure', 'en', new Date('2025-11-01T12:00:00Z')),
      'briefDates',
    );
    expect(before).toEqual([
      '31 December 2025 – ends: Federal thresholds in 2024 and 2025 (CETA public procurement)',
      '1 January 2026 – begins: Federal thresholds from 2026 (CETA public procurement)',
      expect.stringMatching(/^March 2028 – /),
    ]);
    expect(under(briefOn('sector:infrastructure'), 'briefDates')).toHaveLength(1);
    const over = under(briefOn('cluster:ngen', 'en', new Date('2028-04-01T12:00:00Z')), 'briefDates');
    expect(over).toEqual(['My content states no date from 1 April 2028 on.']);
  });

  it('goes on to the clusters, to its first topic and counterpart, to Markdown and to the other language', () => {
    const actions = actionsOf(briefOn('cluster:ngen').card);
    expect(actions.map((action) => action.type)).toEqual(['call', 'call', 'call', 'markdown', 'call']);
    const markdown = actions.find((action) => action.type === 'markdown');
    expect(markdown?.call).toEqual({ intent: 'brief', args: { subject: 'cluster:ngen' }, language: 'en' });
  });
});

describe.each(languages)('every brief in %s', (language) => {
  const replies = subjects.map((subject) => ({ subject, reply: briefOn(subject, language) }));

  it('is an answer with at most six buttons', () => {
    for (const { subject, reply } of replies) {
      expect(reply.outcome, subject).toBe('answer');
      expect(actionsOf(reply.card).length, subject).toBeLessThanOrEqual(6);
    }
  });

  it('shows only sources it names, and all of them', () => {
    for (const { subject, reply } of replies) {
      const shown = reply.card.elements.flatMap((element) =>
        element.type === 'sources' ? element.sources.map((source) => source.url) : [],
      );
      expect(reply.sources, subject).toEqual(shown);
    }
  });

  it('fits as Markdown into one Slack message and one Teams message, whole', () => {
    for (const { subject, reply } of replies) {
      const markdown = toMarkdown(reply.card);
      expect(markdown.length, subject).toBeLessThanOrEqual(teamsLimits.messageText.maximum);
      const message = toMarkdownMessage(reply.card);
      expect(limitViolations(message)).toEqual([]);
      expect(JSON.stringify(message.blocks), subject).toContain(JSON.stringify(markdown).slice(1, -1));
    }
  });

  it('has topics and counterparts for every cluster', () => {
    for (const { subject, reply } of replies.filter(({ subject }) => subject.startsWith('cluster:'))) {
      expect(under(reply, 'briefTopics').length, subject).toBeGreaterThanOrEqual(2);
      expect(under(reply, 'briefCounterparts').length, subject).toBeGreaterThanOrEqual(2);
    }
  });
});
