import type { FastifyInstance } from 'fastify'
import type { TestDatabase } from '../../../server/src/platform/testing/test-database.ts'
import type { Actor } from './actor.ts'
import type { Token } from './canary.ts'
import type { Relation } from './oracle.ts'

/** A club of the matrix with the ids of what lies in it, and its persons by relation. */
export interface Club {
  id: string
  province: string
  organisationId: string
  relation: Relation
  /** Of the arranger, of nobody with an account, and of the two actors who work in the club of the matrix. */
  members: { arranger: string; free: string; member: string | null; chair: string | null }
  /** An account with a role in the club that no member row names. */
  unlinkedAccount: string
  unlinkedGrant: string
  /** An account with another role there, to be given one. */
  newcomer: string
  ids: Record<'note' | 'session' | 'survey' | 'meeting', string>
}
export interface Person {
  id: string
  club: Club
  contact: string
  /** Sent with her consent. */
  referral: string
  consent: string
  mobilisation: string
  task: string
  /** A wish to erase her, of the arranger. */
  wish: string
  /** What was agreed with her before she goes abroad. */
  plan: string
  /** The unlinked account of her club is excluded from her. */
  exclusion: string
}

/** A case in each relation that a case can have (oracle-of-cases.ts). */
export interface Case {
  id: string
  organisationId: string
  /** An entry with words for the team. */
  entry: string
  /** Her stay at a shelter, under way. */
  stay: string
}

/** What of a case was sent to another organisation (oracle-of-sharing.ts says to which). */
export type Sent = Record<
  'consent' | 'referral' | 'transfer' | 'request' | 'tracing' | 'notice' | 'emergency',
  string
>

/** Beside a case: a club, with an open task (oracle-of-sharing.ts says who reaches it). */
export interface Companion {
  id: string
  task: string
}

export interface World {
  database: TestDatabase
  http: FastifyInstance
  /** Ids that tell of somebody or something. */
  ids: Map<string, Token>
  organisations: Record<
    | 'nation'
    | 'province'
    | 'ward'
    | 'hamlet'
    | 'ward2'
    | 'province2'
    | 'ward3'
    | 'police'
    | 'health'
    | 'centre',
    string
  >
  persons: Record<Relation, Person>
  cases: Map<Relation, Case>
  /** By the relation of the case from which it was sent. */
  sent: Map<Relation, Sent>
  /** The club beside the case in this relation: it is of the person's club in the same relation, and given to her companion. */
  companions: Map<Relation, Companion>
  /** The round of lists that the organisation in this relation leads. */
  rounds: Map<Relation, string>
  clubs: Club[]
  actors: Actor[]
  arranger: Actor
  /** An account that holds no role yet. */
  newcomer: string
  /** The role of somebody else at the commune of the matrix. */
  grantAtPlace: string
  mergeId: string
  send(actor: Actor, name: string, args: object): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** Phường Sóc Trăng of today, where the demo has no club. */
export const communeOfMatrix = { level: 'commune', code: '31507', validFrom: '2025-07-01' } as const

/** Months of each club: accepted and locked, submitted, met. */
export const months = {
  locked: '2025-01',
  submitted: '2025-02',
  met: '2025-03',
  unopened: '2025-05',
} as const

/** The case of this relation; for relations that no case has, her own. */
export function caseOf(world: World, relation: Relation): Case {
  const found = world.cases.get(relation) ?? world.cases.get('own')
  if (!found) throw new Error('the world has no cases')
  return found
}

/** The club in which something of this relation lies. */
export function clubOf(world: World, relation: Relation): Club {
  const found = world.clubs.find((club) => club.relation === relation) ?? world.clubs[0]
  if (!found) throw new Error('the world has no clubs')
  return found
}
