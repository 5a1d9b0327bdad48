import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './build-app.mjs'
import { root, runNode } from './child-program.mjs'
import { findChromium } from './chromium/chromium.mjs'
import { addCarried, type CarryingTest, type Report, scenariosOf } from './scenarios/carried.ts'
import scenarios from './scenarios/scenarios.json' with { type: 'json' }

// `npm run scenarios`: for each of the sixty acceptance scenarios the tests that carry it, and how they end now.
// `-- --json` prints the same for programs.

const asJson = process.argv.includes('--json')
// Building the app tells of itself; a program that reads our answer must not find that in it.
if (asJson) console.log = console.error

const folders = ['contract', 'server', 'app', 'database', 'tools', 'bench', 'e2e']

/** The files with a test that carries a scenario; only these are run. */
async function carryingFiles(ending: RegExp): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders)
    for (const path of await readdir(join(root, folder), { recursive: true })) {
      if (!ending.test(path) || /(^|\/)(node_modules|dist)\//.test(path) || path.startsWith('scenarios/'))
        continue
      const text = await readFile(join(root, folder, path), 'utf8')
      if (scenariosOf(text).length > 0) found.push(`${folder}/${path}`)
    }
  return found.sort()
}

/** Runs the carrying tests of these files and answers with what vitest reports of them. */
async function run(config: string, files: string[], env: Record<string, string>): Promise<Report> {
  const path = join(root, `.cache/scenarios-${process.pid}.json`)
  await mkdir(join(root, '.cache'), { recursive: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const which = ['--config', config, '-t', 'scenarios? [0-9]', ...files]
  const { output } = await runNode([vitest, 'run', ...which, '--reporter=json', `--outputFile=${path}`], {
    show: false,
    env,
  })
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`the tests could not be run\n${output}`)
  })
  await rm(path)
  return JSON.parse(text) as Report
}

async function runCarrying(): Promise<Map<number, CarryingTest[]>> {
  const carried = new Map<number, CarryingTest[]>()
  const beside = await carryingFiles(/\.test\.tsx?$/)
  if (beside.length > 0) addAll(await run('vitest.config.ts', beside, {}), carried)
  const stories = await carryingFiles(/\.e2e\.ts$/)
  if (stories.length > 0) {
    const { code, output } = await buildApp()
    if (code !== 0) throw new Error(output)
    const chromium = await findChromium()
    addAll(await run('e2e/vitest.config.ts', stories, { KE_VAI_CHROMIUM: chromium.path }), carried)
  }
  return carried
}

function addAll(report: Report, carried: Map<number, CarryingTest[]>): void {
  addCarried(report, root, carried)
  // A file that breaks before its tests names none of them; it must not look as if nothing were there.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  if (broken.length > 0)
    throw new Error(broken.map(({ name, message }) => `${name}: ${message ?? 'failed'}`).join('\n'))
}

const words = {
  pass: ['✓', 'đạt (pass)'],
  fail: ['✗', 'KHÔNG đạt (fail)'],
  absent: ['·', 'chưa có (not there yet)'],
} as const

const carried = await runCarrying()
const lines = scenarios.map(({ no, vi, en }) => {
  const tests = carried.get(no) ?? []
  const passed = tests.every((each) => each.passed)
  return { no, vi, en, state: tests.length === 0 ? 'absent' : passed ? 'pass' : 'fail', tests } as const
})
const count = (state: keyof typeof words) => lines.filter((line) => line.state === state).length
const sum = { pass: count('pass'), fail: count('fail'), absent: count('absent') }

if (asJson) process.stdout.write(`${JSON.stringify({ ...sum, scenarios: lines }, null, 2)}\n`)
else {
  for (const { no, vi, en, state, tests } of lines) {
    console.log(`${words[state][0]} ${String(no).padStart(2)} ${vi}\n     ${en} — ${words[state][1]}`)
    for (const { file, name, passed } of tests) console.log(`     ${passed ? '✓' : '✗'} ${file}: ${name}`)
  }
  console.log(`\n${sum.pass} đạt, ${sum.fail} không đạt, ${sum.absent} chưa có (pass, fail, not there yet)`)
}
process.exitCode = sum.fail > 0 ? 1 : 0
