/** What the page and the server say to each other, and the one global of a vendor's script. */
import type * as AdaptiveCardsModule from 'adaptivecards';

declare global {
  var AdaptiveCards: typeof AdaptiveCardsModule;
}

export type Language = 'en' | 'fr';

export interface WireCall {
  v: 1;
  intent: string;
  args: Record<string, string>;
  language: Language;
}

/** A question to ask, or a button to press. */
export type Suggestion = { text: string } | { label: string; call: WireCall };

export interface Explanation {
  language: { chosen: Language; because: string };
  normalised: string;
  corrections: { from: string; to: string }[];
  entities: { words: string; kind: string; id: string }[];
  unknownWords: string[];
  candidates: { intent: string; score: number; because: string }[];
  hits: { passage: string; score: number; confidence: number }[];
  inherited: string[];
  confidence: number;
  decision: string;
}

export interface Answer {
  reply: {
    outcome: 'answer' | 'social' | 'did-you-mean' | 'no-answer' | 'unsupported';
    answered: boolean;
    language: Language;
    intent: string;
    confidence: number;
    entries: string[];
    sources: string[];
  };
  text: string;
  spoken: string;
  slack: { message: { text: string; blocks: SlackNode[] } };
  teams: { card: Record<string, unknown> };
  explanation: Explanation;
  markdown?: string;
}

/** Block Kit as it arrives: the renderer looks at what it knows and says so where it does not. */
export interface SlackNode {
  type: string;
  [key: string]: unknown;
}

/** What a button of either platform asks for; `label` is what the person saw. */
export type Press = (call: WireCall, label: string) => void;
