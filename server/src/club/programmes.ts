import { programmeList } from '@ke-vai/contract/club/reads.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

const programmeUnknown = refuse(
  'programme_unknown',
  { vi: 'Chưa có chương trình này. Xin chọn lại.', en: 'There is no such programme. Please choose again.' },
  'programmeId',
)

/** Refuses with `programme_unknown` when a programme is named that does not exist. */
export async function requireProgramme(tx: Tx, programmeId: string | null): Promise<void> {
  if (programmeId === null) return
  const known = await tx`select id from programme where id = ${programmeId}`
  if (known.length === 0) throw new Refused(programmeUnknown)
}

export interface Programme {
  id: string
  name: string
  otherNames: string[]
}

/** Every programme with all its spellings, by id. There are few. */
export async function selectProgrammes(tx: Tx): Promise<Map<string, Programme>> {
  const rows = await tx<{ id: string; name: string }[]>`
    select programme_id as id, name from programme_name order by programme_id, main desc, name`
  const programmes = new Map<string, Programme>()
  for (const row of rows) {
    const known = programmes.get(row.id)
    if (known) known.otherNames.push(row.name)
    else programmes.set(row.id, { id: row.id, name: row.name, otherNames: [] })
  }
  return programmes
}

export const listProgrammes = read(programmeList, async (_, { tx }) => ({
  programmes: [...(await selectProgrammes(tx)).values()],
}))
