/** `npm run privacy`: shows or erases what is kept of a person or of a workspace. See `docs/privacy.md`. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import type { DataSubject } from '../store/personal-data.ts';
import { openStore } from '../store/store.ts';
import { runTool, UsageError } from './tool.ts';

const usage = `usage: npm run privacy -- export --platform slack|teams --workspace ID [--user ID] [--chat ID]...
       npm run privacy -- erase  --platform slack|teams --workspace ID [--user ID] [--chat ID]... [--dry-run]

  --workspace ID  Slack team or enterprise id (T… or E…), Teams tenant id
  --user ID       Slack user id (U… or W…), Teams directory (object) id; without it: the whole workspace
  --chat ID       a direct message or personal chat that is the person's alone; may be given several times
  --dry-run       count what would be erased, and change nothing

Exit codes: 0 done, also where nothing is kept; 1 failed, and nothing was changed; 2 wrong options.`;

const options = {
  platform: { type: 'string' },
  workspace: { type: 'string' },
  user: { type: 'string' },
  chat: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Request = 'help' | { readonly action: 'export' | 'erase' | 'count'; readonly subject: DataSubject };

/** The forms of the ids: a name or a misspelt id finds nothing, and would look like a success. */
const idForms = {
  slack: { workspace: /^[TE][A-Z0-9]{1,30}$/, user: /^[UW][A-Z0-9]{1,30}$/ },
  teams: { workspace: /^[0-9a-f-]{36}$/, user: /^(?:[0-9a-f-]{36}|29:[\w-]{1,200})$/ },
} as const;

function readRequest(arguments_: readonly string[]): Request {
  const { values, positionals } = parse(arguments_);
  if (values.help) return 'help';
  const { platform, workspace = '', user, chat = [] } = values;
  const [action] = positionals;
  if (positionals.length !== 1 || (action !== 'export' && action !== 'erase')) {
    throw new UsageError(`choose export or erase\n\n${usage}`);
  }
  if (platform !== 'slack' && platform !== 'teams') {
    throw new UsageError(`--platform: expected slack or teams\n\n${usage}`);
  }
  const forms = idForms[platform];
  if (!forms.workspace.test(workspace)) throw new UsageError(`--workspace: expected its id\n\n${usage}`);
  if (user !== undefined && !forms.user.test(user)) {
    throw new UsageError(`--user: expected an id, not a name\n\n${usage}`);
  }
  if (chat.length > 0 && user === undefined) {
    throw new UsageError(`--chat: expected together with --user\n\n${usage}`);
  }
  if (chat.some((id) => id === '' || id.length > 1_000)) {
    throw new UsageError(`--chat: expected an id\n\n${usage}`);
  }
  if (values['dry-run'] && action === 'export') {
    throw new UsageError(`--dry-run: an export changes nothing\n\n${usage}`);
  }
  return {
    action: values['dry-run'] ? 'count' : action,
    subject: { platform, workspace, ...(user !== undefined && { person: user }), chats: chat },
  };
}

function parse(arguments_: readonly string[]) {
  try {
    return parseArgs({ args: [...arguments_], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'unreadable options'}\n\n${usage}`);
  }
}

function printCounts(counts: Readonly<Record<string, number>>, done: string): void {
  const rows = Object.entries(counts);
  for (const [table, count] of rows) console.log(`${String(count).padStart(8)}  ${table}`);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  console.log(total === 0 ? 'Nothing is kept.' : `${total} rows ${done}.`);
}

await runTool('the command failed', async (arguments_) => {
  const request = readRequest(arguments_);
  if (request === 'help') {
    console.log(usage);
    return;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { database } = readConfig(process.env);
  const store = await openStore(database, { role: 'tool' });
  try {
    const { action, subject } = request;
    if (action === 'erase') {
      printCounts(await store.personalData.erase(subject, new Date()), 'were erased or made anonymous');
      return;
    }
    const held = await store.personalData.export(subject);
    if (action === 'export') console.log(JSON.stringify(held, null, 2));
    else {
      const counts = Object.entries(held).map(([table, rows]) => [table, rows.length] as const);
      printCounts(Object.fromEntries(counts), 'would be erased or made anonymous; nothing was changed');
    }
  } finally {
    await store.close();
  }
});
