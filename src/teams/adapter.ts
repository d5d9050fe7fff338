/**
 * botbuilder's adapter without its HTTP half. `CloudAdapter.process` prints errors, writes their
 * messages into the response and parses outside its `try`; here the edge does that itself.
 */
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import type { TeamsCredentials } from '../config.ts';
import { languageOf, readActivity, type TeamsActivity, tenantOf } from './activity.ts';
import type { Bot } from './bot.ts';
import { sendCarefully } from './connector.ts';
import { causeOf } from './failure.ts';
import { errorResponse } from './invoke-response.ts';
import { type BotFrameworkAuthentication, KnownTokens, withOneSignInClient } from './known-tokens.ts';
import { strings } from './strings.ts';

export type { BotFrameworkAuthentication } from './known-tokens.ts';

/** The request does not come from whom it says; there is nothing to answer. */
export class UnauthorizedError extends Error {
  override readonly name = 'UnauthorizedError';
}

export class TeamsAdapter extends CloudAdapter {
  readonly #knownTokens = new KnownTokens();

  constructor(authentication: BotFrameworkAuthentication, logger: Logger) {
    super(withOneSignInClient(authentication));
    this.onTurnError = async (context, error) => {
      logger.error({ code: 'teams_turn_failed', cause: causeOf(error) }, 'a Teams activity was not answered');
      try {
        await apologise(context);
      } catch (second) {
        logger.error({ code: 'teams_apology_failed', cause: causeOf(second) }, 'the apology was not sent');
      }
    };
  }

  /**
   * Checks who sent the activity, then runs the bot.
   *
   * @param tenants the only directories served, where not every one is
   * @throws UnauthorizedError when the token is missing, wrong or for somebody else
   */
  async receive(
    authorization: string,
    activity: TeamsActivity,
    bot: Bot,
    tenants?: ReadonlySet<string>,
  ): Promise<InvokeResponse | undefined> {
    // The schema is a reading of botbuilder's own type: loose where Teams is.
    const received = activity as unknown as Activity;
    if (tenants && !tenants.has(tenantOf(activity)?.toLowerCase() ?? ''))
      throw new UnauthorizedError('another tenant');
    const authenticated = await this.authenticate(received, authorization);
    return this.processActivity(authenticated, received, async (context) => {
      sendCarefully(context);
      await bot(context, activity);
    });
  }

  private async authenticate(activity: Activity, authorization: string) {
    try {
      return await this.#knownTokens.admit(authorization, activity, () =>
        this.botFrameworkAuthentication.authenticateRequest(activity, authorization),
      );
    } catch (error) {
      // jsonwebtoken's errors pass botbuilder unchanged: a wrong key would come out as a 500.
      const refusals = ['AuthenticationError', 'JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];
      const isRefusal =
        error instanceof SyntaxError ||
        (error instanceof Error &&
          (refusals.includes(error.name) || refusals.includes(error.constructor.name)));
      throw isRefusal ? new UnauthorizedError('refused', { cause: error }) : error;
    }
  }
}

/** One sentence in the person's language: as the response of a click, else as a message. */
async function apologise(context: TurnContext): Promise<void> {
  const activity = readActivity(context.activity);
  const language = (activity && languageOf(activity)) ?? 'en';
  const sentence = strings.failed[language];
  if (context.activity.type !== ActivityTypes.Invoke) {
    await context.sendActivity(sentence);
    return;
  }
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: errorResponse('answering-failed', sentence),
  });
}

export function createAuthentication(config: TeamsCredentials | undefined): BotFrameworkAuthentication {
  if (!config) return new ConfigurationBotFrameworkAuthentication({});
  return new ConfigurationBotFrameworkAuthentication(
    {},
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: config.appId,
      MicrosoftAppType: config.appType,
      // botbuilder refuses a managed identity that comes with a password.
      ...(config.appPassword &&
        config.appType !== 'UserAssignedMSI' && { MicrosoftAppPassword: config.appPassword }),
      ...(config.tenantId && { MicrosoftAppTenantId: config.tenantId }),
    }),
  );
}
