import './node-version.mjs'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build-app.mjs'
import { root, runNode } from './child-program.mjs'
import { findChromium } from './chromium/chromium.mjs'
import { ensureInstalled } from './install.mjs'

// `npm run prove -- NAME [--size small]`: one proof at its full size; the last line is its figures.
const [name = '', ...rest] = process.argv.slice(2)
const size = rest.includes('small') ? 'small' : 'full'
const folder = join(root, 'tools/prove')
const names = readdirSync(folder).filter((each) => existsSync(join(folder, each, `${each}.test.ts`)))
if (!names.includes(name)) {
  console.error(`Dùng (usage): npm run prove -- ${names.join(' | ')} [--size small]`)
  process.exit(2)
}
await ensureInstalled()
// A proof that opens a browser serves the built app; in a fresh clone nobody has built it yet.
const app = await buildApp()
if (app.code !== 0) {
  console.error(app.output.trim())
  process.exit(1)
}
const line = join(root, `.cache/prove-${process.pid}.txt`)
mkdirSync(join(root, '.cache'), { recursive: true })
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', `tools/prove/${name}/${name}.test.ts`]
const chromium = await findChromium().catch(() => null)
const browser = chromium ? { KE_VAI_CHROMIUM: chromium.path } : {}
const env = { KE_VAI_PROVE: size, KE_VAI_PROVE_LINE: line, ...browser }
const { code } = await runNode(vitest, { show: true, env })
console.log(existsSync(line) ? readFileSync(line, 'utf8') : `${name} (${size}): KHÔNG xong (did not finish)`)
rmSync(line, { force: true })
process.exitCode = code === 0 ? 0 : 1
