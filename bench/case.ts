import type { Vaults } from '../server/src/platform/vault.ts'
import type { Bare, Plan } from './bare.ts'
import type { Answered, Client } from './client.ts'
import type { Measured } from './load.ts'

/** One thing that is measured: through the product, and the same statements through the driver alone. */
export interface Case {
  name: string
  ours(client: Client, turn: number): Promise<Answered>
  plan: Plan
  /** What stands in this turn in the place of what was heard. */
  swap?(turn: number): [heard: unknown, now: unknown][]
  /** Asked by the chair of the big club. */
  big?: boolean
  /** Measured with eight callers too. */
  many?: boolean
  /** Leaves contacts and audit lines behind. */
  writes?: boolean
  /** How often the product itself lets it be done in a minute. */
  most?: number
}

/** A chair of the ordinary club who opens identities. */
export interface Opener {
  accountId: string
  client: Client
}

/** What cases are made from: the people of the measured clubs, and the two ways to the data. */
export interface Ground {
  measured: Measured
  bare: Bare
  vaults: Vaults
  ordinaryPeople: readonly string[]
  bigPeople: readonly string[]
  ordinaryClient: Client
  bigClient: Client
  openers: readonly Opener[]
}
