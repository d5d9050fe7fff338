import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a question of two attributes', () => {
  it('is answered in two parts where sections of their own tell of them', () => {
    const { intent, entries } = askReal('où est la grappe des océans et qui la dirige ?');
    expect(intent).toBe('joined');
    expect(entries).toEqual(['ocean#region', 'ocean#leadership']);
  });
});

describe('what a body that is no cluster wants of one', () => {
  it('is no figure of the five', () => {
    const { entries } = askReal('must a cluster show at least a few members before ECCP approves it?');
    expect(entries).toContain('eccp#criteria');
  });
});
