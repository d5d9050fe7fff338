/** Holds manifest.json against Slack's published schema, whose folder SCHEMAS_DIR names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';

function read(file: string | URL): object {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const manifest = () => read(new URL('../../manifest.json', import.meta.url));

function validator() {
  const folder = process.env.SCHEMAS_DIR;
  if (!folder) throw new Error('SCHEMAS_DIR: expected the folder with slack-manifest.schema.2.0.0.json');
  // The schema uses words of its own, which Ajv's strict mode would refuse.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile(read(path.join(folder, 'slack-manifest.schema.2.0.0.json')));
}

test('manifest.json is valid', () => {
  const validate = validator();
  validate(manifest());
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema refuses what Slack does not know', () => {
  const validate = validator();
  expect(validate({ ...manifest(), display_information: { name: 'x'.repeat(36) } })).toBe(false);
  expect(validate({ ...manifest(), unknown: true })).toBe(false);
});
