import { directory, type SeededEntry } from '../../../database/seed/directory.ts'
import { demoId } from '../demo/demo.ts'
import type { Sql, Tx } from '../platform/database.ts'

/** The fixed id of a seeded entry. */
export const seededId = (key: string): string => demoId(`directory/${key}`)

/**
 * Puts the numbers that the directory begins with where they are missing; what people changed or withdrew since stays.
 * As the deploy.
 */
export async function loadDirectory(sql: Sql, isDemo: boolean): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local role ke_vai_owner`
    for (const each of directory) if (isDemo || !each.demo) await loadEntry(tx, each)
  })
}

async function loadEntry(tx: Tx, each: SeededEntry): Promise<void> {
  const [id, provider] = [seededId(each.key), demoId(`organisation/${each.key}`)]
  const added = await tx`
    insert into directory_entry (province, id, owner_organisation_id, provider, provider_organisation_id, kind, name,
      description, area, phone, fee, fee_note, hours, hours_note, languages, for_whom, capacity, source)
    select ${each.province}, ${id},
      coalesce((select organisation.id from organisation where organisation.id = ${demoId(`organisation/${each.owner}`)}),
        ${demoId('organisation/union')}),
      ${each.provider}, (select organisation.id from organisation where organisation.id = ${provider}), ${each.kind},
      ${each.name}, ${each.description}, ${each.area}, ${each.phone}, ${each.fee}, ${each.feeNote}, ${each.hours},
      ${each.hoursNote}, ${each.languages}::text[], ${each.forWhom}::text[], ${each.capacity}, ${each.source}
    on conflict do nothing returning id`
  if (added.length === 0) return
  for (const [i, of] of each.functions.entries())
    await tx`
      insert into directory_function (province, id, entry_id, name, name_en, valid_from, source)
      values (${each.province}, ${demoId(`directory/${each.key}/${i}`)}, ${id}, ${of.name}, ${of.nameEn}, ${of.from}, ${of.source})`
}
