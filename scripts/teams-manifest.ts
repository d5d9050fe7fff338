/** Writes the declared commands into teams/manifest.json and teams/fr.json; a test compares them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { localizedMenu, menuCommands } from '../src/teams/command-lists.ts';

const manifestFile = new URL('../teams/manifest.json', import.meta.url);
const frenchFile = new URL('../teams/fr.json', import.meta.url);

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
manifest.bots[0].commandLists[0].commands = menuCommands('en');
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);

const french: Record<string, string> = JSON.parse(readFileSync(frenchFile, 'utf8'));
const texts = Object.entries(french).filter(([key]) => !key.startsWith('bots[0].'));
writeFileSync(
  frenchFile,
  `${JSON.stringify({ ...Object.fromEntries(texts), ...localizedMenu('fr') }, null, 2)}\n`,
);
