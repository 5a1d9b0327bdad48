import type { Relation } from './oracle.ts'
import type { Case, Club, Companion, Person, Sent, World } from './world.ts'

/** What a request of one relation is about: real ids, or random ones for a thing that is nowhere. */
export interface About {
  relation: Relation
  club: Club
  person: Person
  organisationId: string
  case: Case
  /** What was sent of this case; and what reached this organisation. */
  sent: Sent
  received: Sent
  companion: Companion
  round: string
}

/** The params (and query) of a read, or the arguments of a command; several ways to ask one read are several. */
export type Ask = (about: About, world: World) => object | object[]
