import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import type { Tx } from '../platform/database.ts'

/** The province of what is for the whole country. */
export const wholeCountry = '00'

/** Who keeps entries: the same roles as `directory.write` and the rows' own policies. */
export const keepers = ['ward_officer', 'province_manager', 'case_manager']

/** Entries that are not withdrawn, hotlines first and among them what costs nothing: of these provinces, or the one asked for. */
export async function selectDirectory(
  tx: Tx,
  asked: { provinces?: readonly string[]; id?: string },
): Promise<(DirectoryEntry & { changedAt: Date })[]> {
  return tx<(DirectoryEntry & { changedAt: Date })[]>`
    select entry.id, entry.province, entry.kind, entry.name, entry.provider,
      entry.provider_organisation_id as "providerOrganisationId", entry.area, entry.description, entry.phone, entry.fee,
      entry.fee_note as "feeNote", entry.hours, entry.hours_note as "hoursNote", entry.languages, entry.for_whom as "forWhom",
      entry.capacity, entry.source, entry.owner_organisation_id as "ownerOrganisationId", entry.checked_on as "checkedOn",
      entry.next_check_on as "nextCheckOn", entry.changed_at as "changedAt",
      ${owned(tx)} as mine,
      coalesce((select jsonb_agg(jsonb_build_object('name', of.name, 'nameEn', of.name_en, 'validFrom', of.valid_from,
          'validTo', of.valid_to, 'source', of.source) order by of.valid_from nulls first)
        from directory_function of where of.province = entry.province and of.entry_id = entry.id), '[]') as functions,
      case when ${owned(tx)} then ${openReports(tx)} else 0 end as reports,
      exists (select from directory_street street where street.province = entry.province and street.entry_id = entry.id
        and street.organisation_id = any ((select policy.organisations('{shelter_manager}'))::uuid[])) as street
    from directory_entry entry
    where entry.withdrawn_on is null
      ${asked.provinces ? tx`and entry.province = any (${[...asked.provinces]})` : tx``}
      ${asked.id ? tx`and entry.id = ${asked.id}` : tx``}
    order by entry.kind <> 'hotline', entry.fee <> 'free', entry.province, entry.name`
}

const owned = (tx: Tx) =>
  tx`(entry.owner_organisation_id = any ((select policy.organisations(${keepers}::text[]))::uuid[]))`

// What was told on the day of a check, after it, counts again: the moment of the check is not kept, only its day.
const openReports = (tx: Tx) => tx`(
  select count(*)::int from directory_report report
  where report.province = entry.province and report.entry_id = entry.id
    and (entry.checked_on is null or (report.reported_at at time zone 'Asia/Ho_Chi_Minh')::date > entry.checked_on))`
