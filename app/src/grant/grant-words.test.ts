import type { GrantLine } from '@ke-vai/contract/grant/grant.ts'
import { expect, test } from 'vitest'
import { daysWords } from './grant-words.ts'

const line = { since: '2022-05-01', until: null, endedOn: null, grantedBy: null } as GrantLine

test('a role says from which day to which day it holds, the day first, and who gave it', () => {
  expect(daysWords(line).vi).toBe('từ 01/05/2022')
  expect(daysWords({ ...line, until: '2026-12-31', grantedBy: 'Chị Lài' }).vi).toBe(
    'từ 01/05/2022 đến 31/12/2026 · do Chị Lài phân',
  )
  // Ended before its last day: the day of the ending is what counts.
  expect(daysWords({ ...line, until: '2026-12-31', endedOn: '2026-11-20' }).en).toBe(
    'from 01/05/2022 to 20/11/2026',
  )
})
