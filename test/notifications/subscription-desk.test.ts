import { describe, expect, test } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { createSubscriptionDesk } from '../../src/notifications/subscription-desk.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import type { WorkspaceSettings } from '../../src/store/settings.ts';
import type { Store } from '../../src/store/store.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { channel, noon, topics } from './fixtures.ts';

function deskOn(store: Store) {
  const desk = createSubscriptionDesk({
    store,
    topics: () => topics,
    verbs: subscriptionVerbs,
    timeZone: 'America/Toronto',
    clock: () => noon,
  });
  return async (
    text: string,
    { person = 'U1', manager = false, place = channel('C1'), reachable = true } = {},
  ) => {
    const card = await desk.handle({
      channel: place,
      person,
      aliases: [],
      text,
      isManager: async () => manager,
      canPost: async () => reachable,
    });
    return card && toText(card);
  };
}

const anyone: WorkspaceSettings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: false };

describe.each(databaseKinds)('the subscription desk on %s', (kind) => {
  const test$ = useStore(kind);

  test('subscribes, lists, and prints lines that create the same again elsewhere', async () => {
    const say = deskOn(test$.store);
    expect(await say('subscribe NGen, procurement weekly in French no weekends')).toBe(
      [
        'Subscribed',
        'I will tell this channel about: NGen, CETA public procurement.',
        'Each line creates the subscription again when you send it to me:',
        '• subscribe CETA public procurement, NGen weekly on Monday at 09:00 in French America/Toronto time zone no weekends',
      ].join('\n\n'),
    );
    await say('abonner corrections immédiatement');
    const listed = await say('subscriptions');
    const lines = listed?.split('\n').filter((line) => line.startsWith('• ')) ?? [];
    expect(lines).toHaveLength(2);
    // Copied as they stand, bullet and all.
    for (const line of lines) await say(line, { place: channel('C2') });
    const settings = async (name: string) =>
      (await test$.store.subscriptions.of(channel(name))).map(({ topic, cadence, language, weekends }) => ({
        ...{ topic, cadence, language, weekends },
      }));
    expect(await settings('C2')).toEqual(await settings('C1'));
  });

  test('a list that is pasted whole recreates the state, its lines broken or run together', async () => {
    const say = deskOn(test$.store);
    await say('subscribe NGen weekly on Friday at 10:15 in French quiet 22:00-07:00');
    await say('subscribe corrections instantly');
    const rows = async (name: string) =>
      (await test$.store.subscriptions.of(channel(name))).map((row) => ({
        ...{ topic: row.topic, cadence: row.cadence, at: row.at, weekday: row.weekday },
        ...{ language: row.language, quietHours: row.quietHours },
      }));
    for (const [index, verb] of ['subscriptions', 'abonnements'].entries()) {
      const listed = (await say(verb)) ?? '';
      const pasted = listed.slice(listed.indexOf('•'));
      for (const [form, text] of [
        pasted,
        pasted.replaceAll(/\s+/g, ' '),
        pasted.replaceAll('• ', ''),
      ].entries()) {
        const name = `C${index}${form}`;
        expect(await say(text, { place: channel(name) })).toMatch(
          /: corrections, NGen\.|: NGen, corrections\./,
        );
        expect(await rows(name)).toEqual(await rows('C1'));
      }
    }
  });

  test('of what is pasted, a line that is not understood leaves everything as it was', async () => {
    const say = deskOn(test$.store);
    expect(await say('subscribe NGen\nsubscribe saucers')).toContain('I do not know “saucers”');
    expect(await say(`subscribe NGen${' subscribe NGen'.repeat(200)}`)).toContain('too long');
    expect(await test$.store.subscriptions.of(channel('C1'))).toEqual([]);
    expect(await say('subscribe NGen daily subscribe NGen instantly')).toContain(
      '• subscribe NGen instantly',
    );
    expect(await say('unsubscribe all\nsubscribe corrections')).not.toContain('NGen');
  });

  test('subscribing again replaces; unsubscribing says what is left', async () => {
    const say = deskOn(test$.store);
    await say('subscribe NGen, ECCP daily');
    await say('subscribe NGen weekly');
    expect(await say('abonnements')).toMatch(
      /• abonner ECCP quotidien à 9\u00A0h .*\n• abonner NGen hebdomadaire le lundi à 9\u00A0h/,
    );
    expect(await say('unsubscribe NGen')).toMatch(
      /^Unsubscribed\n\nI will no longer tell this channel about: NGen\.\n\n.*\n\n• subscribe ECCP daily/s,
    );
    expect(await say('unsubscribe Ocean Supercluster')).toContain('nothing has changed');
    expect(await say('désabonner tout')).toBe(
      'Désabonnement enregistré\n\nJe n’informerai plus ce canal sur\u00A0: ECCP.',
    );
  });

  test('in a suspended channel the list says so and why, until somebody subscribes again', async () => {
    const say = deskOn(test$.store);
    await say('subscribe NGen');
    await test$.store.channels.suspend(channel('C1'), 'is_archived', noon);
    expect(await say('subscriptions')).toMatch(
      /could not write here any more \(is_archived\)[\s\S]*• subscribe NGen/,
    );
    expect(await say('abonnements')).toContain('Je n’ai plus pu écrire ici (is_archived)\u00A0: pour');
    await say('subscribe NGen instantly in English America/Toronto time zone');
    expect(await say('subscriptions')).not.toContain('is_archived');
  });

  test('without subscriptions it says what can be followed', async () => {
    const text = await deskOn(test$.store)('subscriptions');
    expect(text).toMatch(
      /^Subscriptions of this channel\n\nThis channel follows nothing yet\. For example: subscribe .+\n\nTopics: /,
    );
    for (const { name } of topics.all) expect(text).toContain(name.en);
  });

  test('what it does not understand is said and changes nothing; questions are left alone', async () => {
    const say = deskOn(test$.store);
    expect(await say('subscribe flying saucers')).toMatch(
      /^I did not understand that\n\nI do not know “flying/,
    );
    expect(await say('abonner soucoupes')).toMatch(
      /^Je n’ai pas compris\n\nJe ne connais pas «\u00A0soucoupes/,
    );
    expect(await say('what is NGen?')).toBeUndefined();
    expect(await test$.store.subscriptions.of(channel('C1'))).toEqual([]);
  });

  test('who may change subscriptions is a setting; everybody may see them', async () => {
    const { store } = test$;
    const say = deskOn(store);
    await store.settings.save(channel('C1'), { ...anyone, subscribers: 'managers' }, 'A1', noon);
    expect(await say('subscribe NGen')).toMatch(/^Not here\n\nIn this workspace only those who manage/);
    expect(await say('subscribe NGen', { manager: true })).toMatch(/^Subscribed/);
    await store.settings.save(
      channel('C1'),
      { ...anyone, subscribers: 'listed', listedPeople: ['U7'] },
      'A1',
      noon,
    );
    expect(await say('désabonner tout', { manager: true })).toMatch(
      /^Pas ici\n\nDans cet espace, seules certaines/,
    );
    expect(await say('subscriptions')).toContain('• subscribe NGen');
    expect(await say('unsubscribe all', { person: 'U7' })).toMatch(/^Unsubscribed/);
  });

  test('says first that the bot has to be invited, where it cannot write', async () => {
    const say = deskOn(test$.store);
    expect(await say('subscribe NGen', { reachable: false })).toMatch(
      /^Subscribed\n\n⚠ I cannot write in this channel yet[\s\S]*I will tell this channel about: NGen/,
    );
    expect(await say('unsubscribe NGen', { reachable: false })).not.toContain('invite');
  });

  test('subscribing brings a suspended channel back', async () => {
    const { store } = test$;
    await store.channels.suspend(channel('C1'), 'is_archived', noon);
    await deskOn(store)('subscribe NGen');
    expect(await store.channels.state(channel('C1'))).toEqual({ state: 'active' });
  });

  test('a channel that follows every topic in its own way still fits a message', async () => {
    const { store } = test$;
    const desk = createSubscriptionDesk({
      ...{ store, topics: () => topics, verbs: subscriptionVerbs, timeZone: 'America/Toronto' },
      clock: () => noon,
    });
    const request = {
      channel: channel('C1'),
      person: 'U1',
      aliases: [],
      isManager: async () => true,
      canPost: async () => true,
    };
    for (const [index, topic] of topics.all.entries()) {
      const text = `subscribe ${topic.id} daily at ${index % 24}:${String(index).padStart(2, '0')} quiet 3:00-3:01`;
      await desk.handle({ ...request, text });
    }
    const card = await desk.handle({ ...request, text: 'subscriptions' });
    expect(limitViolations(toSlackMessage(card!))).toEqual([]);
  });
});
