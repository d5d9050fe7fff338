/** Writes the declared commands and the message extension into teams/manifest.json and teams/fr.json; a test compares them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { localizedMenu, menuCommands } from '../src/teams/command-lists.ts';
import { extensionManifest, localizedExtension } from '../src/teams/extension-manifest.ts';

const manifestFile = new URL('../teams/manifest.json', import.meta.url);
const frenchFile = new URL('../teams/fr.json', import.meta.url);

const { validDomains, ...manifest } = JSON.parse(readFileSync(manifestFile, 'utf8'));
manifest.bots[0].commandLists[0].commands = menuCommands('en');
manifest.composeExtensions = [extensionManifest(manifest.bots[0].botId)];
writeFileSync(manifestFile, `${JSON.stringify({ ...manifest, validDomains }, null, 2)}\n`);

const french: Record<string, string> = JSON.parse(readFileSync(frenchFile, 'utf8'));
const texts = Object.entries(french).filter(([key]) => !/^(bots|composeExtensions)\[0\]\./.test(key));
writeFileSync(
  frenchFile,
  `${JSON.stringify(
    { ...Object.fromEntries(texts), ...localizedMenu('fr'), ...localizedExtension('fr') },
    null,
    2,
  )}\n`,
);
