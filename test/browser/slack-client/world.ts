/** What a small Slack workspace holds: people, conversations, messages, windows and Home tabs. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export const team = 'T1';
export const botUser = 'UBOT';
export const people = {
  UANN: { name: 'Ann', isAdmin: true },
  UBEN: { name: 'Ben', isAdmin: false },
} as const;
export type Person = keyof typeof people;

export interface Message {
  readonly ts: string;
  /** The `ts` of the message whose thread it is in. */
  readonly thread?: string;
  readonly author: string;
  text: string;
  blocks: KnownBlock[];
  /** Only this person sees it. */
  readonly onlyFor?: string;
  isEdited?: boolean;
  /** What the bot shows under the links in it. */
  previews?: KnownBlock[];
  readonly metadata?: unknown;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  /** Of a direct message: the person in it, beside the bot. */
  readonly person?: Person;
  isArchived?: boolean;
  readonly messages: Message[];
  /** What the bot offers above the message box. */
  prompts: readonly { readonly title: string; readonly message: string }[];
  /** Threads in which the bot is at work. */
  readonly working: Set<string>;
}

export interface OpenModal {
  readonly id: string;
  view: ModalView;
  errors: Readonly<Record<string, string>>;
}

/** One run of a function of the app: whose search it is, and what came of it. */
export interface Search {
  readonly person: string;
  readonly results: readonly object[];
}

/** What one person has before them. */
export interface Seen {
  readonly conversations: readonly (Omit<Conversation, 'working'> & { readonly working: string[] })[];
  readonly home: HomeView | undefined;
  readonly modal: OpenModal | undefined;
  readonly results: readonly object[];
}

export class World {
  readonly conversations: Conversation[] = [
    conversation('C1', 'general'),
    conversation('C2', 'experts'),
    conversation('D1', 'Supercluster Guide', 'UANN'),
    conversation('D2', 'Supercluster Guide', 'UBEN'),
  ];
  readonly homes = new Map<string, HomeView & { id: string }>();
  readonly modals = new Map<string, OpenModal>();
  /** Searches by the id of the function's run. */
  readonly searches = new Map<string, Search>();
  /** What Slack would have refused of what the bot sent; there should be none. */
  readonly refused: string[] = [];
  readonly #watchers = new Set<() => void>();
  #ids = 0;

  /** Calls back at every change. @returns what ends it */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}${this.#ids}`;
  }

  /** A message's `ts`: later ones sort after. */
  ts(): string {
    this.#ids += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(this.#ids).padStart(6, '0')}`;
  }

  /** By its id, or by the person whose direct messages it is. */
  conversation(id: unknown): Conversation | undefined {
    return this.conversations.find((each) => each.id === id || each.person === id);
  }

  seenBy(person: string): Seen {
    return {
      conversations: this.conversations
        .filter((each) => each.person === undefined || each.person === person)
        .map((each) => ({
          ...each,
          working: [...each.working],
          messages: each.messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person),
        })),
      home: this.homes.get(person),
      modal: this.modals.get(person),
      results: [...this.searches.values()].findLast((each) => each.person === person)?.results ?? [],
    };
  }
}

function conversation(id: string, name: string, person?: Person): Conversation {
  return { id, name, ...(person && { person }), messages: [], prompts: [], working: new Set() };
}
