/**
 * Packs the Teams app: `npm run teams:package` writes dist/teams-app.zip with the application id of
 * MICROSOFT_APP_ID (another target may be named); without one the zip keeps the all-zero id and cannot be uploaded.
 *
 * `--store` packs it for Microsoft's Store: without the link previews, for it takes no domains that the
 * publisher does not own.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ZipFile } from 'yazl';

const nobody = '00000000-0000-0000-0000-000000000000';
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

type Audience = 'organisation' | 'store';

/** The manifest with the application id wherever Teams wants it. */
function manifestFor(appId: string, audience: Audience): string {
  const manifest = JSON.parse(readFileSync(path('teams/manifest.json'), 'utf8'));
  manifest.id = appId;
  manifest.bots[0].botId = appId;
  manifest.composeExtensions[0].botId = appId;
  if (audience === 'store') delete manifest.composeExtensions[0].messageHandlers;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function pack(manifest: string, target: string): Promise<void> {
  const zip = new ZipFile();
  // A fixed time, so that the same files give the same zip.
  const options = { mtime: new Date(2000, 0, 1) };
  zip.addBuffer(Buffer.from(manifest), 'manifest.json', options);
  for (const name of ['fr.json', 'color.png', 'outline.png']) {
    zip.addBuffer(readFileSync(path(`teams/${name}`)), name, options);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

/** What is still to be done before the package is of use, as sentences. */
function toDo(appId: string, manifest: string): string[] {
  const shown = manifest + readFileSync(path('teams/fr.json'), 'utf8');
  return [
    ...(appId === nobody ? ['It has no application id: set MICROSOFT_APP_ID before you upload it.'] : []),
    ...(/\bexample\.com\b/.test(shown)
      ? [
          'It names addresses of example.com: put your own into teams/manifest.json and teams/fr.json before you publish it.',
        ]
      : []),
  ];
}

if (existsSync(path('.env'))) process.loadEnvFile(path('.env'));
const { values, positionals } = parseArgs({
  options: { store: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const audience: Audience = values.store ? 'store' : 'organisation';
const appId = (process.env.MICROSOFT_APP_ID?.trim() || nobody).toLowerCase();
if (guid.test(appId)) {
  const manifest = manifestFor(appId, audience);
  const target = positionals[0] ?? path('dist/teams-app.zip');
  mkdirSync(dirname(target), { recursive: true });
  await pack(manifest, target);
  console.log([`Wrote ${target}.`, ...toDo(appId, manifest)].join('\n'));
} else {
  console.error('MICROSOFT_APP_ID: expected the application (client) id of the bot, a GUID.');
  process.exitCode = 1;
}
