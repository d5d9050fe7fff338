import { describe, expect, it, onTestFinished } from 'vitest';
import { createAnswering } from '../src/answering.ts';
import type { Conversation } from '../src/conversation/types.ts';
import { openStore } from '../src/store/store.ts';
import { freshDatabase } from './support/databases.ts';
import { realConversation, today } from './support/real-content.ts';

const place = { platform: 'slack', workspace: 'T1', id: 'T1/C1/1.1' } as const;
const tenant = { platform: 'slack', workspace: 'T1' } as const;

async function start(conversation: Conversation = realConversation) {
  const database = await freshDatabase('SQLite');
  const store = await openStore(database.location, { role: 'server' });
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  const answering = createAnswering({
    conversation: () => conversation,
    store,
    clock: () => today,
    defaultLanguage: 'en',
    forgot: () => {},
  });
  const noted = () => store.unanswered.since('all', new Date(0), 10);
  return { store, answering, noted };
}

describe('a question without an answer', () => {
  it('is noted with its unknown words, and without words of its own', async () => {
    const { answering, noted } = await start();
    const reply = await answering.ask({ place, text: 'what about the flurb of zorkmid?' });
    expect(reply.outcome).toBe('no-answer');
    expect(await noted()).toEqual([
      { ...tenant, language: 'en', unknownTerms: ['flurb', 'zorkmid'], askedAt: today },
    ]);
  });

  it('is noted with its text where the workspace allows it', async () => {
    const { store, answering, noted } = await start();
    const settings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: true } as const;
    await store.settings.save(tenant, settings, 'UBOSS', today);
    await answering.ask({ place, text: 'what about the flurb of zorkmid?' });
    expect(await noted()).toMatchObject([{ text: 'what about the flurb of zorkmid?' }]);
  });

  it('is noted with the section that the card offers as nearest', async () => {
    const nearest = { entry: 'ngen', section: 'funding' };
    const { answering, noted } = await start({
      ...realConversation,
      ask(question) {
        const reply = realConversation.ask(question);
        return { ...reply, turn: { ...reply.turn, offers: [{ intent: 'section', args: nearest }] } };
      },
    });
    await answering.ask({ place, text: 'what about the flurb of zorkmid?' });
    expect(await noted()).toMatchObject([{ nearest }]);
  });

  it.each(['who leads NGen?', 'hello', 'CPTPP?', '', '???', 'x'.repeat(3_000)])(
    'is another thing than “%.20s”',
    async (text) => {
      const { answering, noted } = await start();
      await answering.ask({ place, text });
      expect(await noted()).toEqual([]);
    },
  );
});

describe('what is said in a thread without being said to the guide', () => {
  it('is answered where the guide was asked before, and remembered for the next follow-up', async () => {
    const { answering } = await start();
    await answering.ask({ place, text: 'who leads Scale AI?' });
    expect((await answering.overhear({ place, text: 'and NGen?' }))?.card.summary).toContain('Myers');
    expect((await answering.overhear({ place, text: 'what is its website?' }))?.card.summary).toContain(
      'ngen',
    );
  });

  it('is left alone in every other thread, however plain the question', async () => {
    const { answering } = await start();
    await answering.ask({ place: { ...place, id: 'T1/C1/2.2' }, text: 'who leads Scale AI?' });
    expect(await answering.overhear({ place, text: 'who leads NGen?' })).toBeUndefined();
  });

  it('leaves no trace where it is for somebody else', async () => {
    const { store, answering, noted } = await start();
    await answering.ask({ place, text: 'who leads Scale AI?' });
    const before = await store.turns.of({ ...tenant, place: place.id }, today);
    expect(await answering.overhear({ place, text: 'has the flurb of zorkmid come?' })).toBeUndefined();
    expect(await store.turns.of({ ...tenant, place: place.id }, today)).toEqual(before);
    expect(await noted()).toEqual([]);
  });
});
