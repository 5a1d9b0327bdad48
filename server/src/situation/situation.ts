import { today } from '@ke-vai/contract/date/date.ts'
import {
  type Reliability,
  situationAccused,
  situationClubs,
  situationList,
  situationOpenAccused,
  situationRule,
  situationWrite,
} from '@ke-vai/contract/situation/situation.ts'
import { type Command, command } from '../platform/commands.ts'
import { clubsWith } from '../platform/guard.ts'
import { type Read, read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'

const police = { purpose: 'police' }
const boundTo = (noteId: string) => ({
  table: 'situation_accused',
  row: noteId,
  field: 'accused',
  version: 1,
})

const write = command(situationWrite, async (args, { tx, actor, province, vault, audit }) => {
  const refusal = situationRule(args, today())
  if (refusal) throw new Refused(refusal)
  await tx`
    insert into situation_note (province, id, club_id, on_day, text, reliability, recorded_by)
    values (${province}, ${args.noteId}, ${args.clubId}, ${args.onDay}, ${args.text.normalize('NFC')}, ${args.reliability}, ${actor.id})`
  if (args.accused !== '') {
    const [sealed = null] = await vault.seal(police, [{ bound: boundTo(args.noteId), value: args.accused }])
    await tx`insert into situation_accused (province, note_id, club_id, sealed)
      values (${province}, ${args.noteId}, ${args.clubId}, ${sealed})`
  }
  // The same fields whether or not somebody was named: the line is no hint.
  await audit({ subjectKind: 'situation_note', subjectId: args.noteId, fields: ['note'] })
  return { id: args.noteId }
})

const openAccused = command(situationOpenAccused, async (args, { tx, province, vault, audit }) => {
  // The line comes first: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'situation_note', subjectId: args.noteId, fields: ['accused'] })
  const [row] = await tx<{ sealed: Buffer }[]>`
    select sealed from situation_accused
    where province = ${province} and club_id = ${args.clubId} and note_id = ${args.noteId}`
  if (!row) throw new Refused('notFound')
  const [accused] = await vault.open(police, [{ bound: boundTo(args.noteId), sealed: row.sealed }])
  return { accused: String(accused) }
})

interface NoteRow {
  id: string
  onDay: string
  text: string
  reliability: Reliability
}

const firstDay = (year: number | undefined) => `${year ?? 2000}-01-01`
const lastDay = (year: number | undefined) => `${year ?? 9999}-12-31`

const list = read(situationList, async ({ params, query }, { tx, province }) => {
  const notes = await tx<NoteRow[]>`
    select id, on_day as "onDay", text, reliability from situation_note
    where province = ${province} and club_id = ${params.clubId}
      and on_day between ${firstDay(query.year)} and ${lastDay(query.year)}
    order by on_day desc, recorded_at desc limit 500`
  return { notes: [...notes] }
})

const listAccused = read(situationAccused, async ({ params, query }, { tx, province }) => {
  const notes = await tx<NoteRow[]>`
    select id, on_day as "onDay", text, reliability from situation_note
    where province = ${province} and club_id = ${params.clubId}
      and on_day between ${firstDay(query.year)} and ${lastDay(query.year)}
      and exists (select from situation_accused
        where situation_accused.province = situation_note.province and situation_accused.note_id = situation_note.id)
    order by on_day desc, recorded_at desc limit 500`
  return { notes: [...notes] }
})

const listClubs = read(situationClubs, async (_, { tx }) => {
  const day = today()
  const clubs = await tx<{ id: string; name: string }[]>`
    select club.id, club_name.name from club join club_name on club_name.province = club.province
      and club_name.club_id = club.id and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    where club.id = any (${clubsWith(tx, 'situation.accused.read')}) order by club_name.name`
  return { clubs: [...clubs] }
})

/** The situation's handlers: the door of this folder for the routes. */
export const situationCommands: Command[] = [write, openAccused]
export const situationReads: Read[] = [list, listAccused, listClubs]
