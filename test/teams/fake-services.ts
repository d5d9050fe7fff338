/** What the Teams edge asks of the rest of the product, recorded. */
import type { TeamsOpinion, TeamsServices } from '../../src/teams/services.ts';

export interface FakeServices extends TeamsServices {
  /** `suspend 19:x BotDisabledByAdmin`, in order. */
  readonly states: string[];
  readonly opinions: TeamsOpinion[];
}

export function createFakeServices(): FakeServices {
  const states: string[] = [];
  const opinions: TeamsOpinion[] = [];
  return {
    states,
    opinions,
    sources: {
      callFor: (address, language) =>
        address === 'https://www.ngen.ca/' ? { intent: 'source', args: {}, language } : undefined,
    },
    feedback: {
      async save(opinion) {
        opinions.push(opinion);
      },
    },
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
