/**
 * Writes docs/configuration.md from the schema of the settings and the words of .env.example; a test
 * compares. What a setting means stands in .env.example alone, what it takes in src/config.ts alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { environmentSchema } from '../src/environment.ts';

export interface Setting {
  readonly name: string;
  /** What .env.example says of it. */
  readonly meaning: string;
  /** As .env.example has it; empty where nothing is set. */
  readonly standard: string;
}

/** Groups are parted by empty lines; the first one holds the introduction too. */
export function readExample(text: string): Setting[][] {
  const [, ...paragraphs] = text.trim().split(/\n\n+/);
  return paragraphs.map(readGroup).filter((group) => group.length > 0);
}

function readGroup(paragraph: string): Setting[] {
  let comment: string[] = [];
  const settings: Setting[] = [];
  for (const line of paragraph.split('\n')) {
    const [, name, standard = ''] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      comment.push(line.replace(/^# ?/, ''));
    } else {
      settings.push({ name, meaning: comment.join(' '), standard });
      comment = [];
    }
  }
  return settings;
}

type Name = keyof typeof environmentSchema.shape;

/** What is said to whoever sets something impossible is what may be set. */
export function expectationOf(name: string): string {
  const result = environmentSchema.shape[name as Name].safeParse('\u0000');
  if (result.success) return 'text';
  return (result.error.issues[0]?.message ?? '').replace(/^expected ((an?|the) )?/, '');
}

const titles = ['The server', 'Notifications', 'Slack', 'Microsoft Teams'];

export function configurationPage(example: string): string {
  const groups = readExample(example);
  if (groups.length !== titles.length) {
    throw new Error(`.env.example has ${groups.length} groups, and ${titles.length} have a title here`);
  }
  return `# Configuration

<!-- Written by "npm run docs:configuration" from src/environment.ts and .env.example; do not edit. -->

Every setting is an environment variable. None is needed to try the bot. \`.env\` in the directory it starts in is read as well; what the environment has goes before it. An empty value counts as absent. A wrong one stops the start with a sentence that names it; \`npm run doctor\` looks at all of them, and tries what they lead to (\`docs/operations.md\`).

With \`NODE_ENV=production\` the bot refuses to start without the credentials of each platform in \`PLATFORMS\`: \`SLACK_BOT_TOKEN\` (or \`SLACK_CLIENT_ID\`, \`SLACK_CLIENT_SECRET\`, \`SLACK_STATE_SECRET\` and \`ENCRYPTION_KEY\`) with \`SLACK_SIGNING_SECRET\` or \`SLACK_APP_TOKEN\`; \`MICROSOFT_APP_ID\`, \`MICROSOFT_APP_PASSWORD\` and \`MICROSOFT_APP_TENANT_ID\` as far as \`MICROSOFT_APP_TYPE\` needs them.
${groups.map((group, index) => `\n## ${titles[index]}\n\n${table(group)}`).join('')}`;
}

function table(group: readonly Setting[]): string {
  const rows = group.map(({ name, meaning, standard }) => {
    const value = standard === '' ? '' : `\`${standard}\``;
    return `| \`${name}\` | ${cell(meaning)} | ${cell(expectationOf(name))} | ${value} |\n`;
  });
  return `| setting | meaning | takes | when not set |\n|---|---|---|---|\n${rows.join('')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

export function currentPage(): string {
  return configurationPage(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'));
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/configuration.md', import.meta.url), currentPage());
}
