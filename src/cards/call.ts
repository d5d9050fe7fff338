import { z } from 'zod';
import type { IntentCall } from './card.ts';

/** The wire form of an intent call inside a button, versioned so that old messages stay readable. */
const wireSchema = z.strictObject({
  v: z.literal(1),
  intent: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  args: z.record(z.string().max(40), z.string().max(300)),
  language: z.enum(['en', 'fr']),
});

export interface WireCall extends IntentCall {
  readonly v: 1;
}

export function toWire(call: IntentCall): WireCall {
  return { v: 1, intent: call.intent, args: call.args, language: call.language };
}

/** Reads a button's data, which anybody may have forged: `undefined` unless it has exactly the wire form. */
export function fromWire(data: unknown): IntentCall | undefined {
  const parsed = wireSchema.safeParse(data);
  if (!parsed.success || Object.keys(parsed.data.args).length > 10) return undefined;
  const { intent, args, language } = parsed.data;
  return { intent, args, language };
}
