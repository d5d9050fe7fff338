import { describe, expect, it } from 'vitest';
import { answerLength, longestAnswer } from '../../src/cards/text.ts';
import { createReader } from '../../src/conversation/in-thread.ts';
import { section } from '../../src/intents/section.ts';
import { languages } from '../../src/knowledge/language.ts';
import type { Hit } from '../../src/search/search.ts';
import { askReal, realKnowledge, today } from '../support/real-content.ts';

const reader = createReader(realKnowledge, 'en');
const text = 'How much money did the superclusters get in 2018?';
const understood = reader.understand(text, { text, now: today, turns: [] });
const context = { knowledge: realKnowledge, search: reader.search, language: 'en', now: today } as const;

function scoreOf(hit: Hit, changed: { guessed?: boolean } = {}): number {
  return section.recognise({ ...understood, ...changed, hits: [hit] }, context)[0]!.score;
}

describe('how sure a passage is of its answer', () => {
  const hit = understood.hits.find((found) => found.section !== undefined)!;

  it('is what the search says of it', () => {
    expect(scoreOf(hit)).toBe(hit.confidence);
  });

  it('is less where it holds the name and little of what is asked about it', () => {
    expect(scoreOf({ ...hit, evidence: { ...hit.evidence, focus: 0.1 } })).toBeLessThan(0.7 * hit.confidence);
  });

  it('is less where most of the question is not in it, and a word of it nowhere', () => {
    const evidence = { ...hit.evidence, unknown: 0.3, coverage: 0.5, likeness: 0.3 };
    expect(scoreOf({ ...hit, evidence })).toBeLessThan(0.8 * hit.confidence);
    expect(scoreOf({ ...hit, evidence: { ...evidence, unknown: 0 } })).toBe(hit.confidence);
  });

  it('is less where it lacks a thing of everyday life or a country that is asked about', () => {
    expect(scoreOf({ ...hit, miss: 'beside' })).toBeLessThan(0.8 * hit.confidence);
    const [best] = reader.understand('Where did the lunch of the European Cluster Conference come from?', {
      text,
      now: today,
      turns: [],
    }).hits;
    expect(best).toMatchObject({ entry: 'eccp', section: 'conferences', miss: 'beside' });
    const country = reader.understand('Does Ukraine pay duty on Canadian seafood?', {
      text,
      now: today,
      turns: [],
    });
    expect(country.hits[0]).toMatchObject({ entry: 'ceta-fish-seafood', miss: 'beside' });
    const museum = reader.understand('Which museum hosted the winners?', { text, now: today, turns: [] });
    expect(museum.hits[0]).toMatchObject({ entry: 'gic', section: 'winners', miss: 'none' });
  });

  it('is less where every word that it knows was guessed from another spelling', () => {
    expect(scoreOf(hit, { guessed: true })).toBeLessThan(0.8 * hit.confidence);
  });
});

describe('a fact that a section tells after other things is told by itself', () => {
  it.each(['how many members does NGen have', 'Combien de membres a NGen ?'])('%s', (question) => {
    const { intent, turn } = askReal(question);
    expect(intent).toBe('attribute');
    expect(turn.args.attribute).toBe('members');
  });

  it('and left to the section that tells it at once', () => {
    expect(askReal('who leads NGen?').entries).toEqual(['ngen#leadership']);
  });
});

describe('the card of a section', () => {
  it('is no longer than an answer may be', () => {
    const tooLong = languages.flatMap((language) =>
      realKnowledge
        .all(language)
        .flatMap(({ sections }) => sections)
        .filter(({ entry, id }) => {
          const answer = section.answer({ entry, section: id }, { ...context, language });
          return !answer || answerLength(answer.card) > longestAnswer;
        })
        .map(({ entry, id }) => `${entry}#${id} (${language})`),
    );
    expect(tooLong).toEqual([]);
  });
});

describe('a section whose heading promises a number', () => {
  it.each([
    'How many European clusters flew to Toronto in June 2019?',
    'Combien de grappes européennes ont pris part à la rencontre de Toronto de juin 2019 ?',
  ])('comes before one that tells other things of what is counted: %s', (question) => {
    expect(askReal(question).entries).toEqual(['arrangement-2019#how-many']);
  });

  it('does not where names are asked for', () => {
    expect(askReal('Which European clusters came to Toronto in June 2019?').entries).toContain(
      'arrangement-2019#participants',
    );
  });
});

describe('what is said of something else', () => {
  it.each([
    'How long does a project at NGen last?',
    'Combien de temps dure un projet de la grappe des protéines ?',
  ])('is no answer: the end of the funding is no length of a project (%s)', (question) => {
    expect(askReal(question).answered).toBe(false);
  });

  it.each(['Combien de projets de NGen à Trois-Rivières ?', 'How many projects of NGen in Trois-Rivières?'])(
    'is no answer: another cluster is not the one that is named (%s)',
    (question) => {
      expect(askReal(question).entries).not.toContain('scale-ai#funding');
    },
  );

  it.each(['How many members of NGen are in Sudbury?', 'Combien de projets NGen a-t-elle en Alberta ?'])(
    'is no answer: a passage that does not name the place counts none there (%s)',
    (question) => {
      expect(askReal(question).answered).toBe(false);
    },
  );

  it('is no answer where a thread named the cluster', () => {
    expect(askReal(['Combien de membres a NGen ?', 'combien sont au Yukon ?']).answered).toBe(false);
  });

  it('is an answer where the place only says which cluster, or the passage names it', () => {
    expect(askReal('How many projects has the Hamilton cluster?').answered).toBe(true);
    expect(askReal('How many members of NGen are outside Ontario?').entries).toEqual(['ngen#region']);
  });

  it('is no answer: when a thing was so is not what is asked of it', () => {
    const { entries } = askReal(
      'Quels secteurs étaient visés par le programme des supergrappes quand il a été lancé en 2017 ?',
    );
    expect(entries).toContain('gic#target-industries');
  });
});
