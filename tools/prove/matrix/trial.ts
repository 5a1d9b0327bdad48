import type { FastifyInstance } from 'fastify'
import { makeProduct } from '../../../server/src/product.ts'
import type { Lock } from './oracle.ts'
import { undoing, type Written } from './watched.ts'
import type { World } from './world.ts'

/** One product whose transactions are undone, used for one try at a time, so that what is written is known to be its. */
export interface Lane {
  http: FastifyInstance
  written: Written[]
}

export async function makeLane({ database }: World): Promise<Lane> {
  const written: Written[] = []
  const app = undoing(database.app, (each) => written.push(each))
  const http = await makeProduct({ ...database, app }, database.vault)
  await http.ready()
  return { http, written }
}

/** What a try is made with. */
export interface Trial {
  world: World
  lane: Lane
  lock: Lock
  /** Answers to random ids, kept: they must not differ from the answers to what is hidden. */
  nothing: Map<string, string>
  /** Another's yes, the arguments sent with it and what is said to them; else the cell's own arguments are sent without one. */
  agreed?: { approvalId: string; args: object; said: string }
}
