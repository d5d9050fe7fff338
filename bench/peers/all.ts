import { flexsearch } from './flexsearch.ts';
import { fuse } from './fuse.ts';
import { lunrPeer } from './lunr.ts';
import { minisearchDefaults } from './minisearch-defaults.ts';
import { minisearchTuned } from './minisearch-tuned.ts';
import { orama } from './orama.ts';
import type { Peer } from './peer.ts';
import { sqlite } from './sqlite.ts';

/** In the order of the tables; the first is the baseline. */
export const peers: readonly Peer[] = [
  minisearchDefaults,
  minisearchTuned,
  lunrPeer,
  orama,
  flexsearch,
  fuse,
  sqlite,
];
