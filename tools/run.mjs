import './node-version.mjs'
import { ensureInstalled } from './install.mjs'
import { runTypeScript } from './run-typescript.mjs'

// `node tools/run.mjs FILE words…`: a TypeScript program of the repository, as if Node ran it itself.
const [node = '', , file, ...words] = process.argv
if (file === undefined) {
  console.error('Dùng (usage): node tools/run.mjs FILE …')
  process.exit(1)
}
await ensureInstalled()
process.argv = [node, file, ...words]
await runTypeScript(file)
