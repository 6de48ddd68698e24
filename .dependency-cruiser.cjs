/**
 * The layer rules, checked on every import of the product (`npm run lint:layers`).
 * docs/architecture.md explains them; scripts/layers.test.ts proves that they bite.
 */

/** Services of the main process: none reaches for another one's files. */
const services = [
  'activesync',
  'certificates',
  'changes',
  'dav',
  'directory',
  'groupware',
  'guides',
  'log',
  'mail',
  'mailbox',
  'phones',
  'portal',
  'provisioning',
  'push',
  'sms',
  'sync',
  'system',
  'troubleshooter',
];
const anyService = services.join('|');

/** Node's modules that reach outside the process, and the packages that do. */
const outside =
  '^(node:)?(fs|net|tls|dgram|http|https|http2|child_process|worker_threads|dns|os|timers|crypto|cluster|readline|perf_hooks|sqlite)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no layer. Type-only imports count too.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared imports itself, zod and the contract builder of oRPC, nothing else.',
      from: { path: '^shared/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|@orpc/contract)/'] },
    },
    {
      name: 'shared-tests-stay-in-shared',
      severity: 'error',
      from: { path: '^shared/.*[.]test[.]ts$' },
      to: { path: '^(main|preload|renderer|e2e|scripts)/' },
    },
    {
      name: 'renderer-knows-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|preload|e2e|scripts|bench)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^(renderer|preload)/', pathNot: '[.]test[.]tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-knows-shared-only',
      severity: 'error',
      from: { path: '^preload/' },
      to: { path: '^(main|renderer|e2e|scripts|bench)/' },
    },
    {
      name: 'nobody-imports-the-ends',
      severity: 'error',
      comment: 'renderer, preload and e2e are ends: nothing is built on them.',
      from: { path: '^(shared|main|preload|renderer|bench)/' },
      to: { path: '^(renderer|preload|e2e)/', pathNot: '^$1/' },
    },
    {
      name: 'electron-in-the-shell-only',
      severity: 'error',
      comment: '`serve` has to start on a machine without Electron.',
      from: { path: '^(main|shared|renderer|bench)/', pathNot: '^main/(index[.]ts$|desktop/)' },
      to: { path: ['^electron$', '^node_modules/electron(-updater)?/'] },
    },
    {
      name: 'shell-is-entered-by-the-entry-only',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/(index[.]ts$|desktop/)' },
      to: { path: '^main/desktop/' },
    },
    {
      name: 'codecs-are-pure',
      severity: 'error',
      comment:
        'Bytes to values and back: no socket, no file, no clock, no database. MD5 has one door.',
      from: { path: '^main/codecs/', pathNot: '([.]test[.]ts$|^main/codecs/hash[.]ts$)' },
      to: { path: [outside, '^node_modules/(better-sqlite3|kysely|fastify|ws|imapflow|pino)/'] },
    },
    {
      name: 'codecs-stand-alone',
      severity: 'error',
      from: { path: '^main/codecs/', pathNot: '[.]test[.]ts$' },
      to: { path: '^main/', pathNot: '^main/codecs/' },
    },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      comment: 'Time, randomness and ids: everybody builds on them, they build on nobody.',
      from: { path: '^main/platform/', pathNot: '[.]test[.]ts$' },
      to: { path: '^main/', pathNot: '^main/platform/' },
    },
    {
      name: 'store-is-below-services',
      severity: 'error',
      from: { path: '^main/store/', pathNot: '[.]test[.]ts$' },
      to: { path: '^main/', pathNot: '^main/(store|platform|codecs)/' },
    },
    {
      name: 'sql-stays-in-store',
      severity: 'error',
      comment: 'A second dialect comes: only the store knows which database it is.',
      from: {
        path: '^(main|shared)/',
        pathNot: ['^main/store/', '[.]test[.]ts$'],
      },
      to: { path: '^node_modules/(better-sqlite3|kysely|@types/better-sqlite3)/' },
    },
    {
      name: 'services-look-down',
      severity: 'error',
      comment: 'Services never import the router, the transports, the composition root, entries.',
      from: {
        path: `^main/(${anyService}|platform|codecs|store)/`,
        pathNot: ['[.]test[.]ts$', '/testing/'],
      },
      to: {
        path: '^main/((api|transport|desktop|compose)/|(server|index|serve)[.]ts$)',
        // The shapes that services have to have: types alone.
        pathNot: '^main/api/services[.]ts$',
      },
    },
    {
      name: 'services-do-not-meet',
      severity: 'error',
      comment:
        'They get interfaces from server.ts instead of reaching for each other’s files. The inner form ' +
        'of items is the language of all who handle them, and as pure as a codec.',
      from: { path: `^main/(${anyService})/`, pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: {
        path: `^main/(${anyService})/`,
        pathNot: ['^main/$1/', '^main/groupware/(types[.]ts$|content/)'],
      },
    },
    {
      name: 'service-interfaces-know-the-contract-only',
      severity: 'error',
      from: { path: '^main/api/services[.]ts$' },
      to: { path: '^(main/|node_modules/)', pathNot: '^node_modules/@orpc/contract/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^main/', pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: { path: '^main/testing/' },
    },
    {
      name: 'content-is-pure',
      severity: 'error',
      comment: 'Conversion of items: no socket, no file, no clock, no database, no service.',
      from: { path: '^main/groupware/content/', pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: {
        path: ['^main/', outside],
        // Digests are computed, not asked for.
        pathNot: ['^main/(codecs|groupware/content)/', '^(node:)?crypto$'],
      },
    },
    {
      name: 'router-and-transports-look-down',
      severity: 'error',
      from: { path: '^main/(api|transport)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^main/((desktop|compose)/|(server|index|serve)[.]ts$)' },
    },
    {
      name: 'entries-are-ends',
      severity: 'error',
      from: { path: '^(main|shared|preload|renderer)/' },
      to: { path: '^main/(index|serve)[.]ts$' },
    },
    {
      name: 'server-is-built-by-entries',
      severity: 'error',
      from: {
        path: '^main/',
        // A fixture of tests may start the whole product.
        pathNot: [
          '^main/(index|serve|server)[.]ts$',
          '[.]test[.]ts$',
          '/testing/',
          '^main/desktop/',
        ],
      },
      to: { path: '^main/server[.]ts$' },
    },
    {
      name: 'composition-is-the-server',
      severity: 'error',
      comment: 'What builds things is one place, in several files.',
      from: { path: '^main/', pathNot: ['^main/(compose/|server[.]ts$)', '[.]test[.]ts$'] },
      to: { path: '^main/compose/' },
    },
    {
      name: 'product-needs-no-test-tools',
      severity: 'error',
      from: { path: '^(main|shared|preload|renderer)/', pathNot: '([.]test[.]tsx?$|/testing/)' },
      to: {
        path: '^node_modules/(vitest|fast-check|@playwright|playwright|tinybench|electron-builder)/',
      },
    },
    {
      name: 'tests-are-ends',
      severity: 'error',
      from: { pathNot: '[.]test[.]tsx?$' },
      to: { path: '[.]test[.]tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
