/** `npm start`: the server, with what V8 compiled at the last start. */
import { existsSync } from 'node:fs';
import { keepCompiledCode } from './compiled-code.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
keepCompiledCode(process.env.DATA_DIR || 'data');
await import('./main.ts');
