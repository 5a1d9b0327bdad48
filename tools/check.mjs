import './node-version.mjs'
import { runGates } from './gates.mjs'
import { ensureInstalled } from './install.mjs'

// `npm run check`: the fast gates.
await ensureInstalled()
const { failed } = await runGates()
process.exitCode = failed > 0 ? 1 : 0
