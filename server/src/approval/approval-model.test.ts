import { approvalState, decideRule } from '@ke-vai/contract/approval/rules.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { approvalDriver, type Driver } from './testing/approval-driver.ts'
import { type Action, actions, type Model, start, step } from './testing/approval-model.ts'

let product: TestProduct
let driver: Driver

beforeAll(async () => {
  product = await testProduct()
  driver = await approvalDriver(product)
})
afterAll(() => product.close())

/** The contract's own rule about the wish of a model. */
function ruleSays({ wish, now }: Model, who: string): boolean {
  if (!wish) return false
  const at = (minutes: number) => new Date(minutes * 60_000)
  const yes = wish.answer?.yes === true
  const state = approvalState(
    {
      decision: wish.answer === null ? null : yes ? 'approved' : 'declined',
      usedAt: wish.gone === 'used' ? at(0) : null,
      withdrawnAt: wish.gone === 'withdrawn' ? at(0) : null,
      expiresAt: at(wish.askedAt + 24 * 60),
      useBefore: yes ? at((wish.answer?.at ?? 0) + 60) : null,
    },
    at(now),
  )
  return decideRule({ state, own: wish.by === who, sameSignIn: false, near: false }) === null
}

test('every sequence of up to five actions: no effect without two people, and the contract’s rule agrees with the model', () => {
  let sequences = 0
  let reached = 0
  const walk = (model: Model, left: number) => {
    for (const action of actions) {
      sequences += 1
      const next = step(model, action)
      if (action.do === 'yes') expect(ruleSays(model, action.who)).toBe(next !== null)
      // A refused action changes nothing: what follows it is a shorter sequence, walked elsewhere.
      if (!next) continue
      for (const { asked, agreed } of next.effects) {
        reached += 1
        if (asked === agreed) throw new Error('one person alone reached the effect')
      }
      if (left > 1) walk(next, left - 1)
    }
  }
  walk(start, 5)
  expect(sequences).toBeGreaterThan(100_000)
  expect(reached).toBeGreaterThan(100)
})

async function sameAsModel(sequence: readonly Action[]): Promise<void> {
  await driver.forget()
  let model = start
  for (const action of sequence) {
    const next = step(model, action)
    expect({ action, taken: await driver.do(action) }).toEqual({ action, taken: next !== null })
    model = next ?? model
    expect(driver.effects()).toBe(model.effects.length)
  }
}

test('the product takes and refuses what the model takes and refuses', async () => {
  // Mostly the way towards the effect with something strange in it; else a random walk would rarely come near.
  const any = fc.constantFrom(...actions)
  const towards = fc
    .tuple(
      fc.constantFrom('khai' as const, 'thanh' as const),
      fc.constantFrom('a' as const, 'b' as const),
      any,
      fc.nat(3),
    )
    .map(([who, content, strange, at]): Action[] => {
      const way: Action[] = [
        { do: 'ask', who, content },
        { do: 'yes', who: 'cam' },
        { do: 'use', who, content },
        { do: 'use', who, content },
      ]
      return [...way.slice(0, at), strange, ...way.slice(at)]
    })
  const sequence = fc.oneof(
    { weight: 2, arbitrary: towards },
    { weight: 1, arbitrary: fc.array(any, { minLength: 5, maxLength: 5 }) },
  )
  await fc.assert(fc.asyncProperty(sequence, sameAsModel), { numRuns: 60, seed: 130, endOnFailure: true })
}, 180_000)

test('one person alone reaches the effect by no sequence of three actions', async () => {
  const own = actions.filter((each) => 'who' in each && each.who === 'khai')
  const lists = own.flatMap((first) => own.flatMap((second) => own.map((third) => [first, second, third])))
  for (const list of lists.filter(([first]) => first?.do === 'ask')) {
    await driver.forget()
    for (const action of list) await driver.do(action)
    expect(driver.effects()).toBe(0)
  }
}, 180_000)
