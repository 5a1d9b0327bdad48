import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child-program.mjs'

// What postgres 3.4.9 does when PostgreSQL ends a connection in the middle of a transaction, each known and open
// (github.com/porsager/postgres/issues/1066, /1154, /1208), and why each matters here, stands in docs/decisions/0033.
const folder = join(root, 'node_modules/postgres/src')

/** @type {readonly { file: string, broken: string, mended: string }[]} */
const mends = [
  {
    // A small message is written in the next turn of the loop, where there may be no socket any more.
    file: 'connection.js',
    broken: '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n',
    mended:
      "  function nextWrite(fn) {\n    if (socket === null) {\n      chunk = nextWriteTimer = null\n      error(Errors.connection('CONNECTION_CLOSED', options, socket))\n      return false\n    }\n    const x = socket.write(chunk, fn)\n",
  },
  {
    // The connection is used again: what it had not written, and the last error that it heard, belong to the one before.
    file: 'connection.js',
    broken: '    incomings = null\n    clearImmediate(nextWriteTimer)\n',
    mended:
      '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = errorResponse = null\n',
  },
  {
    // A transaction whose connection has closed goes on by itself, and would write, and roll back, on a connection that
    // may be another's by now.
    file: 'index.js',
    broken: '        new Promise((_, reject) => connection.onclose = reject)\n',
    mended: '        new Promise((_, reject) => connection.onclose = e => (gone = e, reject(e)))\n',
  },
  {
    file: 'index.js',
    broken: '      , prepare = null\n\n    try {\n      await sql.unsafe(',
    mended: '      , prepare = null\n      , gone = null\n\n    try {\n      await sql.unsafe(',
  },
  {
    file: 'index.js',
    broken: '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
    mended:
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (gone)\n          return q.reject(gone)\n',
  },
]

/** Mends the installed driver, once. Throws when it is another version: then this file is to be looked at, or to go. */
export function mendDriver() {
  for (const file of new Set(mends.map((each) => each.file))) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    let result = text
    for (const { broken, mended } of mends.filter((each) => each.file === file)) {
      if (result.includes(mended)) continue
      if (!result.includes(broken))
        throw new Error('the driver of PostgreSQL is not the one that tools/mend-driver.mjs knows')
      result = result.replace(broken, () => mended)
    }
    if (result !== text) writeFileSync(path, result)
  }
}
