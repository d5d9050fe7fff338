import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceHosts } from '../../src/knowledge/citing.ts';
import { localizedMenu, menuCommands } from '../../src/teams/command-lists.ts';
import { extensionManifest, localizedExtension, unfurledHosts } from '../../src/teams/extension-manifest.ts';
import { realKnowledge } from '../support/real-content.ts';

interface Manifest {
  readonly manifestVersion: string;
  readonly id: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly description: { readonly short: string; readonly full: string };
  readonly composeExtensions: readonly { readonly botId: string }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
}

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root));
const manifest: Manifest = JSON.parse(read('teams/manifest.json').toString());
const french: Record<string, string> = JSON.parse(read('teams/fr.json').toString());

// The package is CommonJS and its types want those of a browser.
const require = createRequire(import.meta.url);
const {
  AppManifestUtils,
}: { AppManifestUtils: { validateAgainstSchema(manifest: unknown, schema: unknown): Promise<string[]> } } =
  require('@microsoft/app-manifest');
const schemaOf = (kind: string) =>
  require(
    `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/${kind}.schema.json`,
  );

const folder = mkdtempSync(join(tmpdir(), 'teams-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the Teams manifest', () => {
  it('is of the newest stable schema that Microsoft’s validator knows', () => {
    const folder = dirname(
      dirname(
        require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json'),
      ),
    );
    const versions = readdirSync(folder).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    expect(manifest.manifestVersion).toBe(`1.${Math.max(...versions.map(Number))}`);
  });

  it('keeps Microsoft’s schema', async () => {
    expect(await AppManifestUtils.validateAgainstSchema(manifest, schemaOf('MicrosoftTeams'))).toEqual([]);
  });

  it('would not keep it with a wrong property, so that the test above means something', async () => {
    const wrong = { ...manifest, accentColor: 'blue' };
    expect(await AppManifestUtils.validateAgainstSchema(wrong, schemaOf('MicrosoftTeams'))).not.toEqual([]);
  });

  it('has a French file that keeps the schema and translates everything that is shown', async () => {
    // The schema has a pattern that is none in Unicode mode, and calls itself draft 4 for nothing.
    const { $schema, ...schema } = schemaOf('MicrosoftTeams.Localization');
    const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
    expect(validate(french), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...french, 'name.middle': 'x' })).toBe(false);
    expect($schema).toContain('draft-04');
    expect(Object.keys(french)).toEqual(
      expect.arrayContaining(['name.short', 'name.full', 'description.short', 'description.full']),
    );
  });

  it('lists the declared commands, in both languages', () => {
    const lists = manifest.bots.flatMap((bot) => bot.commandLists);
    expect(lists.map((list) => list.commands)).toEqual([menuCommands('en')]);
    expect(Object.entries(french).filter(([key]) => key.startsWith('bots[0].'))).toEqual(
      Object.entries(localizedMenu('fr')),
    );
    // Teams shows ten; the schema would allow twelve.
    expect(menuCommands('en').length).toBeLessThanOrEqual(10);
    expect(menuCommands('fr')).toHaveLength(menuCommands('en').length);
  });

  it('has the declared message extension, in both languages', () => {
    expect(manifest.composeExtensions).toEqual([extensionManifest(manifest.id)]);
    expect(Object.entries(french).filter(([key]) => key.startsWith('composeExtensions[0].'))).toEqual(
      Object.entries(localizedExtension('fr')),
    );
    expect(Object.keys(localizedExtension('en'))).toEqual(Object.keys(localizedExtension('fr')));
  });

  it('looks only at addresses of sites that the content rests on', () => {
    const hosts = sourceHosts(realKnowledge);
    for (const host of unfurledHosts) expect(hosts).toContain(host);
  });

  it('says what Microsoft’s Store wants to be said: for whom, in which languages, with which limits', () => {
    for (const [text, languages, platform, limit] of [
      [manifest.description.full, 'English and French', 'Within Microsoft Teams', 'Limitations'],
      [french['description.full'] ?? '', 'français et en anglais', 'Dans Microsoft Teams', 'Limites'],
    ] as const) {
      for (const part of [languages, platform, limit, 'https://']) expect(text).toContain(part);
      expect(text.split(/\s+/).length).toBeLessThan(500);
    }
    expect(manifest.description.short).not.toMatch(/\bapp\b/i);
    const titles = manifest.bots
      .flatMap(({ commandLists }) => commandLists)
      .flatMap(({ commands }) => commands);
    const names = titles.map(({ title }) => title.toLowerCase());
    expect(new Set(names).size, 'no command twice').toBe(names.length);
  });

  it('works in personal chats, group chats and teams', () => {
    expect(manifest.bots.map((bot) => [...bot.scopes].sort())).toEqual([['groupChat', 'personal', 'team']]);
    expect(manifest.bots[0]?.commandLists[0]?.scopes).toEqual(manifest.bots[0]?.scopes);
  });

  it('names only https addresses of its developer', () => {
    for (const [name, url] of Object.entries(manifest.developer)) {
      if (name !== 'name') expect(url).toMatch(/^https:\/\//);
    }
  });
});

describe('the icons', () => {
  it('have the sizes that Teams asks for', () => {
    expect(sizeOf(read('teams/color.png'))).toEqual([192, 192]);
    expect(sizeOf(read('teams/outline.png'))).toEqual([32, 32]);
  });

  it('the outline is white on transparent, the other fills its square', () => {
    const outline = pixels(read('teams/outline.png'), 32);
    expect(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(outline.some(([, , , opacity]) => opacity === 0)).toBe(true);
    expect(outline.some(([, , , opacity]) => opacity === 255)).toBe(true);
    expect(pixels(read('teams/color.png'), 192).every(([, , , opacity]) => opacity === 255)).toBe(true);
  });
});

describe('npm run teams:package', () => {
  const target = join(folder, 'teams-app.zip');
  const run = (appId: string, ...options: string[]) =>
    spawnSync(process.execPath, ['scripts/teams-package.ts', ...options, target], {
      cwd: root,
      env: { ...process.env, MICROSOFT_APP_ID: appId },
      encoding: 'utf8',
    });

  it('packs exactly the four files, with the application id everywhere', () => {
    expect(run('ABCDEF12-3456-4789-8ABC-DEF123456789').status).toBe(0);
    const files = unzip(readFileSync(target));
    expect([...files.keys()].sort()).toEqual(['color.png', 'fr.json', 'manifest.json', 'outline.png']);
    const packed: Manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    expect(packed.id).toBe('abcdef12-3456-4789-8abc-def123456789');
    expect(packed.bots[0]?.botId).toBe(packed.id);
    expect(packed.composeExtensions[0]?.botId).toBe(packed.id);
    expect(files.get('color.png')).toEqual(read('teams/color.png'));
  });

  it('leaves the link previews out for the Store, which takes no domains of others', async () => {
    const { status, stdout } = run('ABCDEF12-3456-4789-8ABC-DEF123456789', '--store');
    expect(status).toBe(0);
    const packed = JSON.parse(unzip(readFileSync(target)).get('manifest.json')?.toString() ?? '');
    expect(JSON.stringify(packed)).not.toContain('ngen.ca');
    expect(packed.composeExtensions[0].commands).toHaveLength(2);
    expect(await AppManifestUtils.validateAgainstSchema(packed, schemaOf('MicrosoftTeams'))).toEqual([]);
    expect(stdout).toContain('example.com: put your own');
  });

  it('refuses an id that is none, in one sentence', () => {
    const { status, stderr } = run('not-an-id');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('MICROSOFT_APP_ID: expected the application (client) id of the bot, a GUID.');
  });

  it('says what is missing without an id', () => {
    expect(run('').stdout).toContain('set MICROSOFT_APP_ID before you upload it');
  });
});

describe('the icon script', () => {
  it('draws the icons that are in the repository', () => {
    execFileSync(process.execPath, ['scripts/draw-icons.ts', folder], { cwd: root });
    for (const name of ['color.png', 'outline.png']) {
      expect(readFileSync(join(folder, name)).equals(read(`teams/${name}`))).toBe(true);
    }
  });
});

function sizeOf(png: Buffer): number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The pixels of a PNG as our script writes it: one IDAT chunk, no filters. */
function pixels(png: Buffer, size: number): number[][] {
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  return Array.from({ length: size * size }, (_, index) => {
    const at = Math.floor(index / size) * (1 + size * 4) + 1 + (index % size) * 4;
    return [...rows.subarray(at, at + 4)];
  });
}

/** Reads a zip by its central directory. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}
