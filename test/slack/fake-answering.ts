/** The conversation's stand-in: one fixed reply, every call recorded, and a real memory of keys. */
import type { Answering, PlacedQuestion } from '../../src/answering.ts';
import type { Card, IntentCall } from '../../src/cards/card.ts';
import type { Reply } from '../../src/conversation/types.ts';

export const profileCall: IntentCall = { intent: 'profile', args: { entry: 'ngen' }, language: 'en' };

export const profileCard: Card = {
  language: 'en',
  summary: 'NGen is the advanced manufacturing cluster.',
  elements: [
    { type: 'title', text: 'NGen' },
    { type: 'text', text: [{ type: 'text', value: 'NGen is the advanced manufacturing cluster.' }] },
    {
      type: 'actions',
      actions: [
        { type: 'call', label: 'Who leads it?', call: { ...profileCall, intent: 'fact' } },
        { type: 'open', label: 'Website', url: 'https://www.ngen.ca/' },
      ],
    },
  ],
};

export function replyOf(card: Card, call: IntentCall | undefined = profileCall, question = ''): Reply {
  return {
    outcome: 'answer',
    answered: true,
    language: card.language,
    intent: 'profile',
    confidence: 1,
    card,
    ...(call && { call }),
    entries: ['ngen'],
    sources: [],
    turn: {
      question,
      meaning: question,
      language: card.language,
      intent: 'profile',
      args: {},
      entities: ['ngen'],
      repeatable: true,
      offers: [],
      listed: false,
    },
    explanation: {
      language: { chosen: card.language, because: 'test' },
      normalised: '',
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

export class FakeAnswering implements Answering {
  readonly defaultLanguage = 'en';
  readonly asked: PlacedQuestion[] = [];
  readonly called: { readonly call: IntentCall; readonly place: string | undefined }[] = [];
  readonly overheard: PlacedQuestion[] = [];
  /** Whether words that were not said to the guide are for it. */
  isForTheGuide: (text: string) => boolean = () => false;
  reply: Reply = replyOf(profileCard);
  /** When set, every question fails with it. */
  failure: Error | undefined;
  /** What a question waits for before it is answered. */
  gate: Promise<void> = Promise.resolve();
  readonly #seen = new Set<string>();

  async ask(question: PlacedQuestion): Promise<Reply> {
    this.asked.push(question);
    await this.gate;
    if (this.failure) throw this.failure;
    return this.reply;
  }

  async overhear(question: PlacedQuestion): Promise<Reply | undefined> {
    this.overheard.push(question);
    if (this.failure) throw this.failure;
    return this.isForTheGuide(question.text) ? this.reply : undefined;
  }

  async call(call: IntentCall, place?: { readonly id: string }): Promise<Reply> {
    this.called.push({ call, place: place?.id });
    if (this.failure) throw this.failure;
    return this.reply;
  }

  async firstSeen(key: string): Promise<boolean> {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
