import { expect, test } from 'vitest'
import { boardRule } from './board.ts'

test('nobody enters the board without a ground, and the refusal says which grounds there are', () => {
  for (const boardRole of ['chair', 'vice_chair', 'secretary', 'commissioner'] as const) {
    const refusal = boardRule({ boardRole, eligibilityGround: null }, { hasOtherChair: false })
    expect(refusal).toMatchObject({ code: 'eligibility_missing', field: 'eligibilityGround' })
    expect(refusal?.message.vi).toMatch(/người có uy tín.*đoàn thể/u)
    expect(boardRule({ boardRole, eligibilityGround: 'prestige' }, { hasOtherChair: false })).toBeNull()
  }
  expect(boardRule({ boardRole: 'none', eligibilityGround: null }, { hasOtherChair: true })).toBeNull()
})

test('a club has one chair', () => {
  const chair = { boardRole: 'chair', eligibilityGround: 'mass_organisation' } as const
  expect(boardRule(chair, { hasOtherChair: true })?.code).toBe('chair_taken')
  expect(boardRule({ ...chair, boardRole: 'vice_chair' }, { hasOtherChair: true })).toBeNull()
})
