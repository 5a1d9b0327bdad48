import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './child-program.mjs'

const code = ['contract', 'server', 'app', 'e2e', 'bench', 'tools', 'database']

/** The fast gates: each a program that says no by its exit code. */
function gates() {
  const program = (/** @type {string} */ path) => join(root, 'node_modules', path)
  const firstOf = (/** @type {string[]} */ names) => names.find((name) => existsSync(join(root, name)))
  const arrows = firstOf(['boundaries.cjs', 'tools/boundaries.cjs'])
  const dead = firstOf(['knip.json', 'knip.jsonc', 'knip.ts', 'knip.config.ts'])
  const folders = code.filter((name) => existsSync(join(root, name)))
  return [
    {
      name: 'định dạng, lỗi thường gặp (biome)',
      args: [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
    },
    { name: 'kiểu (tsc)', args: [program('typescript/bin/tsc'), '-p', '.'] },
    ...(arrows === undefined
      ? []
      : [
          {
            name: 'hướng import (dependency-cruiser)',
            args: [program('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', arrows, ...folders],
          },
        ]),
    ...(dead === undefined ? [] : [{ name: 'mã thừa (knip)', args: [program('knip/bin/knip.js')] }]),
  ]
}

/**
 * Runs every gate and prints its name, time and result; what a gate that failed had to say comes with it.
 * @returns {Promise<{ passed: number, failed: number }>} in gates
 */
export async function runGates() {
  let failed = 0
  const all = gates()
  const runs = all.map(async ({ name, args }) => {
    const began = Date.now()
    const { code, output } = await runNode(args, { show: false })
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    if (code === 0) return console.log(`✓ ${name}: đạt, ${seconds} s`)
    failed += 1
    console.log(`${output.trim()}\n✗ ${name}: KHÔNG đạt, ${seconds} s`)
  })
  await Promise.all(runs)
  return { passed: all.length - failed, failed }
}
