import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

const all = 'digital,protein,ngen,scale-ai,ocean';

describe('what is asked of nothing in particular is asked of all that have it', () => {
  it.each([
    ['where is the head office', 'headquarters'],
    ['who is the chair', 'chair'],
    ['is there a fee', 'membership-fee'],
    ['quelle est la cotisation ?', 'membership-fee'],
  ])('of each cluster: %s', (question, attributes) => {
    expect(askReal(question).turn.args).toEqual({ entries: all, attributes });
  });

  it.each(['when was it signed', 'quand a-t-il été signé ?'])('of both, where two have: %s', (question) => {
    const reply = askReal(question);
    expect(reply.entries.toSorted()).toEqual(['arrangement-2019', 'ceta']);
    expect(toText(reply.card, { only: 'answer' })).toMatch(/2019[\s\S]*2016/);
  });

  it('of the programme, where that has it', () => {
    expect(askReal('what is the budget').entries).toEqual(['gic']);
  });

  it('and of nobody, where something was meant', () => {
    expect(askReal('where is it').answered).toBe(false);
  });
});

describe('an attribute of a cluster that is described', () => {
  it.each([
    ['CEO of the prairie network', 'protein', 'leader'],
    ['headcount of the maritime network', 'ocean', 'members'],
    ['le siège du réseau des océans', 'ocean', 'headquarters'],
    ['Who is the boss of the factory-and-robots cluster?', 'ngen', 'leader'],
    ['HQ of the fish and ships cluster, which town', 'ocean', 'headquarters'],
  ])('is its own: %s', (question, entry, attribute) => {
    const { intent, entries, turn } = askReal(question);
    if (intent === 'attribute') expect(turn.args).toEqual({ entry, attribute });
    else expect(entries[0]?.split('#')[0]).toBe(entry);
    expect(intent).not.toBe('either');
  });
});

describe('a date is of what it is asked of', () => {
  it('the money that is to end, and not the start of a cluster for the start of its money', () => {
    expect(askReal('when does NGen’s funding end').turn.args.attribute).toBe('end-date');
    expect(askReal("when does Protein's renewal money start").turn.args.attribute).toBeUndefined();
  });

  it('what a cluster gets is its money, and what it costs to get in is not', () => {
    const told = (question: string) => askReal(question).turn.args;
    expect(told('how much is NGen getting')).toEqual({ entry: 'ngen', attribute: 'funding' });
    expect(told('combien reçoit Ocean')).toEqual({ entry: 'ocean', attribute: 'funding' });
    expect(told('how much does it cost to get into NGen').attribute).not.toBe('funding');
  });

  it.each(['what does NGen fund', 'what does DIGITAL actually fund', 'que finance Digital ?'])(
    'what a cluster funds is not the money it has: %s',
    (question) => {
      expect(askReal(question).turn.args.attribute).toBeUndefined();
    },
  );

  it('what one pays to be in a cluster is no question about it as a whole', () => {
    expect(askReal('do I pay to be in the Ocean cluster').entries[0]).toBe('ocean#join');
  });

  it('an open call is no question about the cluster as a whole', () => {
    expect(askReal('is there a call open at NGen right now').entries).toEqual(['ngen#funding']);
  });
});

describe('what is denied', () => {
  it.each(['what is not applied in CETA', 'ce qui n’est pas appliqué dans l’AECG'])(
    'is not answered by what holds: %s',
    (question) => {
      expect(askReal(question).entries).toContain('ceta#not-applied');
    },
  );
});
