// The import table of the architecture, enforced. ARCHITECTURE.md shows it; `npm run imports` checks it.

const LAYERS = {
  core: [],
  progress: ['core'],
  plugin: ['core', 'engine/snapshot', 'languages/python/setup'],
  engine: ['core'],
  checker: ['core'],
  languages: ['core', 'engine'],
  worker: ['core', 'engine', 'languages', 'checker'],
  ui: ['core', 'progress', 'worker/client'],
  theme: ['ui', 'core'],
  pages: ['ui', 'core'],
  css: [],
  cli: ['core', 'engine', 'languages', 'checker', 'plugin', 'progress', 'worker'],
};

const CONTENT = '^(exercises|solutions|answers|docs)/';
const ENGINES = '^node_modules/(pg-mem|pgsql-ast-parser|@electric-sql/pglite)/';

const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `${layer} may import ${allowed.join(', ') || 'no other layer'}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [layer, ...allowed].map((name) => `^src/${name}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'known-layers',
      comment: 'Every source file stands in one of the layers.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(LAYERS).join('|')})/` },
      to: {},
    },
    {
      name: 'no-content-in-src',
      comment: 'The course reads its content from disk; it does not import it.',
      severity: 'error',
      from: { path: '^(src/|[^/]+\\.ts$)' },
      to: { path: CONTENT },
    },
    {
      name: 'content-imports',
      comment: 'Exercises and solutions import what learners import, and #checker.',
      severity: 'error',
      from: { path: '^(exercises|solutions)/' },
      to: {
        pathNot: [
          '^exercises/datasets/',
          '^src/checker/index\\.ts$',
          '^node_modules/(@types/)?(vitest|pg|pg-pool|kysely|@mikro-orm)/',
        ],
      },
    },
    {
      name: 'engines-in-engine',
      comment: 'Only engine/ imports the engines and their parser: it alone decides which of them answers.',
      severity: 'error',
      // The entry of Node's worker threads says where PGlite comes from, as the page's entry says it with an address;
      // engine/ is given a way to load it, because the two ways cannot stand in one bundle.
      from: { path: '^src/', pathNot: ['^src/engine/', '^src/worker/node/serve\\.ts$', '\\.test\\.tsx?$'] },
      to: { path: ENGINES },
    },
    {
      name: 'server-in-node',
      comment: 'Only Node can reach a server, or be one.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(engine/(server|snapshot|socket)|languages/python/setup|worker/node|plugin|cli)/|\\.test\\.ts$',
      },
      to: { path: '^src/(engine/(server|snapshot|socket)|languages/python/setup)/' },
    },
    {
      name: 'pure-layers',
      comment: 'These run in a page, in its workers and in Node: they use none of the three by name.',
      severity: 'error',
      from: {
        path: '^src/(core|progress|engine|languages|checker|ui|theme|pages)/',
        pathNot: ['\\.test\\.tsx?$', '^src/(engine/(server|snapshot|socket)|languages/python/setup)/'],
      },
      to: {
        dependencyTypes: ['core'],
        // For `events` the page has a package of the same name.
        pathNot: '^events$',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A module that nobody imports and that is no entry is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.tsx?$',
          '^src/(theme|pages)/',
          '^src/worker/browser/[^/]+\\.worker\\.ts$',
          '^src/(cli/main|plugin/index|worker/node/serve)\\.ts$',
          '^(exercises|solutions|tests)/',
        ],
      },
      to: {},
    },
    {
      name: 'no-dev-dependencies-in-src',
      comment: 'What the site and the commands need has to be in `dependencies`. Types are erased, so they may stay.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test\\.tsx?|^src/cli/vitest-setup\\.ts)$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-undeclared-dependencies',
      comment: 'A package that only happens to be installed may be gone tomorrow.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      // What Docusaurus and our plugin make during the build has no file before it; the other is declared in languages/.
      to: { couldNotResolve: true, pathNot: '^(@theme|@theme-original|@docusaurus|@generated)/|^athleticu/server$' },
    },
    {
      name: 'no-tests-in-src',
      comment: 'Tests import the code, never the other way round.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(\\.test\\.tsx?$)|(^tests/)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^exercises/[^/]+/[^/]+/(starter|wrong|right)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
