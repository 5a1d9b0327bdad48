import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './child-program.mjs'

/**
 * Runs a TypeScript file in this very process, so that a signal or a kill meets one process and not two.
 * @param {string} file its path from the repository's folder
 */
export async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(resolve(root, file)).href)
}
