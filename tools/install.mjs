import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root, runNode } from './child-program.mjs'
import { mendDriver } from './mend-driver.mjs'

const installedRecord = join(root, 'node_modules/.package-lock.json')

/**
 * Installs from the lock file what is not installed yet. npm writes its record of an install last, so one that was
 * killed, or an older one, is seen by that record and done again.
 */
export async function ensureInstalled() {
  if (isInstalled()) return mendDriver()
  console.log('Đang cài các thư viện… (installing what Kề Vai needs, once)')
  rmSync(installedRecord, { force: true })
  const flags = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  const { code, output } = await runNode([npm(), 'ci', ...flags], { show: false, mortal: true })
  if (code === 0 && isInstalled()) return mendDriver()
  rmSync(installedRecord, { force: true })
  console.error(output.trim())
  console.error('Không cài được các thư viện; hãy xem dòng trên rồi chạy lại (npm ci failed).')
  process.exit(1)
}

/** Whether node_modules holds every package of the lock file, in its version; other machines' programs aside. */
function isInstalled() {
  if (!existsSync(installedRecord)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const there = packagesOf(installedRecord)
  return Object.entries(wanted).every(
    ([place, { version, optional, peer }]) =>
      !place.includes('node_modules/') || optional || peer || there[place]?.version === version,
  )
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return {}
  }
}

/** npm's own program: the one that runs us, else the one beside Node or on the path. */
function npm() {
  const running = process.env.npm_execpath
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return running
  const folders = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)]
  for (const folder of folders) {
    for (const place of ['../lib/node_modules/npm/bin/npm-cli.js', '../share/nodejs/npm/bin/npm-cli.js']) {
      if (existsSync(join(folder, place))) return join(folder, place)
    }
  }
  console.error('Không tìm thấy npm; hãy chạy bằng lệnh npm (npm was not found).')
  return process.exit(1)
}
