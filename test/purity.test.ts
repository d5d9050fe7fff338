import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Imports are held against the table by dependency-cruiser; clocks and chance need no import. */
const impure =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.env\b|\brandomUUID\b|\bsetTimeout\b|\bfetch\(/;

describe('the core has no clock, no chance and no environment', () => {
  for (const folder of ['knowledge', 'search', 'intents', 'conversation', 'cards']) {
    const files = readdirSync(join('src', folder)).filter((name) => name.endsWith('.ts'));
    it.each(files)(`src/${folder}/%s`, (name) => {
      expect(readFileSync(join('src', folder, name), 'utf8')).not.toMatch(impure);
    });
  }

  it('would notice one', () => {
    expect('const now = new Date();').toMatch(impure);
  });
});
