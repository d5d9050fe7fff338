/** Card actions → buttons, and what a button's value says when it comes back. */
import type { Button } from '@slack/types';
import { z } from 'zod';
import { fromWire, toWire } from '../cards/call.ts';
import type { CardAction, IntentCall } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import { clean, webAddress } from './clean.ts';
import { limits } from './limits.ts';

/** What the share button carries: the call, and the question for those who did not see it asked. */
export interface Share {
  readonly call: IntentCall;
  readonly asked?: string;
}

/** A question is repeated at most this long. */
export const longestAsked = 300;
const shareSchema = z.strictObject({ call: z.unknown(), asked: z.string().max(longestAsked).optional() });

/** Numbers the buttons of one message: a click is told apart by its action_id. */
export class ButtonMaker {
  #count = 0;
  #shares = 0;
  readonly #asked: string | undefined;

  /** @param asked the question, put into share buttons */
  constructor(asked?: string) {
    this.#asked = asked;
  }

  /** The button, or `undefined` when Slack could not carry it: no label, no web address, a call too long. */
  make(action: CardAction): Button | undefined {
    const label = shorten(clean(action.label).trim(), limits.buttonText);
    const target = this.#target(action);
    if (label === '' || !target) return undefined;
    this.#count += 1;
    return {
      type: 'button',
      text: { type: 'plain_text', text: label, emoji: false },
      ...target,
      ...(action.type === 'call' && action.primary && { style: 'primary' }),
      ...(action.type === 'decide' && { style: action.decision === 'approve' ? 'primary' : 'danger' }),
    };
  }

  #target(action: CardAction): Pick<Button, 'action_id' | 'value' | 'url'> | undefined {
    if (action.type === 'open') {
      const url = webAddress(action.url, limits.buttonUrl);
      return url === undefined ? undefined : { action_id: `open:${this.#count}`, url };
    }
    if (action.type === 'decide') {
      const { decision, id, language } = action;
      return { action_id: `approval:${decision}`, value: JSON.stringify({ v: 1, id, language }) };
    }
    if (action.type !== 'share') {
      const value = JSON.stringify(toWire(action.call));
      if (value.length > limits.buttonValue) return undefined;
      return { action_id: `${action.type}:${this.#count}`, value };
    }
    const value = shareValue(action.call, this.#asked);
    if (value === undefined) return undefined;
    this.#shares += 1;
    return { action_id: this.#shares === 1 ? 'share' : `share:${this.#shares}`, value };
  }
}

/** The question is left out when both do not fit: the answer matters more. */
function shareValue(call: IntentCall, asked: string | undefined): string | undefined {
  const share = { call: toWire(call) };
  const question = asked === undefined ? '' : shorten(clean(asked).trim(), longestAsked);
  const values = [...(question === '' ? [] : [{ ...share, asked: question }]), share];
  return values.map((value) => JSON.stringify(value)).find((value) => value.length <= limits.buttonValue);
}

/** Reads the value of a `call:` or `markdown:` button, which anybody may have forged. */
export function readCall(value: unknown): IntentCall | undefined {
  return fromWire(parse(value));
}

/** Reads a `share:` button's value, which anybody may have forged. */
export function readShare(value: unknown): Share | undefined {
  const parsed = shareSchema.safeParse(parse(value));
  const call = parsed.success ? fromWire(parsed.data.call) : undefined;
  if (!parsed.success || !call) return undefined;
  return { call, ...(parsed.data.asked !== undefined && { asked: parsed.data.asked }) };
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > limits.buttonValue) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
