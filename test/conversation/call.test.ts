import { describe, expect, it } from 'vitest';
import type { IntentCall } from '../../src/cards/card.ts';
import { actionsOf, reachableCalls } from '../support/reachable.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';

describe('buttons', () => {
  const calls = reachableCalls();

  it('lead to every section in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      for (const entry of realKnowledge.all(language)) {
        for (const section of entry.sections) {
          expect(calls).toContainEqual({
            intent: 'section',
            args: { entry: entry.id, section: section.id },
            language,
          });
        }
      }
    }
  });

  it('all work, and no card has more than six of them', () => {
    for (const call of calls) {
      const reply = realConversation.call(call, today);
      expect([call, reply.answered]).toEqual([call, true]);
      expect(reply.language).toBe(call.language);
      expect(actionsOf(reply.card).length).toBeLessThanOrEqual(6);
      for (const action of actionsOf(reply.card)) expect(action.label.length).toBeLessThanOrEqual(75);
    }
  });

  const missing: readonly IntentCall[] = [
    { intent: 'format-disk', args: {}, language: 'en' },
    { intent: 'section', args: { entry: 'ngen', section: 'gone' }, language: 'fr' },
    { intent: 'section', args: {}, language: 'en' },
    { intent: 'section', args: { entry: 'ngen', section: 'money', page: '-1' }, language: 'en' },
    { intent: 'profile', args: { entry: '__proto__' }, language: 'en' },
    { intent: 'find', args: { terms: 'sector:nothing' }, language: 'en' },
    { intent: 'compare', args: { entries: 'ngen', attributes: '' }, language: 'en' },
  ];
  it.each(missing)('that name what is not there get a sentence: %o', (call) => {
    const reply = realConversation.call(call, today);
    expect(reply).toMatchObject({ answered: false, language: call.language });
    expect(reply.card.elements[0]).toMatchObject({
      text: call.language === 'en' ? 'That button is out of date' : 'Ce bouton n’est plus à jour',
    });
  });
});
