/**
 * What we use of date-fns, loaded as CommonJS. Node reads a package's `package.json` anew for every ES
 * module of it, and that of date-fns is 200 kB: its fifty small modules would cost a quarter of a second
 * and 130 MB at the start. Import date-fns from here.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { format } = require('date-fns/format') as typeof import('date-fns/format');
export const { parse } = require('date-fns/parse') as typeof import('date-fns/parse');
export const { enCA } = require('date-fns/locale/en-CA') as typeof import('date-fns/locale/en-CA');
export const { frCA } = require('date-fns/locale/fr-CA') as typeof import('date-fns/locale/fr-CA');
