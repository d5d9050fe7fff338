import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('follow-ups', () => {
  it.each([
    [['Who leads Scale AI?', 'and NGen?'], /Myers/],
    [['What does Protein Industries Canada do?', 'where is it based?'], /Regina/],
    [['What does Protein Industries Canada do?', 'who leads it?', 'and where is it?'], /Regina/],
    [['Is CETA in force?', 'when was it signed?'], /30 October 2016/],
    [['How can I join NGen?', 'what about Ocean?'], /Ocean/],
    [['How much money did Ocean get?', 'and Digital?'], /298/],
    [['Ocean supercluster', 'website?'], /oceansupercluster\.ca/],
    [['Compare NGen and Ocean', 'and DIGITAL?'], /Hamilton[\s\S]*Vancouver/],
    [['What does NGen do?', 'thanks!', 'where is it based?'], /Hamilton/],
    [['What are the five superclusters?', 'who leads them?'], /Myers[\s\S]*Billot/],
    [['Who signed CETA?', 'in which city?'], /Brussels/],
    [['Qui a signé l’AECG ?', 'dans quelle ville ?'], /Bruxelles/],
    [['Qui dirige Scale AI ?', 'et NGen ?'], /Myers/],
    [['Que fait NGen ?', 'où est son siège ?'], /Hamilton/],
    [['Qui dirige la Supergrappe des océans ?', 'et son site web ?'], /oceansupercluster\.ca/],
  ])('%j', (questions, says) => {
    const reply = askReal(questions);
    expect(reply.answered, reply.explanation.decision).toBe(true);
    expect(toText(reply.card, { only: 'answer' })).toMatch(says);
  });

  it.each([
    [['Who leads NGen?', 'what is the ECCP?'], 'eccp'],
    [['Who leads NGen?', 'Where is the Ocean Supercluster based?'], 'ocean'],
    [['Who leads NGen?', 'Ocean'], 'ocean'],
    [['Is CETA in force?', 'which supercluster is for shipbuilders?'], 'ocean'],
  ])('a question complete by itself does not inherit: %j', (questions, entry) => {
    expect(askReal(questions).entries.map((id) => id.split('#')[0])).toContain(entry);
  });

  it('a greeting in between does not lose the thread of the language', () => {
    expect(askReal(['Qui dirige NGen ?', 'Scale AI']).language).toBe('fr');
  });

  it('tells in the explanation what was inherited', () => {
    expect(askReal(['What does NGen do?', 'where is it based?']).explanation.inherited).toEqual(['ngen']);
  });

  it('is about what the command is about, unless the question names something else', async () => {
    const { realConversation, today } = await import('../support/real-content.ts');
    const ask = (text: string) => realConversation.ask({ text, now: today, turns: [], about: 'ceta' });
    expect(ask('when was it signed?').entries).toContain('ceta');
    expect(ask('rules of origin').entries[0]).toMatch(/^ceta-rules-of-origin/);
    expect(ask('').entries[0]).toMatch(/^ceta/);
    const turns = [askReal('Who leads NGen?').turn];
    const scoped = realConversation.ask({ text: 'when was it signed?', now: today, turns, about: 'ceta' });
    expect(scoped.entries).toContain('ceta');
    expect(ask('who leads NGen?').entries[0]).toMatch(/^ngen/);
  });
});
