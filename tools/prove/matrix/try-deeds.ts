import { asActor } from '../../../server/src/platform/actor.ts'
import type { Actor } from './actor.ts'
import type { Deed } from './deed.ts'
import { deeds } from './deeds.ts'
import { deedLines, mayDo, openToAll } from './oracle-of-deeds.ts'
import type { Papers } from './papers.ts'
import { about } from './requests.ts'
import { attempt } from './try-rows.ts'
import type { World } from './world.ts'

/** Deeds of which the oracle says nothing, and lines of the oracle for deeds that nobody tries. */
export function withoutDeeds(): string[] {
  const names = new Set(deeds.map(({ name }) => name))
  return [
    ...deeds
      .filter(({ name }) => !deedLines[name])
      .map(({ name }) => `${name}: no line (oracle-of-deeds.ts)`),
    ...Object.keys(deedLines)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: nobody tries it (deeds.ts)`),
  ]
}

/** Becomes each actor in the database itself and tries the deeds, each undone; `enough` wrong ones end it. */
export async function tryDeeds(
  world: World,
  papers: Papers,
  actors: readonly Actor[],
  wanted: readonly Deed[],
  enough = Number.POSITIVE_INFINITY,
): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = []
  let tried = 0
  for (const actor of actors) {
    if (wrong.length >= enough) break
    await asActor(world.database.operator, { accountId: actor.accountId }, {}, async (tx) => {
      for (const deed of wanted)
        for (const relation of deed.over) {
          if (wrong.length >= enough) return
          tried += 1
          const asked = { ...about(world, relation), world, actor, papers }
          const did = await attempt(tx, async (inner) => deed.run({ ...asked, tx: inner }))
          if (did !== mayDo(actor, deed.name, relation))
            wrong.push(`${actor.name} · ${deed.name} · ${relation}: ${did ? 'done' : 'not done'}`)
        }
    })
  }
  return { tried, wrong }
}

/** Somebody who speaks SQL as the app and has entered as nobody: which tables let her read a row? */
export async function readUnentered(world: World, tables: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const table of tables) {
    if (openToAll.includes(table)) continue
    await world.database.app.begin(async (tx) => {
      if (await attempt(tx, (inner) => inner`select from ${inner(table)} limit 1`))
        wrong.push(`somebody who has not entered · read ${table}: done`)
    })
  }
  return wrong
}
