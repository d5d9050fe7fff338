/**
 * Packs the Teams app: `npm run teams:package` writes dist/teams-app.zip with the application id of
 * MICROSOFT_APP_ID (another target may be named); without one the zip keeps the all-zero id and cannot be uploaded.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';

const nobody = '00000000-0000-0000-0000-000000000000';
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}

/** The manifest with the application id wherever Teams wants it. */
function manifestFor(appId: string): string {
  const manifest = JSON.parse(readFileSync(path('teams/manifest.json'), 'utf8'));
  manifest.id = appId;
  manifest.bots[0].botId = appId;
  manifest.composeExtensions[0].botId = appId;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function pack(appId: string, target: string): Promise<void> {
  const zip = new ZipFile();
  // A fixed time, so that the same files give the same zip.
  const options = { mtime: new Date(2000, 0, 1) };
  zip.addBuffer(Buffer.from(manifestFor(appId)), 'manifest.json', options);
  for (const name of ['fr.json', 'color.png', 'outline.png']) {
    zip.addBuffer(readFileSync(path(`teams/${name}`)), name, options);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

if (existsSync(path('.env'))) process.loadEnvFile(path('.env'));
const appId = process.env.MICROSOFT_APP_ID?.trim() || nobody;
if (guid.test(appId)) {
  const target = process.argv[2] ?? path('dist/teams-app.zip');
  mkdirSync(dirname(target), { recursive: true });
  await pack(appId.toLowerCase(), target);
  console.log(
    appId === nobody
      ? `Wrote ${target} without an application id: set MICROSOFT_APP_ID before you upload it.`
      : `Wrote ${target}.`,
  );
} else {
  console.error('MICROSOFT_APP_ID: expected the application (client) id of the bot, a GUID.');
  process.exitCode = 1;
}
