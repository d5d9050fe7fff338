// The boundary table of docs/DESIGN.md: which folder may import which.
const core = ['knowledge', 'search', 'intents', 'conversation', 'cards'];

/** @param {string} folder @param {string[]} mayImport folders of ours */
function only(folder, mayImport) {
  return {
    name: `${folder}-imports`,
    comment: `src/${folder} may import of ours only: ${[folder, ...mayImport].join(', ')}`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: `^src/(${[folder, ...mayImport].join('|')})/` },
  };
}

/** The clockless core, and packages that only their own folder may know. */
module.exports = {
  forbidden: [
    only('knowledge', []),
    only('search', ['knowledge']),
    only('cards', ['knowledge']),
    only('intents', ['knowledge', 'search', 'cards']),
    only('conversation', ['knowledge', 'search', 'cards', 'intents']),
    only('store', []),
    only('telemetry', []),
    only('notifications', ['knowledge', 'cards', 'store']),
    {
      name: 'platforms-know-neither-each-other-nor-the-server',
      severity: 'error',
      from: { path: '^src/(slack|teams)/' },
      to: { path: '^src/(server|playground|cli|store)/' },
    },
    {
      name: 'slack-does-not-import-teams',
      severity: 'error',
      from: { path: '^src/slack/' },
      to: { path: '^src/teams/' },
    },
    {
      name: 'teams-does-not-import-slack',
      severity: 'error',
      from: { path: '^src/teams/' },
      to: { path: '^src/slack/' },
    },
    {
      name: 'core-is-pure',
      comment: 'no network, no platform, no database, no files in the core',
      severity: 'error',
      from: { path: `^src/(${core.join('|')})/` },
      to: {
        path: '^(node:)?(http|https|net|tls|dns|dgram|fs|fs/promises|child_process|worker_threads|http2|sqlite)$|node_modules/(@slack|botbuilder|botframework|express|kysely|pg|pino|axios|undici)(/|$|-)',
      },
    },
    {
      name: 'database-packages-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^(node:)?sqlite$|node_modules/(kysely|pg)(/|$)' },
    },
    {
      name: 'one-file-knows-the-databases-apart',
      comment: 'the drivers are named where the differences stand, and where Kysely learns of Node’s SQLite',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/(databases|sqlite-file)\\.ts$' },
      to: { path: '^(node:)?sqlite$|node_modules/pg(/|$)' },
    },
    {
      name: 'the-dialect-belongs-to-the-databases',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/(databases|sqlite-[a-z]+)\\.ts$' },
      to: { path: '^src/store/sqlite-[a-z]+\\.ts$' },
    },
    {
      name: 'botbuilder-only-in-teams',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/teams/' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'slack-packages-only-in-slack',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/slack/' },
      to: { path: 'node_modules/@slack/(bolt|oauth|web-api)' },
    },
    {
      name: 'telemetry-packages-only-in-telemetry',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/telemetry/' },
      to: { path: 'node_modules/(@opentelemetry|@prometheus-io)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
