import './node-version.mjs'
import { existsSync, readFileSync } from 'node:fs'
import { buildApp } from './build-app.mjs'
import { ensureInstalled } from './install.mjs'
import { runTypeScript } from './run-typescript.mjs'

// `npm start`: one process, which prepares what is missing and then is the server.
await ensureInstalled()
const { code, output } = await buildApp()
if (code !== 0) {
  console.error(output.trim())
  console.error('Không dựng được giao diện; hãy xem dòng trên rồi chạy lại (the app could not be built).')
  process.exit(1)
}
endWithNpm()
await runTypeScript('server/src/main.ts')

/**
 * An npm that is killed outright, or whose shell is, cannot pass the signal on, and the server would live on, seen
 * by nobody. npm is our parent, or the parent of the shell that carries our command.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || !existsSync('/proc/self/stat')) return
  const parent = process.ppid
  const throughShell = read(parent, 'cmdline').includes('start.mjs')
  const npm = parentOf(parent)
  setInterval(() => {
    const orphaned = process.ppid !== parent || (throughShell && parentOf(parent) !== npm)
    if (orphaned) process.kill(process.pid, 'SIGTERM')
  }, 200).unref()
}

/** @param {number} pid */
function parentOf(pid) {
  const stat = read(pid, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}

/**
 * @param {number} pid
 * @param {string} name
 */
function read(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
