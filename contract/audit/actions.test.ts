import { expect, test } from 'vitest'
import { commands } from '../commands.ts'
import type { ReadDefinition } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import { actions, actionsOf, actionWords } from './actions.ts'

test('every command and every audited read has its action in words', () => {
  const reads: readonly ReadDefinition[] = endpoints
  const named = [...commands.map((each) => each.audit), ...reads.flatMap((each) => each.audit ?? [])]
  expect([...new Set(named)].filter((name) => !Object.hasOwn(actions, name))).toEqual([])
})

test('an action of a later version is shown by its name, and kinds find their actions', () => {
  expect(actionWords('OF_TOMORROW').vi).toBe('OF_TOMORROW')
  expect(actionsOf(['opened'])).toContain('IDENTITY_OPENED')
  expect(actionsOf(['opened'])).not.toContain('SIGNED_IN')
})
