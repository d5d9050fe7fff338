/** The environment variables: their names, what each may be, and what it is when it is absent. */
import { z } from 'zod';
import { defaultRetention } from './store/retention.ts';
import { parseKeyRing } from './store/secrets.ts';

const onOff = z.enum(['on', 'off'], { error: 'expected on or off' });

const secondsPerUnit: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400 };
const longestDays = 3_650;

/** `10m`, `24h`, `90d` → milliseconds. */
const duration = (standard: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return standard;
      const match = /^([1-9]\d{0,4})([mhd])$/.exec(text.trim());
      const seconds = Number(match?.[1]) * (secondsPerUnit[match?.[2] ?? ''] ?? Number.NaN);
      if (seconds <= longestDays * 86_400) return seconds * 1_000;
      context.addIssue('expected a duration such as 10m, 24h or 90d, at most ten years');
      return z.NEVER;
    });

/** `a,b` → both; ids of Microsoft Entra, in lower case. */
const guids = (kind: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim().toLowerCase()))
    .pipe(z.array(z.guid({ error: `expected ${kind} ids separated by commas, each a GUID` })));

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'expected a port from 0 to 65535')
  .transform(Number);

const wholeNumber = (standard: number, most: number) =>
  z
    .string()
    .default(String(standard))
    .refine(
      (text) => /^\d{1,7}$/.test(text) && Number(text) <= most,
      `expected a whole number from 0 to ${most}`,
    )
    .transform(Number);

/**
 * By the name that a subscription line reads (`CET` is Europe/Brussels): what is printed with it reads as
 * the same.
 *
 * @returns undefined for what is no zone
 */
function timeZoneOf(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const keyRing = z
  .string()
  .optional()
  .transform((text, context) => {
    try {
      return text === undefined ? undefined : parseKeyRing(text);
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : 'expected id:key');
      return z.NEVER;
    }
  });

export const environmentSchema = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().optional(),
  PORT: port.default(3978),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'expected fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'pretty'], { error: 'expected json or pretty' }).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .optional(),
  DEFAULT_LANGUAGE: z.enum(['en', 'fr'], { error: 'expected en or fr' }).default('en'),
  CONTENT_DIR: z.string().default('content'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'expected an address that starts with postgres://')
    .optional(),
  ENCRYPTION_KEY: keyRing,
  KEEP_EVENTS: duration(defaultRetention.events),
  KEEP_TURNS: duration(defaultRetention.turns),
  KEEP_ANSWERS: duration(defaultRetention.answers),
  KEEP_FEEDBACK: duration(defaultRetention.feedback),
  KEEP_QUESTIONS: duration(defaultRetention.questions),
  KEEP_NOTIFICATIONS: duration(defaultRetention.notifications),
  KEEP_SUSPENDED: duration(defaultRetention.suspended),
  PLAYGROUND: onOff.optional(),
  PLATFORMS: z
    .string()
    .default('slack,teams')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(['slack', 'teams'], { error: 'expected slack, teams or slack,teams' }))),
  DEFAULT_TIME_ZONE: z
    .string()
    .refine((name) => timeZoneOf(name) !== undefined, 'expected an IANA time zone such as America/Toronto')
    .transform((name) => timeZoneOf(name) ?? name)
    .default('America/Toronto'),
  NOTIFY_APPROVAL_ABOVE: wholeNumber(25, 1_000_000),
  NOTIFY_STAGE_DAYS: wholeNumber(14, 365),
  NOTIFY_APPROVAL_CHANNEL: z
    .string()
    .transform(
      (text) => /^(?<platform>slack|teams)\/(?<workspace>[^/\s]*)\/(?<channel>[^/\s]+)$/.exec(text)?.groups,
    )
    .refine(
      (groups) => groups !== undefined,
      'expected slack/<team id>/<channel id> or teams/<tenant id>/<conversation id>',
    )
    .optional(),
  NOTIFY_TOKEN: z
    .string()
    .min(32, 'expected at least 32 characters, e.g. of "openssl rand -hex 32"')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'expected a bot token that starts with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'expected an app-level token that starts with xapp-')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'expected a client id such as 1234567890.1234567890')
    .optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(32, 'expected at least 32 characters, e.g. of "openssl rand -hex 32"')
    .optional(),
  SLACK_SUPPORT_URL: z
    .url({ protocol: /^(https|mailto)$/, error: 'expected an https or mailto address' })
    .max(500)
    .optional(),
  SLACK_PRIVACY_URL: z
    .url({ protocol: /^https$/, error: 'expected an https address' })
    .max(500)
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .default('https://slack.com/api/'),
  MICROSOFT_APP_ID: z.guid({ error: 'expected the application (client) id, a GUID' }).optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.guid({ error: 'expected the directory (tenant) id, a GUID' }).optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], {
      error: 'expected MultiTenant, SingleTenant or UserAssignedMSI',
    })
    .default('SingleTenant'),
  TEAMS_ALLOWED_TENANTS: guids('directory (tenant)').optional(),
  TEAMS_ADMINISTRATORS: guids('user (object)').optional(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** The names `readConfig` understands; a test holds `.env.example` against them. */
export const environmentVariables = Object.keys(environmentSchema.shape);
