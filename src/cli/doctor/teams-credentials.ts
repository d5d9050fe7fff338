import type { TeamsCredentials } from '../../config.ts';
import { broken, type Check, needsConfiguration, ok, skipped } from './check.ts';
import { send, tryNetwork, unreachable } from './http.ts';

/** learn.microsoft.com/entra/identity-platform/reference-error-codes → what to do */
const remedies: Readonly<Record<string, string>> = {
  '7000215': 'MICROSOFT_APP_PASSWORD is wrong: it is the value of the client secret, not its id.',
  '7000222': 'The client secret has expired: make a new one in the app registration.',
  '700016': 'MICROSOFT_APP_ID is unknown in this directory: compare both with the app registration.',
  '90002': 'MICROSOFT_APP_TENANT_ID names no directory: compare it with the app registration.',
  '900023': 'MICROSOFT_APP_TENANT_ID names no directory: compare it with the app registration.',
  '7000112': 'The application is disabled: have an administrator of the directory enable it.',
};

const scope = 'https://api.botframework.com/.default';
/** Bots of many tenants sign in here: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const manyTenants = 'botframework.com';

export const teamsCredentials: Check = {
  name: 'teams-credentials',
  async run({ config }) {
    if (!config) return needsConfiguration;
    const { teams } = config;
    if (!teams) return [skipped('Teams is not set up.')];
    if (teams.appPassword === undefined || teams.appType === 'UserAssignedMSI') {
      return [
        skipped(
          'A managed identity signs in from its own machine in Azure alone; the first answer will tell.',
        ),
      ];
    }
    return [await signIn(teams, teams.appPassword)];
  },
};

async function signIn({ appId, appType, tenantId }: TeamsCredentials, password: string) {
  const directory = appType === 'MultiTenant' ? manyTenants : (tenantId ?? manyTenants);
  const url = new URL(`https://login.microsoftonline.com/${directory}/oauth2/v2.0/token`);
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: appId, client_secret: password, scope },
  });
  const answer = await send(url, { method: 'POST', body });
  if ('failure' in answer) return broken(unreachable(url, answer.failure), tryNetwork);
  if (typeof answer.body.access_token === 'string') return ok('Microsoft takes the credentials of the bot.');
  const code = codeOf(answer.body.error_codes);
  const says = `Microsoft does not take the credentials (${code ? `AADSTS${code}` : `HTTP ${answer.status}`}).`;
  return broken(
    says,
    remedies[code ?? ''] ?? 'Compare the MICROSOFT_APP_ settings with the app registration.',
  );
}

function codeOf(codes: unknown): string | undefined {
  const [first] = Array.isArray(codes) ? (codes as unknown[]) : [];
  return typeof first === 'number' ? String(first) : undefined;
}
