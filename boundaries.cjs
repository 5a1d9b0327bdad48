// The import arrows of the house, for dependency-cruiser (`npm run check`). tools/boundaries.test.ts plants one
// violation of each rule, and fails when an exception of tools/import-exceptions.json is no longer needed.

const tests = '\\.(test|e2e)\\.tsx?$|/testing/'
const door = '^(?:server|app)/src/([^/]+)/\\1\\.tsx?$'

const concepts = '^(server|app)/src/(?!platform/|ui/)[^/]+/'

// A page is a door too: an address leads to it.
const pages = '^app/src/[^/]+/[^/]+Page\\.tsx$'

// Side doors are files inside a folder that others may import beside its door; uiFiles may know more than ui/ does.
const { sideDoors, uiFiles } = require('./tools/import-exceptions.json')

const exactly = (/** @type {{ path: string }[]} */ files) =>
  `^(${files.map(({ path }) => path.replaceAll('.', '\\.')).join('|')})$`

module.exports = {
  forbidden: [
    {
      name: 'every-import-is-found',
      comment: 'An import that resolves to nothing is seen by no other rule.',
      severity: 'error',
      from: {},
      // Installed on its own, by its own package.json, only where no browser is found.
      to: { couldNotResolve: true, pathNot: '^tar-fs$' },
    },
    {
      name: 'no-cycles',
      comment: 'Of two files that import each other none can be read, tested or removed alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-is-pure',
      comment: 'Device and server run the same contract: it imports itself and zod, nothing of a machine.',
      severity: 'error',
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: '^contract/|^node_modules/zod/' },
    },
    {
      name: 'server-does-not-know-the-app',
      comment: 'They meet in contract/ only.',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: '^(app|e2e|bench|tools)/' },
    },
    {
      name: 'app-does-not-know-the-server',
      comment: 'They meet in contract/ only; what stands in server/ or database/ must never reach a device.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(server|database|e2e|bench|tools)/' },
    },
    {
      name: 'platform-knows-no-concept',
      comment: 'Concepts stand on the platform. Only its tests and testing/ start the whole product.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: tests },
      to: { path: '^(server/src/(?!platform/)|database/)' },
    },
    {
      name: 'only-the-wiring-knows-the-wiring',
      comment:
        'Files directly in src/ join the concepts; a concept that imports them closes a circle. The command line and the backup stand above it.',
      severity: 'error',
      from: { path: '^server/src/[^/]+/', pathNot: `${tests}|^server/src/(cli|backup)/` },
      to: { path: '^server/src/[^/]+\\.ts$' },
    },
    {
      name: 'enter-a-folder-by-its-door',
      comment: 'A concept is entered by the file named like its folder; the rest is its own affair.',
      severity: 'error',
      from: { path: '^(server|app)/src/([^/]+)/', pathNot: tests },
      to: { path: concepts, pathNot: ['^$1/src/$2/', door, pages, exactly(sideDoors)] },
    },
    {
      name: 'the-wiring-enters-by-the-door',
      comment: 'The files directly in src/ that join the concepts know no more of them than anybody else.',
      severity: 'error',
      from: { path: '^(server|app)/src/[^/]+$', pathNot: tests },
      // A style sheet is no code: it is linked once, by the page that starts the app.
      to: { path: concepts, pathNot: [door, pages, '\\.css$', exactly(sideDoors)] },
    },
    {
      name: 'only-the-vault-reads-keys',
      comment:
        'Reading a master key is the affair of the vault process: nothing else reaches that file, not even through others.',
      severity: 'error',
      from: { path: '^(server/src/(?!vault/)|app/|contract/|server/src/vault/vault\\.ts$)', pathNot: tests },
      to: { path: '^server/src/vault/(master-key-file|core)\\.ts$', reachable: true },
    },
    {
      name: 'ui-knows-no-concept',
      comment:
        'Parts of the screen that could live in any product: of the contract they know days, words, counts.',
      severity: 'error',
      from: { path: '^app/src/ui/', pathNot: exactly(uiFiles) },
      to: {
        path: '^(app/src|contract)/',
        pathNot: '^app/src/(ui|language)/|^contract/(date|count|text)/|^contract/words\\.ts$',
      },
    },
    {
      name: 'product-does-not-know-its-tests',
      comment: 'What runs for people imports no test and nothing made for tests.',
      severity: 'error',
      from: { path: '^(contract|server|app)/', pathNot: tests },
      to: { path: tests, pathNot: '^node_modules/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
