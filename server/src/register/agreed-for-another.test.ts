import { randomUUID } from 'node:crypto'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import { personMerge } from '@ke-vai/contract/register/merge.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '../platform/actor.ts'
import type { TestPerson, TestProduct } from '../platform/testing/test-product.ts'
import { askAndAgree } from './testing/agreed.ts'
import { chairAndOfficer, chairId, clubId, enterPerson, officerId } from './testing/chair-and-officer.ts'

// Ids that the asker makes up herself stand in a request too. A yes to one person must not be a yes to another whose id
// was given there, whatever SQL the server is brought to run.

let product: TestProduct
let chair: TestPerson
let officer: TestPerson

beforeAll(async () => {
  ;({ product, chair, officer } = await chairAndOfficer())
})
afterAll(() => product.close())

const enter = () => enterPerson(chair)

const using = (approvalId: string, work: Parameters<typeof asActor>[3]) =>
  asActor(product.database.operator, { accountId: chairId }, { clubId }, async (tx, actor) => {
    await tx`update approval set used_at = now() where id = ${approvalId}`
    return work(tx, actor)
  })

test('a yes to erase one person destroys no other’s key, though her id stands in the request', async () => {
  const [agreed, other] = [await enter(), await enter()]
  const args = { clubId, personId: agreed, erasureId: other, ground: 'wrong_entry' as const }
  const { approvalId, status } = await askAndAgree(chair, officer, personErase, args)
  expect(status).toBe(200)
  await expect(
    using(approvalId, (tx) => tx`select policy.destroy_person_key(${other})`),
    'her key',
  ).rejects.toThrow(/privilege/)
  const certificate = (personId: string) =>
    using(
      approvalId,
      (tx) => tx`
        insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_by, approved_by)
        values ('22', ${randomUUID()}, ${clubId}, ${personId}, 'wrong_entry', '', ${chairId}, ${officerId})`,
    )
  await expect(certificate(other), 'a certificate').rejects.toThrow(/row-level security/)
  await certificate(agreed)
})

test('a yes to merge two lines merges no third, nor into another', async () => {
  const [kept, merged, other] = [await enter(), await enter(), await enter()]
  const args = { clubId, mergeId: other, keptId: kept, mergedId: merged, reason: 'same_phone' as const }
  const { approvalId, status } = await askAndAgree(chair, officer, personMerge, args)
  expect(status).toBe(200)
  const paper = (keptId: string, mergedId: string) =>
    using(
      approvalId,
      (tx) => tx`
        insert into person_merge (province, id, club_id, kept_id, merged_id, merged_by, approved_by, undo_until)
        values ('22', ${other}, ${clubId}, ${keptId}, ${mergedId}, ${chairId}, ${officerId}, now() + interval '1 day')`,
    )
  await expect(paper(kept, other)).rejects.toThrow(/row-level security/)
  await expect(paper(other, merged)).rejects.toThrow(/row-level security/)
  await paper(kept, merged)
})
