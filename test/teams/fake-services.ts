/** What the Teams edge asks of the rest of the product, recorded. */
import type { TeamsServices } from '../../src/teams/services.ts';

export interface FakeServices extends TeamsServices {
  /** `suspend 19:x BotDisabledByAdmin`, in order. */
  readonly states: string[];
}

export function createFakeServices(): FakeServices {
  const states: string[] = [];
  return {
    states,
    channels: {
      async suspend({ channel }, reason) {
        states.push(`suspend ${channel} ${reason}`);
      },
      async resume({ channel }) {
        states.push(`resume ${channel}`);
      },
      async forget({ channel }) {
        states.push(`forget ${channel}`);
      },
    },
  };
}
