import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { demoPassword, people } from '../database/seed/network.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')
const shown = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'))
const papers = ['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'docs/adding-a-concept.md']

interface Outcome {
  code: number
  output: string
}

async function runCli(words: string[]): Promise<Outcome> {
  const bin = join(root, 'server/bin/ke-vai.mjs')
  return promisify(execFile)(process.execPath, [bin, ...words], { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      output: stdout + stderr,
    }),
  )
}

test('every npm command of the README is a script, and every script is in the README', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = shown.flatMap((line) => line.match(/^npm (?:run )?(?:-s )?([\w-]+)/)?.[1] ?? [])
  expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort())
  for (const [name, script] of Object.entries(scripts))
    for (const file of script.split(' ').filter((word) => /\.(mjs|ts)$/.test(word)))
      expect(existsSync(join(root, file)), `${name}: ${file}`).toBe(true)
})

test('every ke-vai command of the README, with each of its options, is in the help of the command line', async () => {
  const commands = shown.flatMap((line) => line.match(/^npx ke-vai (.+)$/)?.[1] ?? [])
  expect(commands.length).toBeGreaterThan(0)
  const { code, output } = await runCli(['--help'])
  expect(code, output).toBe(0)
  for (const command of commands)
    for (const word of command.match(/^[\w-]+|--[\w-]+/g) ?? []) expect(output).toContain(word)
})

test('a command that the README does not name is refused', async () => {
  expect((await runCli(['no-such-command'])).code).not.toBe(0)
})

test('whoever can sign in to the demo is in the README, and nobody else', () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| ([^|]+?) \|/gm)].map(([, username, name]) => [
    username,
    name,
  ])
  expect(rows).toEqual(people.map(({ username, displayName }) => [username, displayName]))
  expect(readme).toContain(`\`${demoPassword}\``)
})

test('the environment that the README names is the one that is read', () => {
  const named = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  const config = read('server/src/platform/config.ts')
  const inConfig = [...config.matchAll(/^ {2}([A-Z_]+): z(?:\.|$)/gm)].map(([, name]) => name)
  expect(named).toEqual([...inConfig, 'KE_VAI_CHROMIUM'])
  expect(read('tools/chromium/chromium.mjs')).toContain('process.env.KE_VAI_CHROMIUM')
})

test('every file that the papers link to is there', () => {
  const links = papers.flatMap((paper) =>
    [...read(paper).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => ({ paper, link })),
  )
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter(({ paper, link }) => !existsSync(join(root, dirname(paper), link)))).toEqual([])
})

test('every file that the architecture names is there', () => {
  const named =
    read('ARCHITECTURE.md').match(/`(?:app|server|contract|database|tools)\/[\w./-]+\.\w+`/g) ?? []
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((path) => !existsSync(join(root, path.replaceAll('`', ''))))).toEqual([])
})
