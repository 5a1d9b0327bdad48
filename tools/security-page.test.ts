import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../server/src/platform/config.ts'

const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

test('every proof that the security page names is there', () => {
  const proofs = [...page.matchAll(/npm run prove -- ([a-z-]+)/g)].map(([, name = '']) => name)
  expect(new Set(proofs).size).toBe(6)
  const missing = proofs.filter((name) => !existsSync(join(root, `tools/prove/${name}/${name}.test.ts`)))
  expect([...new Set(missing)]).toEqual([])
  const files = [...page.matchAll(/`((?:server|database|tools|contract|app|e2e)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(files.length).toBeGreaterThan(8)
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('each row of what can be surrendered names its proof, or says that there is none', () => {
  const table = page.split('## What a compromise of X can surrender')[1]?.split('\n## ')[0] ?? ''
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.includes('shown by'))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) expect(row).toMatch(/`[^`]+` *(\(|\||;)|no test: it is the limit/)
})
