import { randomUUID } from 'node:crypto'
import { clubCreate } from '@ke-vai/contract/club/club.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { getPlaceAsOf } from '../place/place.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireProgramme } from './programmes.ts'

const placeUnknown = refuse(
  'place_unknown',
  {
    vi: 'Không có phường, xã nào mang mã này vào ngày đó. Xin chọn lại địa bàn.',
    en: 'No commune bore this code on that day. Please choose the place again.',
  },
  'placeCode',
)
const codeTaken = refuse(
  'club_code_taken',
  {
    vi: 'Mã này đã có câu lạc bộ dùng. Xin chọn mã khác.',
    en: 'Another club uses this code. Please choose another.',
  },
  'code',
)

/** With a decision the club prepares at once; without, it is a proposal. Being active is never given here. */
export const createClub = command(clubCreate, async (args, { tx, actor, audit }) => {
  const [organisation] = await tx<{ province: string }[]>`
    select province from organisation where id = ${args.organisationId}`
  if (!organisation) throw new Refused('notFound')
  if (!(await getPlaceAsOf(tx, 'commune', args.placeCode, args.placeAsOf))) throw new Refused(placeUnknown)
  await requireProgramme(tx, args.programmeId)
  const { province } = organisation
  const decided = args.decisionNo !== null && args.decisionOn !== null
  const state = decided ? 'preparing' : 'proposed'
  const inserted = await tx`
    insert into club (province, id, code, managing_organisation_id, programme_id, kind, place_code, place_as_of,
      decision_no, decision_on, launched_on, started_on, pilot, state)
    values (${province}, ${args.clubId}, ${args.code}, ${args.organisationId}, ${args.programmeId}, ${args.kind},
      ${args.placeCode}, ${args.placeAsOf}, ${args.decisionNo}, ${args.decisionOn}, ${args.launchedOn},
      ${args.startedOn}, ${args.pilot}, ${state})
    on conflict (code) do nothing returning id`
  if (inserted.length === 0) throw new Refused(codeTaken)
  const known = [args.decisionOn, args.launchedOn, args.startedOn, today()].filter((day) => day !== null)
  const from = known.reduce((earliest, day) => (day < earliest ? day : earliest))
  await tx`insert into club_name (province, club_id, name, valid_from)
    values (${province}, ${args.clubId}, ${cleanText(args.name)}, ${from})`
  await tx`insert into club_state_change (province, id, club_id, state, on_day, by_account_id)
    values (${province}, ${randomUUID()}, ${args.clubId}, ${state}, ${from}, ${actor.id})`
  await audit({ subjectKind: 'club', subjectId: args.clubId, fields: ['name', 'place', 'decision'] })
  return { id: args.clubId }
})
