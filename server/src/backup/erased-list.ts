import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Sql, Tx } from '../platform/database.ts'

/**
 * A certificate of erasure as it is kept outside of the database, one a line: ids, a ground, a hash, a moment. Whatever
 * backup comes back, these persons stay forgotten.
 */
const erased = z.object({
  province: z.string(),
  id: z.uuid(),
  clubId: z.uuid(),
  personId: z.uuid(),
  ground: z.string(),
  keyHash: z.string(),
  erasedAt: z.string(),
})
export type Erased = z.infer<typeof erased>

/** The list stands beside the master key: whoever moves the one moves the other. */
export const erasedListPath = (dataDir: string) => join(dataDir, 'keys', 'erased.jsonl')

/** Everybody on the list; a last line that a kill cut short is left out, and written again by the next start. */
export async function readErasedList(dataDir: string): Promise<Erased[]> {
  const text = await readFile(erasedListPath(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      const read = erased.safeParse(JSON.parse(line))
      return read.success ? [read.data] : []
    } catch {
      return []
    }
  })
}

/** Adds those that are not on the list yet; on the disk when this returns. */
export async function addToErasedList(dataDir: string, certificates: readonly Erased[]): Promise<void> {
  const known = new Set((await readErasedList(dataDir)).map(({ id }) => id))
  const fresh = certificates.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const file = await open(erasedListPath(dataDir), 'a', 0o600)
  try {
    // A line cut short by a kill must not swallow the next one.
    await file.write(`\n${fresh.map((each) => JSON.stringify(each)).join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The certificates that a database holds, or a table of its shape. */
export async function selectErased(sql: Sql | Tx, table = 'erasure'): Promise<Erased[]> {
  const rows = await sql<(Omit<Erased, 'keyHash'> & { keyHash: Buffer })[]>`
    select province, id, club_id as "clubId", person_id as "personId", ground, key_hash as "keyHash", erased_at::text as "erasedAt"
    from ${sql(table)} order by erased_at, id`
  return rows.map((row) => ({ ...row, keyHash: row.keyHash.toString('hex') }))
}
