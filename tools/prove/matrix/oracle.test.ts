import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

test.each([
  'oracle.ts',
  'oracle-of-rows.ts',
  'oracle-of-deeds.ts',
  'oracle-of-cases.ts',
  'oracle-of-sharing.ts',
])('%s is written apart: it imports nothing but the other oracles', async (name) => {
  const text = await readFile(new URL(name, import.meta.url), 'utf8')
  const imported = [...text.matchAll(/^(?:import\b.*|\} )from '([^']+)'|\bimport\s*\(|\brequire\b/gmu)].map(
    (each) => each[1],
  )
  expect(imported.filter((each) => !/^\.\/oracle(-of-\w+)?\.ts$/.test(each ?? ''))).toEqual([])
})
