import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { days, minutes } from './times.ts';

const tenant = { platform: 'slack', workspace: 'T1' } as const;
const neighbour = { platform: 'slack', workspace: 'T2' } as const;
const sharing = { subscribers: 'anyone', listedPeople: [], keepQuestionText: true } as const;

describe.each(databaseKinds)('preferences in %s', (kind) => {
  const opened = useStore(kind);
  const person = { ...tenant, kind: 'person', id: 'U1' } as const;

  it('are changed one by one', async () => {
    const { preferences } = opened.store;
    expect(await preferences.of(person)).toEqual({});
    await preferences.change(person, { language: 'fr' }, minutes(0));
    await preferences.change(person, { history: 'off' }, minutes(1));
    expect(await preferences.of(person)).toEqual({ language: 'fr', history: 'off' });
    await preferences.change(person, { language: 'en' }, minutes(2));
    expect(await preferences.of(person)).toEqual({ language: 'en', history: 'off' });
  });

  it('belong to one person in one workspace', async () => {
    const { preferences } = opened.store;
    await preferences.change(person, { language: 'fr' }, minutes(0));
    expect(await preferences.of({ ...person, kind: 'channel' })).toEqual({});
    expect(await preferences.of({ ...person, ...neighbour })).toEqual({});
    await preferences.forget(person);
    expect(await preferences.of(person)).toEqual({});
  });
});

describe.each(databaseKinds)('settings of a workspace in %s', (kind) => {
  const opened = useStore(kind);

  it('have defaults that keep no words', async () => {
    expect(await opened.store.settings.of(tenant)).toEqual({
      subscribers: 'anyone',
      listedPeople: [],
      keepQuestionText: false,
    });
  });

  it('come back as they were saved', async () => {
    const { settings } = opened.store;
    const saved = {
      expertChannel: 'C9',
      subscribers: 'listed',
      listedPeople: ['U1', 'U2'],
      allowedChannels: ['C1'],
      keepQuestionText: true,
    } as const;
    await settings.save(tenant, sharing, 'U1', minutes(0));
    await settings.save(tenant, saved, 'U1', minutes(1));
    expect(await settings.of(tenant)).toEqual(saved);
    expect(await settings.of(neighbour)).not.toEqual(saved);
  });
});

describe.each(databaseKinds)('words of people in %s', (kind) => {
  const opened = useStore(kind);
  const question = {
    ...tenant,
    language: 'en',
    unknownTerms: ['hydrogen'],
    nearest: { entry: 'ngen', section: 'funding' },
    text: 'does NGen fund hydrogen?',
  } as const;
  const opinion = {
    ...tenant,
    channel: 'C1',
    messageId: 'm1',
    person: 'U1',
    rating: 'not-helpful',
    reason: 'incomplete',
    comment: 'too short',
  } as const;

  it('are kept only where the workspace allows it', async () => {
    const { settings, unanswered, feedback } = opened.store;
    await settings.save(tenant, sharing, 'U1', minutes(0));
    for (const whose of [tenant, neighbour]) {
      await unanswered.record({ ...question, ...whose }, minutes(1));
      await feedback.save({ ...opinion, ...whose }, minutes(1));
    }
    const { text: _, ...wordless } = question;
    const { comment: __, ...silent } = opinion;
    expect(await unanswered.since(tenant, minutes(0), 10)).toEqual([{ ...question, askedAt: minutes(1) }]);
    expect(await unanswered.since(neighbour, minutes(0), 10)).toEqual([
      { ...wordless, ...neighbour, askedAt: minutes(1) },
    ]);
    expect(await unanswered.since('all', minutes(0), 10)).toHaveLength(2);
    expect(await feedback.since(tenant, minutes(0), 10)).toEqual([{ ...opinion, givenAt: minutes(1) }]);
    expect(await feedback.since(neighbour, minutes(0), 10)).toEqual([
      { ...silent, ...neighbour, givenAt: minutes(1) },
    ]);
  });

  it('are erased when the workspace no longer allows it', async () => {
    const { settings, unanswered, feedback } = opened.store;
    for (const whose of [tenant, neighbour]) {
      await settings.save(whose, sharing, 'U1', minutes(0));
      await unanswered.record({ ...question, ...whose }, minutes(1));
      await feedback.save({ ...opinion, ...whose }, minutes(1));
    }
    await settings.save(tenant, { ...sharing, keepQuestionText: false }, 'U1', minutes(2));
    expect((await unanswered.since(tenant, minutes(0), 10))[0]).not.toHaveProperty('text');
    expect((await feedback.since(tenant, minutes(0), 10))[0]).not.toHaveProperty('comment');
    expect((await unanswered.since(neighbour, minutes(0), 10))[0]).toHaveProperty('text');
    expect((await feedback.since(neighbour, minutes(0), 10))[0]).toHaveProperty('comment');
  });

  it('are kept in bounds, whatever people paste', async () => {
    const { settings, unanswered, feedback } = opened.store;
    await settings.save(tenant, sharing, 'U1', minutes(0));
    const pasted = `\0before\0\ud800 ${'é'.repeat(100_000)}`;
    await unanswered.record({ ...question, text: pasted, unknownTerms: [pasted] }, minutes(1));
    await feedback.save({ ...opinion, comment: pasted }, minutes(1));
    const [kept] = await unanswered.since(tenant, minutes(0), 10);
    expect(kept?.text).toMatch(/^before\ufffd é+$/);
    expect(kept?.text).toHaveLength(4_000);
    expect(kept?.unknownTerms[0]).toHaveLength(50);
    expect((await feedback.since(tenant, minutes(0), 10))[0]?.comment).toBe(kept?.text);
  });

  it('are one opinion of each person about an answer, the last one', async () => {
    const { feedback } = opened.store;
    await feedback.save(opinion, minutes(0));
    await feedback.save({ ...opinion, rating: 'helpful' }, minutes(1));
    await feedback.save({ ...opinion, person: 'U2' }, minutes(2));
    const ratings = (await feedback.since(tenant, minutes(0), 10)).map(({ person, rating }) => [
      person,
      rating,
    ]);
    expect(ratings).toEqual([
      ['U2', 'not-helpful'],
      ['U1', 'helpful'],
    ]);
  });

  it('leave at most twenty unknown terms, and go after their time', async () => {
    const { unanswered } = opened.store;
    const unknownTerms = Array.from({ length: 50 }, (_, n) => `word${n}`);
    await unanswered.record({ ...tenant, language: 'fr', unknownTerms }, days(0));
    expect((await unanswered.since(tenant, days(0), 10))[0]?.unknownTerms).toHaveLength(20);
    await opened.store.feedback.save(opinion, days(0));
    await opened.store.purge(days(91));
    expect(await unanswered.since(tenant, days(0), 10)).toEqual([]);
    expect(await opened.store.feedback.since(tenant, days(0), 10)).toHaveLength(1);
    await opened.store.purge(days(366));
    expect(await opened.store.feedback.since(tenant, days(0), 10)).toEqual([]);
  });
});

describe.each(databaseKinds)('answer records in %s', (kind) => {
  const opened = useStore(kind);
  const channel = { ...tenant, channel: 'C1' };
  const funding = { entry: 'ngen', section: 'funding', language: 'en', contentHash: 'h1' } as const;
  const contact = { entry: 'ngen', section: 'contact', language: 'en', contentHash: 'h2' } as const;

  it('say which answers showed a section as it no longer is', async () => {
    const { answers } = opened.store;
    await answers.record(
      { ...channel, messageId: 'm1', thread: 't1', sections: [funding, contact] },
      days(0),
    );
    await answers.record({ ...channel, messageId: 'm2', sections: [funding] }, days(1));
    const changed = { ...funding, contentHash: 'h9' };
    const outdated = await answers.outdated(changed, days(2), 10);
    expect(outdated).toEqual([
      { ...channel, ...funding, messageId: 'm2', answeredAt: days(1) },
      { ...channel, ...funding, messageId: 'm1', thread: 't1', answeredAt: days(0) },
    ]);
    expect(await answers.outdated(funding, days(2), 10)).toEqual([]);
    expect(await answers.outdated({ ...changed, language: 'fr' }, days(2), 10)).toEqual([]);
    await answers.corrected(outdated.slice(0, 1), 'h9', days(2));
    expect(await answers.outdated(changed, days(2), 10)).toEqual(outdated.slice(1));
    expect(await answers.of(channel, 'm1')).toHaveLength(2);
    // Its thread knows the section as it is now, until that changes again.
    expect(await answers.outdated(funding, days(2), 10)).toEqual([
      { ...channel, ...changed, messageId: 'm2', answeredAt: days(2) },
    ]);
  });

  it('are replaced when the answer is edited', async () => {
    const { answers } = opened.store;
    await answers.record({ ...channel, messageId: 'm1', sections: [funding] }, days(0));
    await answers.record({ ...channel, messageId: 'm1', sections: [contact] }, days(0));
    expect((await answers.of(channel, 'm1')).map(({ section }) => section)).toEqual(['contact']);
  });

  it('expire', async () => {
    const { answers } = opened.store;
    await answers.record({ ...channel, messageId: 'm1', sections: [funding] }, days(0));
    expect(await answers.outdated({ ...funding, contentHash: 'h9' }, days(91), 10)).toEqual([]);
    await opened.store.purge(days(91));
    expect(await answers.of(channel, 'm1')).toEqual([]);
  });
});

describe.each(databaseKinds)('a workspace that uninstalls in %s', (kind) => {
  const opened = useStore(kind);

  it('leaves nothing behind, and every other one as it was', async () => {
    const { store } = opened;
    for (const whose of [tenant, neighbour]) {
      await store.turns.add({ ...whose, place: 'C1' }, '{}', minutes(0));
      await store.settings.save(whose, sharing, 'U1', minutes(0));
      await store.preferences.change({ ...whose, kind: 'person', id: 'U1' }, { language: 'fr' }, minutes(0));
      await store.unanswered.record({ ...whose, language: 'en', unknownTerms: [] }, minutes(0));
    }
    await store.forgetWorkspace(tenant, minutes(1));
    await store.forgetWorkspace(tenant, minutes(1));
    const left = async (whose: typeof tenant | typeof neighbour) => [
      (await store.turns.of({ ...whose, place: 'C1' }, minutes(1))).length,
      (await store.settings.of(whose)).keepQuestionText,
      (await store.preferences.of({ ...whose, kind: 'person', id: 'U1' })).language,
      (await store.unanswered.since(whose, minutes(0), 10)).length,
    ];
    expect(await left(tenant)).toEqual([0, false, undefined, 0]);
    expect(await left(neighbour)).toEqual([1, true, 'fr', 1]);
  });
});
