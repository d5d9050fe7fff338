/**
 * Tokens that were found good a moment ago. Teams sends one and the same token with everything of about an
 * hour: to check its signature and to build a client for the answer each time costs more than the answer.
 */
import { hash } from 'node:crypto';
import type { Activity, CloudAdapter } from 'botbuilder';

/** What checks tokens and fetches ours; named here because `botbuilder` does not export it. */
export type BotFrameworkAuthentication = NonNullable<ConstructorParameters<typeof CloudAdapter>[0]>;
type Authenticated = Awaited<ReturnType<BotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Authenticated['connectorFactory']>;

/** Milliseconds. botbuilder itself trusts the keys it has fetched for a day. */
const knownFor = 5 * 60_000;
/** One or two for each region of Teams that calls at the same time. */
const mostKnown = 100;

interface Known {
  readonly authenticated: Authenticated;
  /** Milliseconds since 1970; never past the end of the token. */
  readonly until: number;
}

/** What of an activity its token is held against. */
type Sender = Pick<Activity, 'channelId' | 'serviceUrl'>;

export class KnownTokens {
  readonly #known = new Map<string, Known>();
  readonly #clock: () => number;

  /** @param clock milliseconds since 1970 */
  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  /**
   * What `check` said of the very same header for the same channel and service address, or says now. Only
   * a token that was good and bears an end is remembered.
   */
  async admit(
    authorization: string,
    { channelId, serviceUrl }: Sender,
    check: () => Promise<Authenticated>,
  ): Promise<Authenticated> {
    const key = hash('sha256', JSON.stringify([authorization, channelId, serviceUrl]), 'base64');
    const now = this.#clock();
    const known = this.#known.get(key);
    if (known && now < known.until) return known.authenticated;
    this.#known.delete(key);
    const authenticated = withOneConnector(await check());
    const end = endOf(authenticated);
    if (end === undefined) return authenticated;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= mostKnown) this.#known.delete(oldest);
    this.#known.set(key, { authenticated, until: Math.min(now + knownFor, end) });
    return authenticated;
  }
}

/** Milliseconds since 1970; undefined where nothing was checked, as without credentials. */
function endOf({ claimsIdentity }: Authenticated): number | undefined {
  const end: unknown = claimsIdentity.claims.find(({ type }) => type === 'exp')?.value;
  return typeof end === 'number' ? end * 1_000 : undefined;
}

/** The client that answers depends on nothing but the address, which goes with the token. */
function withOneConnector(authenticated: Authenticated): Authenticated {
  const { connectorFactory } = authenticated;
  if (!connectorFactory) return authenticated;
  const create = once((...where: Parameters<ConnectorFactory['create']>) =>
    connectorFactory.create(...where),
  );
  return { ...authenticated, connectorFactory: { create } };
}

/**
 * Nobody signs in through this bot, yet botbuilder makes a client for that with every activity: the first
 * one serves them all.
 */
export function withOneSignInClient(authentication: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const createUserTokenClient = once(
    (...whose: Parameters<BotFrameworkAuthentication['createUserTokenClient']>) =>
      authentication.createUserTokenClient(...whose),
  );
  return Object.assign<BotFrameworkAuthentication, object>(Object.create(authentication), {
    createUserTokenClient,
  });
}

/** The first success is kept; a failure is nobody else's. */
function once<Given extends readonly unknown[], Made>(make: (...given: Given) => Promise<Made>) {
  let made: Promise<Made> | undefined;
  return (...given: Given): Promise<Made> => {
    if (!made) {
      made = make(...given);
      made.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}
