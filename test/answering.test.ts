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
