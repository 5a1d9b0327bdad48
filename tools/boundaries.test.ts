import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import exceptions from './import-exceptions.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))
const config = join(root, 'boundaries.cjs')
const folders = ['contract', 'server', 'app', 'e2e', 'bench', 'tools', 'database']

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  modules: { source: string; dependencies: { resolved: string }[] }[]
}

async function cruise(cwd: string, over: string[]): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', config, '--output-type', 'json', ...over]
  const run = promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 64 << 20 })
  // The exit code is the number of errors; what was found is printed all the same.
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  return JSON.parse(stdout) as Cruise
}

/** A small tree that keeps every rule. */
const clean: Record<string, string> = {
  'contract/words.ts': 'export const words = 1',
  'contract/month/rules.ts': "import { z } from 'zod'\nexport const rule = z",
  'contract/month/rules.test.ts': "import 'node:fs'\nimport './rules.ts'",
  'server/src/main.ts': "import './product.ts'",
  'server/src/product.ts': "import './month/month.ts'\nexport const product = 1",
  'server/src/month/month.ts': "import '@ke-vai/contract/month/rules.ts'\nimport './lock.ts'",
  'server/src/month/lock.ts': "import '../platform/database.ts'\nexport const lock = 1",
  'server/src/month/month.test.ts': "import '../platform/testing/test-product.ts'",
  'server/src/report/report.ts': "import '../month/month.ts'",
  'server/src/vault/vault.ts': 'export const vault = 1',
  'server/src/vault/process.ts': "import './master-key-file.ts'",
  'server/src/vault/master-key-file.ts': 'export const key = 1',
  'server/src/platform/database.ts': 'export const sql = 1',
  'server/src/platform/testing/test-product.ts': "import '../../product.ts'",
  'app/src/App.tsx': "import './month/MonthPage.tsx'",
  'app/src/month/MonthPage.tsx': "import '../ui/Page.tsx'\nimport '@ke-vai/contract/words.ts'",
  'app/src/month/line.ts': 'export const line = 1',
  'app/src/ui/Page.tsx': "import '@ke-vai/contract/words.ts'",
  'e2e/month.e2e.ts': "import '../server/src/product.ts'\nimport '../server/src/month/lock.ts'",
}

/** For each rule of boundaries.cjs one file that breaks it. */
const planted: Record<string, [file: string, text: string]> = {
  'every-import-is-found': ['server/src/month/typo.ts', "import './lokc.ts'"],
  'no-cycles': ['server/src/month/lock.ts', "import './month.ts'\nexport const lock = 1"],
  'contract-is-pure': ['contract/month/clock.ts', "import 'node:fs'"],
  'server-does-not-know-the-app': ['server/src/month/screen.ts', "import '../../../app/src/ui/Page.tsx'"],
  'app-does-not-know-the-server': [
    'app/src/month/sql.ts',
    "import '../../../server/src/platform/database.ts'",
  ],
  'platform-knows-no-concept': ['server/src/platform/jobs.ts', "import '../month/month.ts'"],
  'only-the-wiring-knows-the-wiring': ['server/src/report/all.ts', "import '../product.ts'"],
  'enter-a-folder-by-its-door': ['server/src/report/figures.ts', "import '../month/lock.ts'"],
  'the-wiring-enters-by-the-door': ['app/src/Shell.tsx', "import './month/line.ts'"],
  'only-the-vault-reads-keys': ['server/src/vault/vault.ts', "import './process.ts'"],
  'ui-knows-no-concept': ['app/src/ui/Line.tsx', "import '../month/MonthPage.tsx'"],
  'product-does-not-know-its-tests': [
    'server/src/month/fake.ts',
    "import '../platform/testing/test-product.ts'",
  ],
}

let toy: string

beforeAll(async () => {
  toy = await mkdtemp(join(tmpdir(), 'ke-vai-arrows-'))
  for (const [file, text] of Object.entries(clean)) await plant(file, text)
  await plant('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'preserve', jsx: 'react-jsx' } }))
  await plant('contract/package.json', JSON.stringify({ type: 'module', exports: { './*': './*' } }))
  await mkdir(join(toy, 'node_modules/@ke-vai'), { recursive: true })
  await symlink('../../contract', join(toy, 'node_modules/@ke-vai/contract'))
  await plant('node_modules/zod/index.js', 'export const z = 1')
})
afterAll(() => rm(toy, { recursive: true }))

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(toy, file)), { recursive: true })
  await writeFile(join(toy, file), text)
}

const cruiseToy = () => cruise(toy, ['contract', 'server', 'app', 'e2e'])

test('a tree that keeps the rules is let through, with its TypeScript really read', async () => {
  const { summary, modules } = await cruiseToy()
  expect(summary.violations).toEqual([])
  const month = modules.find(({ source }) => source === 'server/src/month/month.ts')
  expect(month?.dependencies.map(({ resolved }) => resolved).sort()).toEqual([
    'contract/month/rules.ts',
    'server/src/month/lock.ts',
  ])
})

test('each rule has a planted violation, which is reported by its name', async () => {
  const rules = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }
  expect(Object.keys(planted).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
  for (const [file, text] of Object.values(planted)) await plant(file, text)
  const { summary } = await cruiseToy()
  for (const [rule, [file]] of Object.entries(planted)) {
    const found = summary.violations.filter((each) => each.rule.name === rule).map(({ from }) => from)
    // Of a circle either end may be named first.
    if (rule === 'no-cycles') expect(found.length, rule).toBeGreaterThan(0)
    else expect(found, rule).toEqual([file])
  }
})

test('every exception is still needed', async () => {
  const { modules } = await cruise(root, folders)
  const folderOf = (path: string) => path.split('/').slice(0, 3).join('/')
  const enteredFromOutside = (path: string) =>
    modules.some(
      ({ source, dependencies }) =>
        folderOf(source) !== folderOf(path) && dependencies.some(({ resolved }) => resolved === path),
    )
  const looksOutside = (path: string) =>
    modules.some(
      ({ source, dependencies }) =>
        source === path &&
        dependencies.some(({ resolved }) => /^app\/src\/(?!ui\/|language\/)/.test(resolved)),
    )
  expect(exceptions.sideDoors.filter(({ path }) => !enteredFromOutside(path))).toEqual([])
  expect(exceptions.uiFiles.filter(({ path }) => !looksOutside(path))).toEqual([])
  // The whole house is read: on a busy machine that takes longer than a test is given.
}, 180_000)
