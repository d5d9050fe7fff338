/** `npm run build`: type-checks, writes JavaScript to `dist/` and copies what is not TypeScript. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
cpSync('src/playground/static', 'dist/playground/static', { recursive: true });
