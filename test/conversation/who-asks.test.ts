import { describe, expect, it, test } from 'vitest';
import { withoutAsker } from '../../src/conversation/who-asks.ts';
import { createSearch } from '../../src/search/search.ts';
import { realConversation, realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);
const bare = (text: string) => withoutAsker(text, search)?.text;

const now = new Date('2026-11-27T12:00:00Z');
const ask = (text: string) => realConversation.ask({ text, now, turns: [] });

describe('what only tells who asks', () => {
  test.each([
    [
      'We roast chicory near Arras. Who issues the REX number?',
      'Who issues the REX number?',
      'a sentence before the question',
    ],
    [
      'Four people, tidal turbines, Parrsboro. How do I join the Ocean Supercluster?',
      'How do I join the Ocean Supercluster?',
      'fragments',
    ],
    ['How do I register for REX? We are in Tampere.', 'How do I register for REX?', 'a sentence after it'],
    [
      'Could our Leipzig company join NGen?',
      'Could our European company join NGen?',
      'a place before what the asker is',
    ],
    [
      'May a Portuguese sales rep stay in Canada for two months?',
      'May a European sales rep stay in Canada for two months?',
      'the nationality of any',
    ],
    [
      'Does our foundry in Belledune need a partner?',
      'Does our foundry need a partner?',
      'where the asker is',
    ],
    ['Can our Quispamsis firm join NGen?', 'Can our firm join NGen?', 'a place that nobody here knows'],
  ])('%s → %s (%s)', (text, left) => {
    expect(bare(text)).toBe(left);
  });

  test.each([
    ['How many members does NGen have in Brantford?', 'is counted at a place'],
    ['When did Bavaria vote on CETA?', 'did something'],
    ['We make clocks in Geneva. Do we get the CETA rate?', 'is outside of the agreement'],
    ['Our mill is in Oregon. What does the EU charge us?', 'is outside of the agreement'],
    ['DIGITAL took us in. What do we pay a year?', 'is what is asked about'],
    ['Can our Sodecab grant be combined with NGen money?', 'is no place'],
    ['Can we take part in Interreg with NGen?', 'is what one takes part in'],
  ])('%s: what is named %s', (text) => {
    expect(bare(text)).toBeUndefined();
  });

  it('is left out where nothing is found with it', () => {
    expect(
      ask('Our caciocavallo leaves Potenza on Monday. Which words do we use to declare the origin?').entries,
    ).toContain('ceta-rules-of-origin#declaration');
    expect(ask('For how long may a Latvian sales rep visit clients in Canada under CETA?').entries).toEqual([
      'ceta-services-mobility#business-visitors',
    ]);
  });

  it('is left out where it leads to something that is hardly sure', () => {
    expect(ask('We grow mussels and teach the young. How do we get ocean money?').entries).toEqual([
      'ocean#funding',
    ]);
  });

  test.each([
    'We cast bells in Aveyron. Which ferry should we take?',
    'Two brothers in Iqaluit. Which dentist is the best?',
  ])('leaves nothing of ours: %s', (text) => {
    expect(ask(text).answered).toBe(false);
  });
});
