/** Answers a question in its place: the one door through which every platform asks. */
import { z } from 'zod';
import type { IntentCall } from './cards/card.ts';
import type { Conversation, Reply, Turn } from './conversation/types.ts';
import type { Language } from './knowledge/language.ts';
import type { Store } from './store/store.ts';
import type { TurnPlace } from './store/turns.ts';

/** A thread, a direct message or a browser tab: where earlier questions are remembered. */
export interface Place {
  readonly platform: 'slack' | 'teams' | 'playground';
  /** Slack team, Teams tenant; '' where there is none. */
  readonly workspace: string;
  /** Unique within the platform, e.g. `T1/C1/1700000000.000100` or a Teams conversation id. */
  readonly id: string;
}

export interface PlacedQuestion {
  readonly place: Place;
  readonly text: string;
  readonly language?: Language;
  readonly about?: string;
  /** `none`: asked aside, as while somebody is still typing; nothing is followed up and nothing remembered. */
  readonly memory?: 'none';
}

export interface Answering {
  /** Spoken where nothing tells the language: nobody has said a word yet. */
  readonly defaultLanguage: Language;
  /** Answers, remembering the turn in its place. Never throws on what the text says. */
  ask(question: PlacedQuestion): Promise<Reply>;
  /**
   * Answers what was said in a place without being said to the guide, only where it was asked there before
   * and the words surely are for it; otherwise undefined, and nothing of it is kept or counted.
   */
  overhear(question: PlacedQuestion): Promise<Reply | undefined>;
  /** Runs what a button asks for; `place` is given where a later question may follow it up. */
  call(call: IntentCall, place?: Place): Promise<Reply>;
  /** True the first time a key is seen within ten minutes, false after: redeliveries are answered once. */
  firstSeen(key: string): Promise<boolean>;
}

export interface AnsweringOptions {
  /** The conversation in service: another one after each reload of the content. */
  readonly conversation: () => Conversation;
  readonly store: Pick<Store, 'events' | 'turns' | 'unanswered'>;
  readonly clock: () => Date;
  readonly defaultLanguage: Language;
  /** What was answered could not be remembered: for the log. */
  readonly forgot: (error: unknown) => void;
}

export function createAnswering({
  conversation,
  store,
  clock,
  defaultLanguage,
  forgot,
}: AnsweringOptions): Answering {
  async function remember(place: Place, reply: Reply, now: Date): Promise<void> {
    // Whoever asked gets the answer also where nothing can be written, as on a full disk.
    await store.turns.add(toTurnPlace(place), JSON.stringify(reply.turn), now).catch(forgot);
  }
  /** For the editors of the content; of a message that was no question there is nothing to learn. */
  async function noteUnanswered({ place, text }: PlacedQuestion, reply: Reply, now: Date): Promise<void> {
    const { unknownWords, hits } = reply.explanation;
    if (reply.outcome !== 'no-answer' || unknownWords.length + hits.length === 0) return;
    const { platform, workspace } = place;
    const { entry, section } = reply.turn.offers.find(({ intent }) => intent === 'section')?.args ?? {};
    const nearest = entry !== undefined && section !== undefined ? { nearest: { entry, section } } : {};
    const { language } = reply;
    const question = { platform, workspace, language, unknownTerms: unknownWords, ...nearest, text };
    await store.unanswered.record(question, now).catch(forgot);
  }
  return {
    defaultLanguage,
    async ask(question) {
      const { place, text, language, about, memory } = question;
      const now = clock();
      const stored = memory === 'none' ? [] : await store.turns.of(toTurnPlace(place), now);
      const reply = conversation().ask({
        text,
        now,
        turns: stored.flatMap(readTurn),
        ...(language && { language }),
        ...(about && { about }),
      });
      if (memory === 'none') return reply;
      await remember(place, reply, now);
      await noteUnanswered(question, reply, now);
      return reply;
    },
    async overhear({ place, text, language }) {
      const now = clock();
      const turns = (await store.turns.of(toTurnPlace(place), now)).flatMap(readTurn);
      if (turns.length === 0) return undefined;
      const reply = conversation().overhear({ text, now, turns, ...(language && { language }) });
      if (reply) await remember(place, reply, now);
      return reply;
    },
    async call(call, place) {
      const now = clock();
      const reply = conversation().call(call, now);
      if (place && reply.answered) await remember(place, reply, now);
      return reply;
    },
    firstSeen: (key) => store.events.firstSeen(key, clock()),
  };
}

/** What a reply was made of: `entry#section`, `entry@attribute`. */
export function shownItems({ entries, call }: Reply): string[] {
  const sections = entries.filter((entry) => entry.includes('#'));
  const { entry, attribute = '' } = call?.intent === 'attribute' ? call.args : {};
  const facts = entry === undefined ? [] : attribute.split(',').map((one) => `${entry}@${one}`);
  return [...sections, ...facts];
}

function toTurnPlace({ platform, workspace, id }: Place): TurnPlace {
  return { platform, workspace, place: id };
}

const offerSchema = z.object({ intent: z.string(), args: z.record(z.string(), z.string()) });

const turnSchema = z.object({
  question: z.string(),
  meaning: z.string(),
  language: z.enum(['en', 'fr']),
  intent: z.string(),
  args: z.record(z.string(), z.string()),
  entities: z.array(z.string()),
  repeatable: z.boolean(),
  offers: z.array(offerSchema),
  listed: z.boolean(),
  more: offerSchema.optional(),
});

/** A turn that an older version wrote differently is forgotten rather than misread. */
function readTurn(json: string): Turn[] {
  try {
    const parsed = turnSchema.safeParse(JSON.parse(json));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
