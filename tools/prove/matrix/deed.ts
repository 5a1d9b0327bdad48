import type { Tx } from '../../../server/src/platform/database.ts'
import type { Actor } from './actor.ts'
import type { Relation } from './oracle.ts'
import type { Papers } from './papers.ts'
import type { about } from './requests.ts'
import type { World } from './world.ts'

/** What one deed is done with. */
export interface Asked extends ReturnType<typeof about> {
  tx: Tx
  world: World
  actor: Actor
  papers: Papers
}
type Did = Promise<{ count: number }> | PromiseLike<{ count: number }>

/** Something tried on rows of one table, in a transaction that is undone. */
export interface Deed {
  table: string
  /** 'account: read her own', as the oracle of deeds calls it. */
  name: string
  over: readonly Relation[]
  run(asked: Asked): Did
}

/** Describes a deed on rows of a table. */
export const deed =
  (table: string) =>
  (what: string, over: readonly Relation[], run: (asked: Asked) => Did): Deed => ({
    table,
    name: `${table}: ${what}`,
    over,
    run,
  })
