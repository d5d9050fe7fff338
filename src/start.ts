/** `npm start`: the server, with what V8 compiled at the last start and the content read meanwhile. */
import { existsSync } from 'node:fs';
import { keepCompiledCode } from './compiled-code.ts';
import { readAhead } from './content-ahead.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const dataDirectory = process.env.DATA_DIR || 'data';
keepCompiledCode(dataDirectory);
readAhead({ directory: process.env.CONTENT_DIR || 'content', dataDirectory });
await import('./main.ts');
