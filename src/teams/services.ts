/** What the Teams edge asks of the rest of the product, beside answers. */
import type { IntentCall } from '../cards/card.ts';
import type { Language } from '../knowledge/language.ts';

/** A chat or channel of a tenant: the conversation's id without `;messageid=…`. */
export interface TeamsChannel {
  readonly platform: 'teams';
  readonly workspace: string;
  readonly channel: string;
}

/** What is known of a conversation's reach. */
export interface ConversationStates {
  /** It cannot be reached for now. @param reason a code of Teams or ours, never a text */
  suspend(channel: TeamsChannel, reason: string): Promise<void>;
  resume(channel: TeamsChannel): Promise<void>;
  /** It will never be reached again: whatever is kept of it goes. */
  forget(channel: TeamsChannel): Promise<void>;
}

export interface TeamsOpinion extends TeamsChannel {
  /** Id of the answer's message. */
  readonly messageId: string;
  /** Id of the person; never a name. */
  readonly person: string;
  readonly rating: 'helpful' | 'not-helpful';
  /** Kept only where the workspace allows that words are kept. */
  readonly comment?: string;
}

export interface FeedbackDesk {
  save(opinion: TeamsOpinion): Promise<void>;
}

export interface SourceIndex {
  /** What answers with a section that rests on the page; `undefined` for a page that is no source. */
  callFor(address: string, language: Language): IntentCall | undefined;
}

export interface TeamsServices {
  readonly sources: SourceIndex;
  readonly feedback: FeedbackDesk;
  readonly channels: ConversationStates;
}
