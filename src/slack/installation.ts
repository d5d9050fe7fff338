/** What is kept of an installation: ids and the bot's tokens; no names, no tokens of people. */
import type { Installation } from '@slack/oauth';
import { z } from 'zod';

const botSchema = z.object({
  token: z.string().min(1),
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  /** Both are there when the app rotates its tokens. */
  refreshToken: z.string().optional(),
  /** In seconds since 1970. */
  expiresAt: z.number().optional(),
});

const installationSchema = z.object({
  team: z.object({ id: z.string().min(1) }).optional(),
  enterprise: z.object({ id: z.string().min(1) }).optional(),
  user: z.object({ id: z.string() }),
  bot: botSchema,
  appId: z.string().optional(),
  isEnterpriseInstall: z.boolean().default(false),
});

export type KeptInstallation = z.infer<typeof installationSchema>;

/** Throws where Slack gave no bot: the app asks for nothing else. */
export function writeInstallation(installation: Installation): string {
  return JSON.stringify(installationSchema.parse(installation));
}

export function readInstallation(json: string): KeptInstallation {
  return installationSchema.parse(JSON.parse(json));
}

/** The id that an installation is kept under: of the workspace, or of the organisation that installed it. */
export function idOf({ team, enterprise, isEnterpriseInstall }: Installation | KeptInstallation): string {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (id === undefined) throw new Error('an installation without a workspace');
  return id;
}

/** As the library wants it back. */
export function toInstallation(kept: KeptInstallation): Installation<'v2', boolean> {
  return {
    ...kept,
    user: { id: kept.user.id, token: undefined, scopes: undefined },
    tokenType: 'bot',
    authVersion: 'v2',
  } as Installation<'v2', boolean>;
}
