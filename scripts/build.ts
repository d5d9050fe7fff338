/**
 * `npm run build`: type-checks, and writes to `dist/` what runs in production: the bot, its thread and the
 * command-line tools, with all that they need of the packages, in a few files. To find and load two thousand
 * modules one by one would take a third of a start; and what runs needs no `node_modules`. The content is read, too.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, type Plugin } from 'rolldown';
import packageJson from '../package.json' with { type: 'json' };
import { readContentDirectory } from '../src/content-directory.ts';
import { keptFile, packContent } from '../src/kept-content.ts';
import { requireKnowledge } from '../src/knowledge/read-knowledge.ts';
import { readSearchData } from '../src/search/search-data.ts';
import { licencesOf } from './licences.ts';

/** `cli/doctor` for each tool that package.json names. */
const tools = new Set(
  Object.values(packageJson.scripts).flatMap((script) => /src\/(cli\/[a-z-]+)\.ts/.exec(script)?.[1] ?? []),
);
const programs = ['start', 'content-thread', ...tools];

/** From the sources date-fns is loaded as CommonJS, behind the back of a bundler; the module says why. */
const dateFns: Plugin = {
  name: 'date-fns',
  transform: {
    filter: { id: /\/src\/cards\/date-fns\.ts$/ },
    handler: (code) => code.replace(/export const (\{.+?\}) = require\((.+?)\).*/g, 'export $1 from $2;'),
  },
};

/**
 * An ES import of `node:http`, even of one name, reads everything that the module exports, and so loads Node's own
 * `fetch`: a twentieth of a start, for nothing that a start needs. The module itself, taken by its name, does not.
 */
const http: Plugin = {
  name: 'http',
  renderChunk: (code) =>
    code.replace(
      /^import \{ (.+) \} from "(node:https?)";$/gm,
      (_, names: string, from: string) =>
        `const { ${names.replaceAll(' as ', ': ')} } = process.getBuiltinModule("${from}");`,
    ),
};

rmSync('dist', { recursive: true, force: true });
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
const { output } = await build({
  input: Object.fromEntries(programs.map((program) => [program, `src/${program}.ts`])),
  platform: 'node',
  // Optional: their packages look for them and do without.
  external: ['pg-native', 'bufferutil', 'utf-8-validate'],
  // What tr46 wants is the package of this name, not what Node is about to drop.
  resolve: { alias: { punycode: 'punycode.js' } },
  plugins: [dateFns, http],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    // Not in a folder: code that asks for a file beside its own finds it.
    chunkFileNames: '[name]-[hash].js',
  },
});
// The same files are read to be the same: what a start would wait for is done here, once.
const knowledge = requireKnowledge(readContentDirectory('content'), 'content');
writeFileSync(
  `dist/${basename(keptFile.pathname)}`,
  packContent({ knowledge, searchData: readSearchData(knowledge) }),
);

cpSync('src/playground/static', 'dist/static', { recursive: true });

// What the playground's page loads, where the bot looks for it: under the name of its package.
const renderer = 'node_modules/adaptivecards';
for (const file of ['package.json', 'dist/adaptivecards.min.js']) {
  cpSync(`${renderer}/${file}`, `dist/${renderer}/${file}`);
}
const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
writeFileSync('dist/third-party-licences.txt', licencesOf([...modules, `${renderer}/package.json`]));
