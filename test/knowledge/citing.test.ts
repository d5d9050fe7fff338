import { describe, expect, it } from 'vitest';
import { sectionsCiting, sourceHosts } from '../../src/knowledge/citing.ts';
import { realKnowledge } from '../support/real-content.ts';

const [section] = realKnowledge
  .all('en')
  .flatMap((entry) => entry.sections)
  .filter(({ sources }) => sources.some(({ url }) => new URL(url).search === ''));
const url = section?.sources.find((source) => new URL(source.url).search === '')?.url ?? '';
const variant = (change: (address: URL) => void) => {
  const address = new URL(url);
  change(address);
  return address.href;
};

describe('the sections that rest on a page', () => {
  it('are found by its address, in either language', () => {
    for (const language of ['en', 'fr'] as const) {
      const found = sectionsCiting(realKnowledge, url, language);
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect(one.language).toBe(language);
        expect(one.sources.map((source) => source.url)).toContain(url);
      }
    }
  });

  it.each([
    [
      'a fragment',
      variant((address) => {
        address.hash = '#top';
      }),
    ],
    ['a tracker', variant((address) => address.searchParams.set('utm_source', 'mail'))],
    [
      'a trailing slash',
      variant((address) => {
        address.pathname = `${address.pathname}/`;
      }),
    ],
    ['http', url.replace(/^https:/, 'http:')],
    [
      'www',
      variant((address) => {
        address.hostname = `www.${address.hostname.replace(/^www\./, '')}`;
      }),
    ],
    [
      'no www',
      variant((address) => {
        address.hostname = address.hostname.replace(/^www\./, '');
      }),
    ],
  ])('are found whatever is added: %s', (_name, address) => {
    expect(sectionsCiting(realKnowledge, address, 'en')).toContain(section);
  });

  it.each(['https://example.com/', 'not an address', '', 'javascript:alert(1)', `${url}/another-page`])(
    'are none for %s',
    (address) => {
      expect(sectionsCiting(realKnowledge, address, 'en')).toEqual([]);
    },
  );

  it('are on hosts that are listed once', () => {
    const hosts = sourceHosts(realKnowledge);
    expect(hosts).toContain(new URL(url).hostname.replace(/^www\./, ''));
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});
