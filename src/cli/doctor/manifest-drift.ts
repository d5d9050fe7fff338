/** The manifests are made from the declared commands; an edited or older one promises what is not there. */
import { commands } from '../../intents/commands.ts';
import { menuCommands } from '../../teams/command-lists.ts';
import { type Check, type Finding, needsConfiguration, ok, warning } from './check.ts';
import { readSlackManifest, readTeamsMenu } from './manifests.ts';

export const manifestDrift: Check = {
  name: 'manifest-drift',
  async run({ config }) {
    if (!config) return needsConfiguration;
    const declared = {
      slack: commands.map(({ name }) => `/${name}`),
      teams: menuCommands('en').map(({ title }) => title),
    };
    return config.platforms.map((platform) =>
      platform === 'slack'
        ? compare('manifest.json', declared.slack, () => readSlackManifest().commands)
        : compare('teams/manifest.json', declared.teams, readTeamsMenu),
    );
  },
};

function compare(file: string, declared: readonly string[], read: () => readonly string[]): Finding {
  let present: readonly string[];
  try {
    present = read();
  } catch {
    return warning(`${file} is missing or is no manifest.`, 'Take it from the version that runs.');
  }
  const missing = declared.filter((name) => !present.includes(name));
  const further = present.filter((name) => !declared.includes(name));
  if (missing.length + further.length === 0) return ok(`${file} has the commands of this version.`);
  const differences = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(further.length > 0 ? [`has ${further.join(', ')} besides`] : []),
  ];
  const remedy = 'Take the file of the version that runs, and update the app at the platform with it.';
  return warning(
    `${file} differs from the commands of this version: it ${differences.join(' and ')}.`,
    remedy,
  );
}
