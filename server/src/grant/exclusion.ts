import {
  accountOutsideClub,
  type ExclusionLine,
  exclusionLift,
  exclusionList,
  exclusionSet,
  ownExclusion,
} from '@ke-vai/contract/grant/exclusion.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

/** What no reader finds: her own exclusion, and another's from a person from whom she is excluded herself. */
const visible = (tx: Tx, actorId: string) => tx`
  exclusion.account_id <> ${actorId} and exclusion.person_id <> all ((select policy.excluded_persons())::uuid[])`

/** The person is still in the book. */
const isKept = (tx: Tx) => tx`
  exists (select from person where person.province = exclusion.province and person.id = exclusion.person_id
    and person.erased_at is null)`

export const setExclusion = command(exclusionSet, async (args, { tx, actor, province, audit }) => {
  if (args.accountId === actor.id) throw new Refused(ownExclusion)
  const [reaches] = await tx`
    select account_id from policy.accounts_reaching(${args.clubId}) where account_id = ${args.accountId}`
  if (!reaches) throw new Refused(accountOutsideClub)
  const [before] = await tx<{ id: string }[]>`
    select id from exclusion where province = ${province} and club_id = ${args.clubId}
      and person_id = ${args.personId} and account_id = ${args.accountId} and lifted_at is null`
  const id = before?.id ?? args.exclusionId
  if (!before) {
    const [made] = await tx`
      insert into exclusion (province, id, club_id, person_id, account_id, ground, set_by)
      values (${province}, ${id}, ${args.clubId}, ${args.personId}, ${args.accountId}, ${args.ground}, ${actor.id})
      on conflict do nothing returning id`
    if (!made) throw new Refused('idReused')
  }
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['exclusion'], reason: args.ground })
  return { id }
})

export const liftExclusion = command(exclusionLift, async (args, { tx, actor, province, audit }) => {
  // Whoever looks after the data reads no book: for her an erased entry is no other than one that is kept.
  const readsBook = actor.roles.some((role) => reachOf(role, 'register.read') !== null)
  const [lifted] = await tx<{ person_id: string }[]>`
    update exclusion set lifted_at = now(), lifted_by = ${actor.id}
    where province = ${province} and club_id = ${args.clubId} and id = ${args.exclusionId} and lifted_at is null
      and ${visible(tx, actor.id)}
      ${readsBook ? tx`and ${isKept(tx)}` : tx``}
    returning person_id`
  if (!lifted) throw new Refused('notFound')
  await audit({ subjectKind: 'person', subjectId: lifted.person_id, fields: ['exclusion'] })
  return { done: true as const }
})

export const listExclusions = read(exclusionList, async ({ params }, { tx, actor, province }) => {
  const [exclusions, accounts] = await Promise.all([
    tx<ExclusionLine[]>`
      select exclusion.id, exclusion.person_id as "personId", person.code, exclusion.account_id as "accountId",
        coalesce(reaching.display_name, '') as "displayName", exclusion.ground,
        (exclusion.set_at at time zone 'Asia/Ho_Chi_Minh')::date as "setOn"
      from exclusion
      left join person on person.province = exclusion.province and person.id = exclusion.person_id
        and person.erased_at is null
      left join policy.accounts_reaching(${params.clubId}) reaching on reaching.account_id = exclusion.account_id
      where exclusion.province = ${province} and exclusion.club_id = ${params.clubId}
        and exclusion.lifted_at is null and ${visible(tx, actor.id)}
      order by exclusion.set_at desc, exclusion.id limit 500`,
    tx<{ id: string; displayName: string }[]>`
      select account_id as id, display_name as "displayName" from policy.accounts_reaching(${params.clubId})
      where account_id <> ${actor.id} order by display_name, account_id`,
  ])
  return { exclusions: [...exclusions], accounts: [...accounts] }
})
