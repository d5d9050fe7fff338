/** The manifests as they lie beside package.json, in the sources and in the container. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const slackSchema = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string() })) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

const teamsSchema = z.object({
  bots: z
    .array(
      z.object({
        commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })),
      }),
    )
    .min(1),
});

export interface SlackManifest {
  readonly commands: readonly string[];
  readonly scopes: readonly string[];
}

/** @throws Error where the file is missing or is no manifest */
export function readSlackManifest(file: URL | string = 'manifest.json'): SlackManifest {
  const { features, oauth_config } = slackSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    commands: features.slash_commands.map(({ command }) => command),
    scopes: oauth_config.scopes.bot,
  };
}

/** @returns the titles of the command menu */
export function readTeamsMenu(file: URL | string = 'teams/manifest.json'): readonly string[] {
  const { bots } = teamsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
  );
}
