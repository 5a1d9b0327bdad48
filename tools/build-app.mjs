import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './child-program.mjs'

const built = join(root, 'app/dist')
const skipped = new Set(['node_modules', 'dist'])

/**
 * Builds the app unless `app/dist` was built from these very sources. It is made beside its place and renamed, so
 * that a build that was killed is simply done again.
 * @returns {Promise<{ code: number, output: string }>} code 0 when `app/dist` is as it should be
 */
export async function buildApp() {
  const sources = hashSources()
  const stamp = join(built, '.built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return { code: 0, output: '' }
  console.log('Đang dựng giao diện… (building the app)')
  const making = join(root, `.cache/app-${process.pid}`)
  const vite = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    'app',
    '--outDir',
    making,
    '--emptyOutDir',
  ]
  const result = await runNode(vite, { show: false, mortal: true })
  if (result.code === 0) {
    writeFileSync(join(making, '.built-from'), sources)
    rmSync(built, { recursive: true, force: true })
    renameSync(making, built)
  }
  rmSync(making, { recursive: true, force: true })
  return result
}

function hashSources() {
  const hash = createHash('sha256')
  const add = (/** @type {string} */ path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  for (const folder of ['app', 'contract']) for (const path of filesIn(folder)) add(path)
  add('package-lock.json')
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => !skipped.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesIn(path) : [path]
    })
}
