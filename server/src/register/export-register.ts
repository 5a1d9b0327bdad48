import type { TargetGroup } from '@ke-vai/contract/register/codes.ts'
import {
  exportPurposes,
  mostExported,
  nobodyToExport,
  registerExport,
  tooManyToExport,
} from '@ke-vai/contract/register/export.ts'
import type { ResultSet } from '../platform/approval.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { withinReach } from '../platform/guard.ts'
import { Refused } from '../platform/refused.ts'
import { selectIdentities } from './identity.ts'
import { type ExportedPerson, makeNameList } from './name-list.ts'
import { keptPersons, mergedLines } from './one-person.ts'

type Context = Pick<CommandContext, 'tx' | 'reach' | 'province'>
type Found = Omit<ExportedPerson, 'identities'> & { id: string; lines: string[] }

/** Whom the list would name: of the club, of the group, reached by the actor; each with all of her lines. */
async function selectExported(
  { tx, reach, province }: Context,
  { clubId, group }: { clubId: string; group: TargetGroup | null },
): Promise<Found[]> {
  const rows = await tx<Found[]>`
    with line as materialized ${mergedLines(tx, clubId)}
    select person.id, person.code, person.status,
      array(select line.id from line where line.kept = person.id order by 1) as lines,
      array(select distinct target_group from person_group where person_group.province = ${province} and until is null
        and person_group.person_id = any (array(select person.id union all select line.id from line where line.kept = person.id))
        order by 1) as groups
    from ${keptPersons(tx, province, clubId)} as person
    where person.status <> 'statistics_only' and ${withinReach(tx, reach)}
    order by person.code`
  const asked = rows.filter((row) => group === null || row.groups.includes(group))
  if (asked.length === 0) throw new Refused(nobodyToExport)
  if (asked.length > mostExported) throw new Refused(tooManyToExport)
  return asked
}

const allLines = (persons: readonly Found[]) => persons.flatMap(({ id, lines }) => [id, ...lines])

export const exportRegister = command(
  registerExport,
  async (args, context) => {
    const { tx, actor, province, vault, audit } = context
    const persons = await selectExported(context, args)
    const ids = allLines(persons)
    const fields = ['name', ...[...args.fields].sort()]
    // The lines come first, one for the list and one for each person in it: if they cannot be written, nothing is opened.
    const list = [...fields, `persons_${persons.length}`]
    await audit({
      subjectKind: 'register_export',
      subjectId: args.exportId,
      fields: list,
      reason: args.purpose,
    })
    for (const subjectId of ids)
      await audit({ subjectKind: 'person', subjectId, fields, reason: args.purpose })
    const identities = await selectIdentities(tx, vault, { province, clubId: args.clubId }, ids)
    const [account] = await tx<
      { name: string }[]
    >`select display_name as name from account where id = ${actor.id}`
    const file = await makeNameList({
      exportId: args.exportId,
      by: account?.name ?? actor.id,
      at: new Date(),
      purpose: exportPurposes[args.purpose].vi,
      fields: args.fields,
      persons: persons.map(({ id, lines, ...person }) => ({
        ...person,
        identities: [id, ...lines].flatMap((line) => identities.get(line) ?? []),
      })),
    })
    const fileName = `danh-sach-${args.exportId.slice(0, 8)}.xlsx`
    return { fileName, file: Buffer.from(file).toString('base64'), rows: persons.length }
  },
  async (args, context): Promise<ResultSet> => {
    const persons = await selectExported(context, args)
    return { ids: allLines(persons), counts: { persons: persons.length } }
  },
)
