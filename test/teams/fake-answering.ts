/** An answering that knows nothing but repeats what it was asked, and records it. */
import type { Answering, Place, PlacedQuestion } from '../../src/answering.ts';
import type { Card, IntentCall } from '../../src/cards/card.ts';
import { plain } from '../../src/cards/card.ts';
import type { Reply } from '../../src/conversation/types.ts';

export interface FakeAnswering extends Answering {
  readonly questions: PlacedQuestion[];
  readonly calls: { readonly call: IntentCall; readonly place: Place | undefined }[];
  /** When set, every answer fails with it. */
  failure: Error | undefined;
  /** When set, an answer waits for it. */
  gate: Promise<void> | undefined;
  /** Of every reply from now on. */
  outcome: Reply['outcome'];
}

export function createFakeAnswering(): FakeAnswering {
  const seen = new Set<string>();
  const fake: FakeAnswering = {
    questions: [],
    calls: [],
    failure: undefined,
    gate: undefined,
    outcome: 'answer',
    async ask(question) {
      fake.questions.push(question);
      await fake.gate;
      if (fake.failure) throw fake.failure;
      const reply = replyWith('ask', `You asked: ${question.text}`, question.language ?? 'en');
      return { ...reply, outcome: fake.outcome, answered: fake.outcome === 'answer' };
    },
    async call(call, place) {
      fake.calls.push({ call, place });
      await fake.gate;
      if (fake.failure) throw fake.failure;
      return replyWith(call.intent, `You called: ${call.intent}`, call.language);
    },
    defaultLanguage: 'en',
    overhear: async () => undefined,
    async firstSeen(key) {
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    },
  };
  return fake;
}

function replyWith(intent: string, text: string, language: 'en' | 'fr'): Reply {
  const card: Card = {
    language,
    summary: text,
    elements: [
      { type: 'title', text },
      { type: 'text', text: plain('An answer with *stars*.') },
      {
        type: 'actions',
        actions: [
          {
            type: 'call',
            label: 'Tell me more',
            call: { intent: 'more', args: { entry: 'ngen' }, language },
          },
          { type: 'share', label: 'Share', call: { intent, args: {}, language } },
        ],
      },
    ],
  };
  return {
    outcome: 'answer',
    answered: true,
    language,
    intent,
    call: { intent, args: {}, language },
    confidence: 1,
    card,
    entries: [],
    sources: [],
    turn: {
      question: text,
      meaning: text,
      language,
      intent,
      args: {},
      entities: [],
      repeatable: true,
      offers: [],
      listed: false,
    },
    explanation: {
      language: { chosen: language, because: 'test' },
      normalised: text,
      corrections: [],
      entities: [],
      unknownWords: [],
      candidates: [],
      hits: [],
      inherited: [],
      confidence: 1,
      decision: 'test',
    },
  };
}
