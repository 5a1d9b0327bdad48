import './node-version.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build-app.mjs'
import { root, runNode } from './child-program.mjs'
import { findChromium } from './chromium/chromium.mjs'
import { runGates } from './gates.mjs'
import { ensureInstalled } from './install.mjs'

// `npm test`: the gates, the tests beside the code, then the browser tests. `npm test -- WORDS` runs only the tests
// whose file names hold one of the words, and no gate.
const words = process.argv.slice(2)
const sum = { passed: 0, failed: 0, skipped: 0 }
const browserTests = 'e2e/vitest.config.ts'

await ensureInstalled()
if (words.length === 0) count(await runGates())
const app = await buildApp()
if (app.code !== 0) console.log(app.output.trim())
count({ passed: app.code === 0 ? 1 : 0, failed: app.code === 0 ? 0 : 1 })
count(await runTests('vitest.config.ts', {}))
if (existsSync(join(root, browserTests))) {
  const chromium = await findChromium().catch((error) => console.log(error.message))
  if (chromium) count(await runTests(browserTests, { KE_VAI_CHROMIUM: chromium.path }))
  else count({ passed: 0, failed: 1 })
}
console.log(
  `\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`,
)
process.exitCode = sum.failed > 0 ? 1 : 0

/** @param {{ passed: number, failed: number, skipped?: number }} run */
function count({ passed, failed, skipped = 0 }) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

/**
 * @param {string} config
 * @param {Record<string, string>} env
 */
async function runTests(config, env) {
  const report = join(root, `.cache/tests-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const filter = words.length === 0 ? [] : [...words, '--passWithNoTests']
  const vitest = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    config,
    ...reporters,
    ...filter,
  ]
  const { code } = await runNode(vitest, { show: true, env })
  const counted = countReport(report)
  // A run that failed without a failed test broke outside of them, and must not count as passed.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** @param {string} path */
function countReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
