/** A local issuer of tokens in the form of the Bot Framework's: keys, OpenID metadata and signing. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { TeamsCredentials } from '../../src/config.ts';
import type { BotFrameworkAuthentication } from '../../src/teams/adapter.ts';
import { listen } from './server.ts';

export const credentials: TeamsCredentials = {
  appId: '22222222-2222-4222-8222-222222222222',
  appType: 'SingleTenant',
  appPassword: 'the-app-password',
  tenantId: 'tenant-1',
};

export const issuerName = 'https://api.botframework.com';

export interface Issuer {
  readonly authentication: BotFrameworkAuthentication;
  /** A good token, with what a test changes. */
  token(change?: { claims?: object; header?: object; key?: KeyObject }): string;
  close(): Promise<void>;
}

export async function startIssuer(serviceUrl: string): Promise<Issuer> {
  const endorsed = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let url = '';
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/metadata') {
      response.end(
        JSON.stringify({
          issuer: issuerName,
          jwks_uri: `${url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      );
    } else {
      response.end(
        JSON.stringify({
          keys: [
            {
              ...endorsed.publicKey.export({ format: 'jwk' }),
              kid: 'teams',
              use: 'sig',
              endorsements: ['msteams'],
            },
            {
              ...other.publicKey.export({ format: 'jwk' }),
              kid: 'other',
              use: 'sig',
              endorsements: ['webchat'],
            },
          ],
        }),
      );
    }
  });
  url = await listen(server, '127.0.0.1');

  return {
    authentication: new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: `${url}/login`,
        ToChannelFromBotOAuthScope: issuerName,
        ToBotFromChannelTokenIssuer: issuerName,
        ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${url}/metadata`,
        OAuthUrl: `${url}/oauth`,
      },
      new LocalCredentials(),
    ),
    token({ claims = {}, header = {}, key } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const signed = [
        { alg: 'RS256', typ: 'JWT', kid: 'teams', ...header },
        {
          iss: issuerName,
          aud: credentials.appId,
          serviceurl: serviceUrl,
          nbf: now - 60,
          exp: now + 600,
          ...claims,
        },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const privateKey = key ?? ('kid' in header && header.kid === 'other' ? other : endorsed).privateKey;
      return `Bearer ${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Fetches no token from Microsoft: what the bot sends carries a fixed one. */
class LocalCredentials extends ConfigurationServiceClientCredentialFactory {
  constructor() {
    super({
      MicrosoftAppId: credentials.appId,
      MicrosoftAppType: credentials.appType,
      MicrosoftAppPassword: credentials.appPassword ?? '',
      MicrosoftAppTenantId: credentials.tenantId ?? '',
    });
  }
  override async createCredentials() {
    return {
      async signRequest<T extends { headers: { set(name: string, value: string): void } }>(
        request: T,
      ): Promise<T> {
        request.headers.set('authorization', 'Bearer of-the-bot');
        return request;
      },
    };
  }
}
