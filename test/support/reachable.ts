import type { Card, CardAction, IntentCall } from '../../src/cards/card.ts';
import { realConversation, realKnowledge, today } from './real-content.ts';

export function actionsOf(card: Card): CardAction[] {
  return card.elements.flatMap((element) => (element.type === 'actions' ? element.actions : []));
}

/** Every call that can be reached by pressing buttons, from help, all profiles, a comparison and every brief, in both languages. */
export function reachableCalls(): IntentCall[] {
  const everyCluster = realKnowledge.all('en').filter((entry) => entry.kind === 'cluster');
  const compare = { entries: everyCluster.map((entry) => entry.id).join(','), attributes: '' };
  const seen = new Map<string, IntentCall>();
  const waiting: IntentCall[] = [
    { intent: 'help', args: {}, language: 'en' },
    { intent: 'compare', args: compare, language: 'en' },
    { intent: 'brief', args: {}, language: 'en' },
    ...realKnowledge.vocabulary.terms.map(({ category, id }) => ({
      intent: 'brief',
      args: { subject: `${category}:${id}` },
      language: 'en' as const,
    })),
    ...realKnowledge.ids.map((entry) => ({ intent: 'profile', args: { entry }, language: 'en' as const })),
  ];
  for (let call = waiting.pop(); call; call = waiting.pop()) {
    const key = JSON.stringify(call);
    if (seen.has(key)) continue;
    seen.set(key, call);
    for (const action of actionsOf(realConversation.call(call, today).card)) {
      if ('call' in action) waiting.push(action.call);
    }
  }
  return [...seen.values()];
}
