import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

interface Package {
  private?: boolean
  license?: string
  workspaces?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Package

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*package.json'], { cwd: root })
  .toString()
  .trim()
  .split('\n')

test('every dependency of every package is one exact version', () => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'server/package.json', 'app/package.json']))
  const loose = files.flatMap((file) =>
    kinds.flatMap((kind) =>
      Object.entries(read(file)[kind] ?? {})
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${file}: ${name} ${version}`),
    ),
  )
  expect(loose).toEqual([])
})

test('two packages that use one library use one version of it', () => {
  const versions = new Map<string, Set<string>>()
  for (const file of files)
    for (const kind of kinds)
      for (const [name, version] of Object.entries(read(file)[kind] ?? {}))
        versions.set(name, new Set([...(versions.get(name) ?? []), version]))
  expect([...versions].filter(([, each]) => each.size > 1)).toEqual([])
})

test('the licence is said where programs look for it, and its text is whole', () => {
  expect(read('package.json').license).toBe('AGPL-3.0-or-later')
  const text = readFileSync(join(root, 'LICENSE'), 'utf8')
  expect(text).toContain(
    'GNU AFFERO GENERAL PUBLIC LICENSE\n                       Version 3, 19 November 2007',
  )
  expect(text).toContain('13. Remote Network Interaction')
  expect(text.trimEnd()).toMatch(/<https?:\/\/www\.gnu\.org\/licenses\/>\.$/)
})
