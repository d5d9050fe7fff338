import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/knowledge/language.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);

function placeOf(question: string, entry: string, section: string, language: Language = 'en') {
  const found = realKnowledge.section(entry, section, language);
  if (!found) throw new Error(`no section ${entry}#${section}`);
  return search.answeringSentence({ words: wordsOf(question), language }, found);
}

describe('the sentence that answers', () => {
  it('is brought forward where it holds more of the question than the first two', () => {
    const place = placeOf('does NGen fund universities as subcontractors', 'ngen', 'funding');
    expect(place).toEqual({ block: 0, line: 1 });
  });

  it('is not another one of much the same meaning', () => {
    expect(placeOf('Who leads NGen?', 'ngen', 'leadership')).toBeUndefined();
    expect(placeOf('Who runs the ocean cluster?', 'ocean', 'leadership')).toBeUndefined();
  });

  it('is left where it stands, when it is read first anyway', () => {
    expect(placeOf('What does NGen do?', 'ngen', 'focus')).toBeUndefined();
  });

  it('is told by what it says of the topic, not by the words of the heading', () => {
    const place = placeOf('What were the first eight COVID projects of DIGITAL worth?', 'digital', 'covid');
    expect(place).toEqual({ block: 0, line: 0 });
  });

  it('is the one of the year that is asked about', () => {
    expect(placeOf('Has Ireland ratified CETA in 2026?', 'ceta-ratification', 'ireland')).toEqual({
      lead: 3,
    });
  });

  it('is the one of the place in an order, in figures or in words', () => {
    const third = { block: 0, line: 1 };
    expect(placeOf('Where was the third meeting of the joint committee?', 'ceta', 'committees')).toEqual(
      third,
    );
    expect(placeOf('Où était la 3e réunion du comité mixte ?', 'ceta', 'committees', 'fr')).toEqual(third);
  });

  it('is the one of a later place in an order, too', () => {
    const eighth = { block: 0, line: 1 };
    expect(placeOf('Where was the eighth cluster conference?', 'eccp', 'conferences')).toEqual(eighth);
    const huitieme = 'Dans quelle ville s’est tenue la huitième conférence européenne des clusters ?';
    expect(placeOf(huitieme, 'eccp', 'conferences', 'fr')).toEqual(eighth);
    expect(placeOf('Where was the 9th cluster conference?', 'eccp', 'conferences')).toEqual({ lead: 1 });
    expect(placeOf('How much did the superclusters get at first?', 'gic', 'first-money')).not.toEqual({
      block: 0,
      line: 0,
    });
    const met = 'When did the joint committee of ministers first get together?';
    expect(placeOf(met, 'ceta', 'committees')).toEqual({ block: 0, line: 0 });
  });

  it('is the one that gives a reason, where one is asked for', () => {
    const why = 'Why was only about $700 million handed out when $750 million had been budgeted?';
    expect(placeOf(why, 'gic', 'renewal')).toEqual({ lead: 2 });
    const pourquoi = "Pourquoi n'a-t-on attribué qu'environ 702 millions sur les 750 annoncés ?";
    expect(placeOf(pourquoi, 'gic', 'renewal', 'fr')).toEqual({ lead: 2 });
  });

  it('comes before the first one, where it says more of what is asked', () => {
    expect(placeOf('where was the latest cluster conference', 'eccp', 'conferences')).toEqual({ lead: 1 });
    expect(placeOf('how often is there a cluster conference', 'eccp', 'conferences')).toBeUndefined();
  });

  it('may be the line of a list that begins with what is asked about', () => {
    const spain = placeOf('Do Canadian clusters cooperate with Spain?', 'sector-bridges', 'by-country');
    expect(spain).toEqual({ block: 0, line: 7 });
    const suede = 'Les grappes canadiennes coopèrent-elles avec la Suède ?';
    expect(placeOf(suede, 'sector-bridges', 'by-country', 'fr')).toEqual({ block: 0, line: 9 });
    expect(placeOf('European partners by country', 'sector-bridges', 'by-country')).toBeUndefined();
  });

  it('may be a row of a table', () => {
    const row = { block: 0, line: 0 };
    expect(placeOf('How many clusters were on the ECCP in June 2017?', 'eccp', 'cluster-count')).toEqual(row);
  });

  it('may be a row of a table with a column of the year', () => {
    const construction = 'What was the construction threshold in 2025?';
    expect(placeOf(construction, 'ceta-procurement', 'thresholds')).toEqual({ block: 0, line: 1 });
    const ocean = 'How much did the Ocean Supercluster get in the first phase?';
    expect(placeOf(ocean, 'gic', 'totals')).toEqual({ block: 0, line: 4 });
  });

  it('names several where it is asked which they are', () => {
    const pairs = 'Which pairs of companies got NGen’s electric vehicle money in fall 2024?';
    expect(placeOf(pairs, 'ngen', 'ev-projects')).toEqual({ block: 0, line: 0 });
  });

  it('has an address where one is asked for', () => {
    expect(placeOf('What is the web address of the ECCP?', 'eccp', 'what')).toEqual({ lead: 3 });
  });

  it('has the body that pays where it is asked who does', () => {
    expect(placeOf('who funds the clusters', 'gic', 'who-pays')).toBeUndefined();
    expect(placeOf('Qui finance les grappes ?', 'gic', 'who-pays', 'fr')).toBeUndefined();
  });

  it('holds a word of the question, whatever dates and years it has', () => {
    expect(placeOf('When was the zeppelin race of 2022?', 'protein', 'earlier-results')).toBeUndefined();
  });

  it('is none that has only words near those of the question: who led something else', () => {
    expect(
      placeOf('Qui mène le bal à la grappe manufacturière ?', 'ngen', 'leadership', 'fr'),
    ).toBeUndefined();
    expect(placeOf('Qui est le grand manitou ?', 'ocean', 'leadership', 'fr')).toBeUndefined();
  });

  it('is no row of a table, where the question is of all', () => {
    expect(placeOf("taille maximale d'un projet", 'gic', 'conditions', 'fr')).toBeUndefined();
    expect(placeOf('How much did the superclusters get in total?', 'gic', 'totals')).toBeUndefined();
  });

  it('is not the one that says what is unknown, unless that is what is asked', () => {
    expect(placeOf('EU limits on steel', 'ceta-tariffs', 'steel')).toBeUndefined();
    const until = 'Jusqu’à quand va le financement des grappes ?';
    expect(placeOf(until, 'gic', 'future', 'fr')).toBeUndefined();
    expect(placeOf('Has Ireland ratified CETA in 2026?', 'ceta-ratification', 'ireland')).toEqual({
      lead: 3,
    });
  });
});
