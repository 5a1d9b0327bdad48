import { randomUUID } from 'node:crypto'
import type { Actor } from './actor.ts'
import type { Cell } from './cells.ts'
import { expected, type Relation } from './oracle.ts'
import { about, commands } from './requests.ts'
import type { Lane } from './trial.ts'
import { tryCell } from './try-cell.ts'
import type { World } from './world.ts'

/** What two people agree on here: the command, of what, and who gives the second yes. */
const agreements: readonly [name: string, relation: Relation, decider: string][] = [
  ['person.erase', 'own', 'ward_officer'],
  ['person.merge', 'own', 'ward_officer'],
  ['register.export', 'own', 'data_protection_officer'],
  ['grant.give_powerful', 'own', 'data_protection_officer'],
  ['invitation.make_powerful', 'own', 'data_protection_officer'],
]

/**
 * Commands of two people with a real yes, asked for and given through the product: done for whoever asked, stale for any
 * other request and for any other asker, and no key to anything for whoever may not. What they do is undone.
 */
export async function tryAgreed(
  world: World,
  lane: Lane,
  actors: readonly Actor[],
): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = []
  let tried = 0
  const { dangerous: sql } = world.database
  for (const [name, relation, role] of agreements) {
    // The two lines of the merge are made to have one companion for the while.
    const would = (actor: Actor) => {
      const said = expected(actor, name, relation, true)
      return said === 'companions_differ' ? 'done' : said
    }
    const subject = about(world, relation)
    const restore = name === 'person.merge' ? await makeMergeable(world) : async () => {}
    const decider = actors.find((each) => each.role === role && each.steppedUp)
    const askers = actors.filter((each) => each.steppedUp && would(each) === 'done' && each !== decider)
    if (!decider || askers.length === 0) wrong.push(`nobody · ${name}: may ask or agree`)
    const made: string[] = []
    try {
      for (const asker of askers) {
        const args = commands[name]?.(subject, world) as Record<string, unknown>
        const other = { ...args, ...anotherRequest(name, world) }
        const agree = async (wanted: object) => {
          const approvalId = randomUUID()
          made.push(approvalId)
          await askFor(world, asker, decider as Actor, { approvalId, name, args: wanted })
          return approvalId
        }
        const yes = await agree(args)
        const cell = (actor: Actor): Cell => ({ actor, name, isRead: false, relation })
        const attempt = async (actor: Actor, wanted: object, said: string) => {
          tried += 1
          const trial = {
            world,
            lane,
            lock: 'both' as const,
            nothing: new Map<string, string>(),
            agreed: { approvalId: yes, args: wanted, said },
          }
          wrong.push(...(await tryCell(trial, cell(actor))))
        }
        await attempt(asker, args, 'done')
        await attempt(asker, other, 'approval_stale')
        for (const actor of actors)
          if (actor !== asker) {
            const another = would(actor) === 'done' && actor.accountId !== asker.accountId
            await attempt(actor, args, another ? 'approval_stale' : would(actor))
          }
      }
    } catch (error) {
      wrong.push(`${name} · could not be agreed on · ${String(error)}`)
    } finally {
      await sql`delete from approval where id = any (${made}::uuid[])`
      await restore()
    }
  }
  return { tried, wrong }
}

async function askFor(
  world: World,
  asker: Actor,
  decider: Actor,
  { approvalId, name, args }: { approvalId: string; name: string; args: object },
): Promise<void> {
  const { clubId, organisationId } = args as { clubId?: string; organisationId?: string }
  // A command over an organisation may name a club too: its place is the organisation.
  const place = organisationId ? { clubId: null, organisationId } : { clubId, organisationId: null }
  await world.send(asker, 'approval.request', { ...place, approvalId, command: name, args })
  await world.send(decider, 'approval.decide', { ...place, approvalId, decision: 'approved' })
}

/** The same command for something else that she may ask for as well. */
function anotherRequest(name: string, world: World): object {
  if (name === 'person.erase') return { personId: world.persons.team.id }
  if (name === 'person.merge') return { mergeId: randomUUID() }
  if (name === 'register.export') return { fields: ['address'] }
  if (name === 'invitation.make_powerful') return { displayName: 'Chị Khác' }
  return { grantId: randomUUID() }
}

/** Two lines with one companion, for as long as a merge of them is tried. */
async function makeMergeable({ database, persons }: World): Promise<() => Promise<void>> {
  const { dangerous: sql } = database
  const [row] = await sql<
    { member_id: string | null }[]
  >`select member_id from person where id = ${persons.team.id}`
  await sql`update person set member_id = (select member_id from person where id = ${persons.own.id}) where id = ${persons.team.id}`
  return async () => {
    await sql`update person set member_id = ${row?.member_id ?? null} where id = ${persons.team.id}`
  }
}
