import { describe, expect, it } from 'vitest';
import { inOrder, versionOf } from '../../src/knowledge/content-files.ts';

const files = [
  { path: 'b.en.md', text: 'two' },
  { path: 'a.en.md', text: 'one' },
];

describe('the version of content files', () => {
  it('does not depend on their order', () => {
    expect(versionOf(files)).toMatch(/^[0-9a-f]{16}$/);
    expect(versionOf(files.toReversed())).toBe(versionOf(files));
    expect(inOrder(files).map(({ path }) => path)).toEqual(['a.en.md', 'b.en.md']);
  });

  it.each([
    ['a text', [files[0]!, { path: 'a.en.md', text: 'One' }]],
    ['a name', [files[0]!, { path: 'c.en.md', text: 'one' }]],
    ['what belongs to which of the two', [files[0]!, { path: 'a.en.mdo', text: 'ne' }]],
    ['that a file is gone', [files[0]!]],
  ])('changes with %s', (_, changed) => {
    expect(versionOf(changed)).not.toBe(versionOf(files));
  });
});
