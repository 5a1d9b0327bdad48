import { createHash } from 'node:crypto'
import { type Permission, permissions } from '@ke-vai/contract/permissions.ts'
import { asActor, type Actor as Entered, type Target } from '../../../server/src/platform/actor.ts'
import { requirePermission } from '../../../server/src/platform/guard.ts'
import { Refused } from '../../../server/src/platform/refused.ts'
import type { Actor } from './actor.ts'
import type { Route } from './cells.ts'
import { heldBy, inReach, lines } from './oracle.ts'
import type { Lane } from './trial.ts'
import type { World } from './world.ts'

// Their permission is everybody's own account; who may wish for what, and agree to it, is asked inside, of the command.
const askedOfTheCommand = ['approval.request', 'approval.decide']

interface Told {
  standings: { role: string; clubId: string | null; organisationId: string | null; permissions: string[] }[]
}

/** What the screens are told that somebody may do (account.me, club.get) is what the server then grants, and no more. */
export async function tryTold(
  world: World,
  lane: Lane,
  actors: readonly Actor[],
  routes: readonly Route[],
): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = []
  let tried = 0
  const read = (actor: Actor, url: string) => lane.http.inject({ url, cookies: { ke_vai: actor.token } })
  const compare = async (actor: Actor, what: string, told: readonly string[], target: Target) => {
    const granted = await grantedAt(world, actor, target)
    for (const permission of Object.keys(permissions)) {
      tried += 1
      if (told.includes(permission) !== granted.includes(permission))
        wrong.push(
          `${actor.name} · ${what} · ${permission}: told ${told.includes(permission)}, not so granted`,
        )
    }
    for (const { name, permission } of routes) {
      const line = lines[name]
      if (!line || askedOfTheCommand.includes(name)) continue
      tried += 1
      const may = heldBy(line.may, actor.role) !== null
      if (told.includes(permission) !== may)
        wrong.push(`${actor.name} · ${what} · ${name}: told ${!may} by ${permission}, the oracle says ${may}`)
    }
  }
  for (const actor of actors) {
    const me = (await read(actor, '/api/me')).json() as Told
    const held = me.standings ?? []
    if (heldBy(lines['account.me']?.may ?? '', actor.role) !== null && held.length !== 1)
      wrong.push(`${actor.name} · account.me · holds ${held.length} roles`)
    for (const { clubId, organisationId, permissions: told } of held)
      await compare(actor, 'account.me', told, {
        ...(clubId && { clubId }),
        ...(organisationId && { organisationId }),
      })
    for (const club of world.clubs) {
      const { statusCode, body } = await read(actor, `/api/clubs/${club.id}`)
      const shown =
        heldBy(lines['club.get']?.may ?? '', actor.role) !== null && inReach(actor.seat, club.relation)
      if (statusCode === 200 && shown)
        await compare(actor, `club.get · ${club.relation}`, (JSON.parse(body) as { may: string[] }).may, {
          clubId: club.id,
        })
      else if ((statusCode === 200) !== shown)
        wrong.push(`${actor.name} · club.get · ${club.relation}: answered ${statusCode}`)
    }
  }
  return { tried, wrong }
}

/** Each permission tried at the server's own guard, as who has entered there. */
async function grantedAt({ database }: World, actor: Actor, target: Target): Promise<string[]> {
  const tokenHash = createHash('sha256').update(actor.token).digest()
  return asActor(database.app, { tokenHash }, target, async (_, entered) =>
    (Object.keys(permissions) as Permission[]).filter((permission) => isGranted(entered, permission, target)),
  )
}

function isGranted(entered: Entered, permission: Permission, target: Target): boolean {
  try {
    requirePermission(entered, permission, target)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
