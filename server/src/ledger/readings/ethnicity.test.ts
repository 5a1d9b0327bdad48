import { expect, test } from 'vitest'
import { ethnicGroups } from './ethnic-groups.ts'
import { readEthnicity } from './ethnicity.ts'

const ofText = (text: string) => readEthnicity({ kind: 'text', text })

test('there are 54 groups and each is known by its name', () => {
  expect(ethnicGroups).toHaveLength(54)
  for (const [name] of ethnicGroups) expect(ofText(name)).toEqual({ value: name, remarks: [] })
})

test.each(["H'Mông", 'Mông', 'Hmông', 'H’Mông', 'HMÔNG', 'mong', 'dân tộc Mông'])('%s is Mông', (text) => {
  expect(ofText(text).value).toBe('Mông')
})

test('a name outside the list stays as written', () => {
  expect(ofText('Nguồn')).toEqual({ value: 'Nguồn', remarks: ['ethnicity_unknown'] })
  expect(readEthnicity(null)).toEqual({ value: null, remarks: [] })
})
