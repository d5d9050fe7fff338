/** Environment → typed configuration; a wrong value stops the start with its name and what was expected. */
import { type Environment, environmentSchema } from './environment.ts';
import type { Language } from './knowledge/language.ts';
import type { DatabaseLocation } from './store/databases.ts';
import type { Retention } from './store/retention.ts';
import type { KeyRing } from './store/secrets.ts';
import type { Channel } from './store/tenant.ts';

/** Of the operator's own pages; what is absent is not shown. */
export interface OperatorPages {
  /** https, or mailto. */
  readonly support?: string;
  readonly privacy?: string;
}

interface SlackConnection {
  readonly signingSecret: string;
  readonly pages?: OperatorPages;
  /** Present when Socket Mode is wanted. */
  readonly appToken?: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
}

/** The app's own credentials, with which workspaces install it. */
export interface SlackOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what an installation brings back from Slack. */
  readonly stateSecret: string;
}

/** One workspace by its token, or every workspace that installs the app. */
export type SlackConfig = SlackConnection & ({ readonly botToken: string } | { readonly oauth: SlackOAuth });

export interface TeamsCredentials {
  readonly appId: string;
  readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  /** Absent for a managed identity. */
  readonly appPassword?: string;
  readonly tenantId?: string;
  /** Directories whose people may use a bot that several could install; absent: all of them. */
  readonly allowedTenants?: readonly string[];
  /** People who may name the experts' channel, by directory id; absent: nobody may. */
  readonly administrators?: readonly string[];
}

export interface NotificationConfig {
  /** IANA zone of a subscription that names none. */
  readonly timeZone: string;
  /** A larger audience needs a second person's approval. */
  readonly approvalAbove: number;
  /** Stages are announced this many days before they begin. */
  readonly stageDays: number;
  /** Where what needs approval is announced and decided; absent: in the terminal alone. */
  readonly approvalChannel?: Channel;
  /** Bearer token of `POST /api/notifications`; absent: the address is off. */
  readonly token?: string;
}

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Read by programs, or by people at a terminal. */
  readonly logFormat: 'json' | 'pretty';
  /** Where Prometheus may ask; absent: nothing is counted. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** Whether OTEL_EXPORTER_OTLP_ENDPOINT is set; the OpenTelemetry library reads it itself. */
  readonly traces: boolean;
  readonly defaultLanguage: Language;
  readonly contentDirectory: string;
  /** SQLite in `DATA_DIR`, or PostgreSQL where `DATABASE_URL` names it. */
  readonly database: DatabaseLocation;
  /** Present when installations can be kept. */
  readonly encryptionKeys?: KeyRing;
  readonly retention: Retention;
  readonly playground: boolean;
  readonly platforms: readonly ('slack' | 'teams')[];
  readonly slack?: SlackConfig;
  readonly teams?: TeamsCredentials;
  readonly notifications: NotificationConfig;
}

/** Where notifications go; `workflows` are webhooks that post into Teams. */
export type DeliveryPlatform = 'slack' | 'teams' | 'workflows';

/**
 * The platforms that can be delivered to. Teams without credentials is the one on this machine, which has none
 * in production; webhooks have sealed addresses, which need a key.
 */
export function deliveryPlatforms(config: Config): DeliveryPlatform[] {
  const { platforms, slack, teams, production, encryptionKeys } = config;
  const served = platforms.filter((platform) =>
    platform === 'slack' ? slack !== undefined : teams !== undefined || !production,
  );
  return platforms.includes('teams') && encryptionKeys ? [...served, 'workflows'] : served;
}

/** A message for the operator that names the variable; never shown to users. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * @param environment `process.env` or a stand-in; an empty value counts as absent
 * @throws ConfigError naming each wrong or missing variable and what was expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join('\n'),
    );
  }
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const slack = values.PLATFORMS.includes('slack') ? readSlack(values, production) : undefined;
  const teams = values.PLATFORMS.includes('teams') ? readTeams(values, production) : undefined;
  return {
    production,
    host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT ?? (production || !process.stdout.isTTY ? 'json' : 'pretty'),
    ...(values.METRICS_PORT !== undefined && {
      metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT },
    }),
    traces: values.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
    defaultLanguage: values.DEFAULT_LANGUAGE,
    contentDirectory: values.CONTENT_DIR,
    database: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'sqlite', directory: values.DATA_DIR },
    ...(values.ENCRYPTION_KEY && { encryptionKeys: values.ENCRYPTION_KEY }),
    retention: {
      events: values.KEEP_EVENTS,
      turns: values.KEEP_TURNS,
      answers: values.KEEP_ANSWERS,
      feedback: values.KEEP_FEEDBACK,
      questions: values.KEEP_QUESTIONS,
      notifications: values.KEEP_NOTIFICATIONS,
      suspended: values.KEEP_SUSPENDED,
    },
    playground: values.PLAYGROUND ? values.PLAYGROUND === 'on' : !production,
    platforms: values.PLATFORMS,
    notifications: {
      timeZone: values.DEFAULT_TIME_ZONE,
      approvalAbove: values.NOTIFY_APPROVAL_ABOVE,
      stageDays: values.NOTIFY_STAGE_DAYS,
      ...(values.NOTIFY_TOKEN && { token: values.NOTIFY_TOKEN }),
      ...readApprovalChannel(values),
    },
    ...(slack && { slack }),
    ...(teams && { teams }),
  };
}

function readApprovalChannel({
  NOTIFY_APPROVAL_CHANNEL: named,
  PLATFORMS,
}: Environment): { readonly approvalChannel: Channel } | undefined {
  if (!named) return undefined;
  const { platform, workspace = '', channel = '' } = named;
  if (platform !== 'slack' && platform !== 'teams') return undefined;
  if (!PLATFORMS.includes(platform)) {
    throw new ConfigError(`NOTIFY_APPROVAL_CHANNEL: ${platform} is not among PLATFORMS`);
  }
  return { approvalChannel: { platform, workspace, channel } };
}

function readSlack(values: Environment, production: boolean): SlackConfig | undefined {
  const { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = values;
  const { SLACK_SUPPORT_URL, SLACK_PRIVACY_URL } = values;
  const oauth = readSlackOAuth(values);
  const wanted = production || SLACK_SIGNING_SECRET || SLACK_BOT_TOKEN || SLACK_APP_TOKEN || oauth;
  if (!wanted) return undefined;
  const why = production
    ? 'is needed in production (or leave slack out of PLATFORMS)'
    : 'is needed beside the other SLACK_ variables';
  if (!SLACK_BOT_TOKEN && !oauth) throw new ConfigError(`SLACK_BOT_TOKEN: ${why}`);
  if (SLACK_BOT_TOKEN && oauth) {
    throw new ConfigError('SLACK_BOT_TOKEN: is for one workspace; leave it out beside SLACK_CLIENT_ID');
  }
  // Socket Mode has no HTTP requests to verify, so the app token alone is enough.
  if (!SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN) throw new ConfigError(`SLACK_SIGNING_SECRET: ${why}`);
  return {
    signingSecret: SLACK_SIGNING_SECRET ?? '',
    apiUrl: SLACK_API_URL.endsWith('/') ? SLACK_API_URL : `${SLACK_API_URL}/`,
    ...(SLACK_APP_TOKEN && { appToken: SLACK_APP_TOKEN }),
    ...((SLACK_SUPPORT_URL || SLACK_PRIVACY_URL) && {
      pages: {
        ...(SLACK_SUPPORT_URL && { support: SLACK_SUPPORT_URL }),
        ...(SLACK_PRIVACY_URL && { privacy: SLACK_PRIVACY_URL }),
      },
    }),
    ...(oauth ? { oauth } : { botToken: SLACK_BOT_TOKEN ?? '' }),
  };
}

/** Present when any of its variables is; then all of them have to be. */
function readSlackOAuth(values: Environment): SlackOAuth | undefined {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, ENCRYPTION_KEY } = values;
  if (!SLACK_CLIENT_ID && !SLACK_CLIENT_SECRET && !SLACK_STATE_SECRET) return undefined;
  const why = 'is needed for many workspaces (or set SLACK_BOT_TOKEN alone for one)';
  if (!SLACK_CLIENT_ID) throw new ConfigError(`SLACK_CLIENT_ID: ${why}`);
  if (!SLACK_CLIENT_SECRET) throw new ConfigError(`SLACK_CLIENT_SECRET: ${why}`);
  if (!SLACK_STATE_SECRET) throw new ConfigError(`SLACK_STATE_SECRET: ${why}`);
  if (!ENCRYPTION_KEY) throw new ConfigError(`ENCRYPTION_KEY: ${why}; it seals their tokens`);
  return { clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET, stateSecret: SLACK_STATE_SECRET };
}

function readTeams(values: Environment, production: boolean): TeamsCredentials | undefined {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, MICROSOFT_APP_TYPE } = values;
  const { TEAMS_ALLOWED_TENANTS, TEAMS_ADMINISTRATORS } = values;
  const wanted = production || MICROSOFT_APP_ID || MICROSOFT_APP_PASSWORD || MICROSOFT_APP_TENANT_ID;
  if (!wanted) return undefined;
  const why = production
    ? 'is needed in production (or leave teams out of PLATFORMS)'
    : 'is needed beside the other MICROSOFT_APP_ variables';
  if (!MICROSOFT_APP_ID) throw new ConfigError(`MICROSOFT_APP_ID: ${why}`);
  if (!MICROSOFT_APP_PASSWORD && MICROSOFT_APP_TYPE !== 'UserAssignedMSI') {
    throw new ConfigError(`MICROSOFT_APP_PASSWORD: ${why}`);
  }
  if (!MICROSOFT_APP_TENANT_ID && MICROSOFT_APP_TYPE !== 'MultiTenant') {
    throw new ConfigError(`MICROSOFT_APP_TENANT_ID: ${why} when MICROSOFT_APP_TYPE is ${MICROSOFT_APP_TYPE}`);
  }
  if (TEAMS_ALLOWED_TENANTS && MICROSOFT_APP_TYPE === 'SingleTenant') {
    throw new ConfigError(
      'TEAMS_ALLOWED_TENANTS: a SingleTenant bot serves MICROSOFT_APP_TENANT_ID alone; leave this out',
    );
  }
  return {
    appId: MICROSOFT_APP_ID,
    appType: MICROSOFT_APP_TYPE,
    ...(MICROSOFT_APP_PASSWORD && { appPassword: MICROSOFT_APP_PASSWORD }),
    ...(MICROSOFT_APP_TENANT_ID && { tenantId: MICROSOFT_APP_TENANT_ID }),
    ...(TEAMS_ALLOWED_TENANTS && { allowedTenants: TEAMS_ALLOWED_TENANTS }),
    ...(TEAMS_ADMINISTRATORS && { administrators: TEAMS_ADMINISTRATORS }),
  };
}
