import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentPage, expectationOf, readExample } from '../scripts/docs-configuration.ts';
import { environmentSchema, environmentVariables } from '../src/environment.ts';

const settings = readExample(readFileSync('.env.example', 'utf8')).flat();

describe('docs/configuration.md', () => {
  it('is what "npm run docs:configuration" writes', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toBe(currentPage());
  });

  it('has every setting that is read, and no other', () => {
    expect(settings.map(({ name }) => name).toSorted()).toEqual(environmentVariables.toSorted());
  });

  it.each(settings)('says what $name means and takes', ({ name, meaning }) => {
    expect(meaning).toMatch(/\w{2}.*[.;)\w]$/);
    expect(expectationOf(name)).toMatch(/^\S/);
  });

  it.each(settings.filter(({ standard }) => standard !== ''))(
    'names the value that holds when $name is not set',
    ({ name, standard }) => {
      const setting = environmentSchema.shape[name as keyof typeof environmentSchema.shape];
      expect(setting.parse(standard)).toEqual(setting.parse(undefined));
    },
  );
});
