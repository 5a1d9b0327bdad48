#!/usr/bin/env node
import '../../tools/node-version.mjs'
import { ensureInstalled } from '../../tools/install.mjs'
import { runTypeScript } from '../../tools/run-typescript.mjs'

// `npx ke-vai`: the command line for administrators.
await ensureInstalled()
await runTypeScript('server/src/cli/cli.ts')
