import { randomUUID } from 'node:crypto'
import { directoryStreetOpen, directoryStreetSet } from '@ke-vai/contract/directory/directory.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { holdEntry } from './keep-entry.ts'

// A key of its own: what it seals opens for shelter managers of the organisation that the row names, and the vault asks
// the database about them itself.
const key = { purpose: 'shelter_street' }
const boundTo = (row: string) => ({ table: 'directory_street', row, field: 'street', version: 1 })

export const setStreet = command(directoryStreetSet, async (args, { tx, vault, audit }) => {
  const province = await holdEntry(tx, args)
  const known = await tx`select id from organisation where id = ${args.shelterOrganisationId}`
  if (known.length === 0) throw new Refused('notFound')
  const id = randomUUID()
  const [sealed = null] = await vault.seal(key, [{ bound: boundTo(id), value: args.street }])
  await tx`insert into directory_street (province, id, entry_id, organisation_id, sealed)
    values (${province}, ${id}, ${args.entryId}, ${args.shelterOrganisationId}, ${sealed})`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['street'] })
  return { done: true as const }
})

export const openStreet = command(directoryStreetOpen, async (args, { tx, vault, audit }) => {
  const [row] = await tx<{ id: string; sealed: Buffer }[]>`
    select street.id, street.sealed from directory_street street
      join directory_entry entry on entry.province = street.province and entry.id = street.entry_id
    where street.entry_id = ${args.entryId} and street.organisation_id = ${args.organisationId}
      and entry.withdrawn_on is null
    order by street.set_at desc limit 1`
  if (!row) throw new Refused('notFound')
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['street'] })
  const [street] = await vault.open(key, [{ bound: boundTo(row.id), sealed: row.sealed }])
  return { street: String(street) }
})
