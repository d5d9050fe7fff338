import { ConfigError, readConfig } from '../../config.ts';
import { environmentVariables } from '../../environment.ts';
import { broken, type Check, type Finding, ok, warning } from './check.ts';

/** Names that look like ours and are read by nobody: most often a slip. */
const ours = /^(SLACK|TEAMS|MICROSOFT|NOTIFY|KEEP|METRICS)_[A-Z_]+$/;

export const configuration: Check = {
  name: 'configuration',
  async run({ environment, config }) {
    if (!config) return mistakes(environment);
    const set = environmentVariables.filter((name) => environment[name]?.trim());
    const mode = config.production ? 'production' : 'development';
    const findings: Finding[] = [
      ok(
        `The configuration is valid, for ${mode}; set are: ${set.join(', ') || 'nothing, all is as delivered'}.`,
      ),
    ];
    const unknown = Object.keys(environment).filter(
      (name) => ours.test(name) && !environmentVariables.includes(name) && environment[name]?.trim(),
    );
    for (const name of unknown) {
      findings.push(
        warning(`${name} is set and no setting has this name.`, 'See docs/configuration.md for the names.'),
      );
    }
    if (config.production && config.playground) {
      findings.push(
        warning('The playground is on in production.', 'Set PLAYGROUND=off unless everybody may ask there.'),
      );
    }
    return findings;
  },
};

/** The messages name the setting and what was expected, never the value. */
function mistakes(environment: Parameters<typeof readConfig>[0]): Finding[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message
      .split('\n')
      .map((line) => broken(`A setting is wrong: ${line}.`, 'Correct it in the environment or in .env.'));
  }
}
