/** Which sections rest on a page of the web. */

import type { Knowledge } from './knowledge.ts';
import { type Language, languages } from './language.ts';
import type { Section } from './types.ts';

/** @param address as somebody pasted it: `www.`, a trailing slash, a fragment and trackers do not count */
export function sectionsCiting(knowledge: Knowledge, address: string, language: Language): Section[] {
  const page = pageOf(address);
  if (page === undefined) return [];
  return knowledge
    .all(language)
    .flatMap((entry) => entry.sections)
    .filter((section) => section.sources.some((source) => pageOf(source.url) === page));
}

/** The hosts of every source, sorted, each once and without `www.`. */
export function sourceHosts(knowledge: Knowledge): string[] {
  const sources = languages.flatMap((language) =>
    knowledge.all(language).flatMap((entry) => entry.sections.flatMap((section) => section.sources)),
  );
  return [...new Set(sources.flatMap(({ url }) => hostOf(url)))].toSorted();
}

function hostOf(address: string): string[] {
  return URL.canParse(address) ? [new URL(address).hostname.replace(/^www\./, '')] : [];
}

function pageOf(address: string): string | undefined {
  const [host] = hostOf(address);
  if (host === undefined) return undefined;
  const { protocol, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol)) return undefined;
  for (const name of [...searchParams.keys()]) if (name.startsWith('utm_')) searchParams.delete(name);
  const query = searchParams.toString();
  return `${host}${pathname.replace(/(?<!\/)\/+$/, '')}${query && `?${query}`}`;
}
