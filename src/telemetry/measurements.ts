/** What is counted and timed; `prometheus.ts` does it, and without METRICS_PORT nobody. */

/** How a question or a button was answered. */
export interface Answered {
  readonly platform: string;
  readonly language: string;
  readonly intent: string;
  /** As in a reply; `error` where there was none. */
  readonly outcome: string;
}

/** A request of ours to Slack or Microsoft. */
export interface OutgoingCall {
  readonly service: string;
  readonly operation: string;
  /** HTTP status; absent where no answer came. */
  readonly status?: number;
}

/** All times are seconds. */
export interface Measurements {
  answered(answer: Answered, seconds: number): void;
  /** From the arrival of a question to the moment the platform had taken the first message for it. */
  replied(platform: string, seconds: number): void;
  redelivered(platform: string): void;
  called(call: OutgoingCall, seconds: number): void;
  received(route: string, status: number, seconds: number): void;
  /** What a platform said to a message of the outbox. */
  attempted(platform: string, result: string): void;
  /** What became of deliveries: sent, failed, skipped, or still to do. */
  settled(state: string): void;
}

export const noMeasurements: Measurements = {
  answered() {},
  replied() {},
  redelivered() {},
  called() {},
  received() {},
  attempted() {},
  settled() {},
};
