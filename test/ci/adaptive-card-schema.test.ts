/**
 * Cards against the official JSON schema of Adaptive Cards 1.5. The schema is not part of this
 * repository: SCHEMAS_DIR names the folder that holds it, and the test fails without it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/cards/card.ts';
import { toAdaptiveCard } from '../../src/teams/adaptive-card.ts';
import { cardOf, everyElement, help } from '../teams/cards.ts';

let validate: ValidateFunction;

beforeAll(() => {
  const folder = process.env.SCHEMAS_DIR;
  if (!folder) throw new Error('SCHEMAS_DIR must name the folder of adaptive-card.schema.1.5.0.json');
  const schema = JSON.parse(readFileSync(join(folder, 'adaptive-card.schema.1.5.0.json'), 'utf8'));
  // The schema is draft 6 with the old `id`; the rest of it is the same for today's drafts.
  delete schema.id;
  delete schema.$schema;
  validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
});

function errors(payload: unknown): string[] {
  validate(JSON.parse(JSON.stringify(payload)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe('the official schema of Adaptive Cards 1.5', () => {
  it('accepts a card with every element', () => {
    expect(errors(toAdaptiveCard(everyElement('Some text')))).toEqual([]);
  });

  it('accepts a card that had to be shortened', () => {
    const text = plain('A sentence that is long. '.repeat(3_000));
    expect(
      errors(
        toAdaptiveCard({
          ...cardOf({ type: 'text', text }),
          more: { type: 'call', label: 'More', call: help },
        }),
      ),
    ).toEqual([]);
  });

  it('accepts cards with any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(errors(toAdaptiveCard(everyElement(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a card with a wrong property, so that the tests above mean something', () => {
    const payload = toAdaptiveCard(everyElement('Some text'));
    expect(errors({ ...payload, colour: 'blue' })).not.toEqual([]);
    expect(errors({ ...payload, body: [{ type: 'TextBlock' }] })).not.toEqual([]);
  });
});
