import {
  heldBy,
  inReach,
  type Lock,
  type Relation,
  reachesBeside,
  reachesOrganisations,
  reachesShared,
  type Seat,
} from './oracle.ts'
import {
  caseRights,
  mayWriteOfCase,
  reachesCase,
  receiving,
  seesOfTheProvince,
  taking,
} from './oracle-of-cases.ts'
import {
  besideRights,
  besideWrites,
  clocksOfTheLead,
  organisationRights,
  organisationWrites,
  sharedRights,
  sharedWrites,
} from './oracle-of-sharing.ts'

// Which rows of which table each role may read, add, change and remove in the database, whatever the server asks. Like
// oracle.ts written by hand and apart from the policies. Letters as there; a star: rows of persons assigned to her, or her own.

export type Verb = 'read' | 'add' | 'change' | 'remove'
type Rights = Partial<Record<Verb, string>>

const board: Rights = { read: 'm c w p o' }

/** Of things that lie in a club. A table that is missing here and holds a club_id fails the proof. */
export const rights: Readonly<Record<string, Rights>> = {
  club: { read: 'm c w p l o', add: 'w p', change: 'c w p' },
  club_name: { read: 'm c w p l o', add: 'w p', change: 'w p' },
  club_state_change: { ...board, add: 'w p' },
  club_statute: { ...board, add: 'c w', change: 'c w' },
  club_plan: { ...board, add: 'c w', change: 'c w p' },
  target: { ...board, add: 'c w p', remove: 'c w p' },
  member: { read: 'm c w o', add: 'c w o', change: 'c w' },
  person: { read: 'c w o m*', add: 'c o m*', change: 'c o m*' },
  person_group: { read: 'c w o m*', add: 'c o m*', change: 'c o m*' },
  person_identity: { read: 'c o m*', add: 'c o m*', change: 'c' },
  safe_contact: { read: 'c o m*', add: 'c o m*', change: 'c m*' },
  contact: { read: 'c w o m*', add: 'c o m*' },
  // One that was sent is added by nobody: it is prepared, agreed to, sent (the deeds try these).
  referral: { read: 'c w o m*', change: 'c m*' },
  screening: { read: 'c w o m*', add: 'c m*' },
  departure_plan: { read: 'c m*', add: 'c m*', change: 'c m*' },
  departure_check_in: { read: 'c m*', add: 'c m*' },
  mobilisation: { read: 'c w o m*', add: 'c o m*', change: 'c m*' },
  task: { read: 'c w o m*', add: 'c w o', change: 'c m*' },
  survey_round: { read: 'm c w', add: 'm c', change: 'm c' },
  situation_note: { read: 'c w l', add: 'm c' },
  situation_accused: { read: 'l', add: 'm c' },
  session: { ...board, add: 'm c o' },
  ledger_import: { read: 'c o', add: 'c o' },
  ledger_row: { read: 'c o', add: 'c o' },
  month_cycle: { ...board, add: 'c', change: 'c w' },
  month_entry: { read: 'c w o', add: 'c w' },
  month_text: { read: 'c w p o', add: 'c', change: 'c' },
  month_snapshot: { read: 'c w p o', add: 'c' },
  month_amendment: { read: 'c w p o', add: 'c' },
  meeting: { ...board, add: 'c', change: 'c' },
  meeting_restricted: { read: 'c w', add: 'c', change: 'c' },
  exclusion: { read: 'c w d', add: '', change: '' },
  person_merge: { read: 'c' },
  // Of the arranger here: nobody but she herself.
  member_background: {},
  meeting_attendance: { read: 'm c w o', add: 'c', remove: 'c' },
  // Whoever goes to her in the club; her case's team reads it too.
  escort: { read: 'c m*', change: 'c m*' },
  ...caseRights,
  ...organisationRights,
  companion: {},
  companion_task: {},
  ...Object.fromEntries(Object.keys(sharedRights).map((table) => [table, {}])),
}

/** Rows that every try may leave: of her own doing, and of the province's counter of codes. */
const anyone = ['command_log', 'audit_event', 'audit_chain', 'sign_in']

const assignedOnly: readonly Relation[] = ['team', 'same_organisation', 'sub_area', 'sibling', 'parent']
const ofPerson = [
  'person',
  'person_group',
  'person_identity',
  'safe_contact',
  'contact',
  'referral',
  'screening',
  'departure_plan',
  'departure_check_in',
  'mobilisation',
  'task',
  'exclusion',
  'person_merge',
  'escort',
]

/** May the actor do this to a row in this relation, by the rows' own lock? */
export function mayTouch(
  actor: { role: string | null; seat: Seat },
  table: string,
  verb: Verb,
  relation: Relation,
): boolean {
  if (table in besideRights) {
    const beside = besideRights[table]?.[verb]
    return beside !== undefined && reachesBeside(actor, beside, relation)
  }
  if (table in sharedRights) return reachesShared(actor, sharedRights[table]?.[verb] ?? {}, relation)
  if (verb === 'read' && table === 'case_deadline' && reachesShared(actor, clocksOfTheLead, relation))
    return true
  if (verb === 'read' && table === 'escort' && reachesShared(actor, { team: 'g* y* h*' }, relation))
    return true
  // Each person is referred to the agency below the ward: whoever answers there reads it, of whichever club she is.
  if (verb === 'read' && table === 'referral' && heldBy('r', actor.role) !== null)
    return reachesOrganisations(actor.seat) && relation !== 'excluded' && relation !== 'erased'
  const held = heldBy(rights[table]?.[verb] ?? '', actor.role)
  if (held === null || !inReach(actor.seat, relation)) return false
  // A club is made in an organisation, which whoever holds her role at a commune does not reach here.
  if (table === 'club' && verb === 'add' && !reachesOrganisations(actor.seat)) return false
  if (table in organisationRights) return reachesOrganisations(actor.seat)
  if (table in caseRights)
    return (
      reachesOrganisations(actor.seat) &&
      (reachesCase(held, relation) || seesOfTheProvince(table, actor.role))
    )
  if (relation === 'excluded' && ofPerson.includes(table)) return false
  // An erased person is not there; what was done for her stays for the counts and is changed no more.
  if (relation === 'erased' && ofPerson.includes(table))
    if (
      verb !== 'read' ||
      table === 'person' ||
      table === 'screening' ||
      (held === 'assigned' && table !== 'mobilisation')
    )
      return false
  if (
    relation === 'merged' &&
    verb === 'add' &&
    ['contact', 'screening', 'departure_plan', 'departure_check_in'].includes(table)
  )
    return false
  // A line that stands for another is changed by the board alone, which may take the merge back.
  if (relation === 'merged' && table === 'person' && verb === 'change') return actor.role === 'club_chair'
  return held === 'all' || !assignedOnly.includes(relation)
}

/** What two people together write beyond what one of them may: an erasure clears, a merge leaves its paper. */
const byTwo: Readonly<Record<string, readonly string[]>> = {
  'person.erase': [
    'person_identity',
    'safe_contact',
    'identity_index',
    'person_key',
    'task',
    'contact',
    'screening',
    'departure_plan',
    'departure_check_in',
  ],
  'person.merge': ['person_merge'],
}

/** May the actor write this row by a command on which another agreed? */
export const mayWriteAgreed = (
  actor: { role: string | null },
  command: string,
  table: string,
  relation: Relation | null,
): boolean =>
  actor.role === 'club_chair' &&
  byTwo[command]?.includes(table) === true &&
  (relation === 'own' || relation === 'merged')

const verbs: Readonly<Record<string, Verb>> = { INSERT: 'add', UPDATE: 'change', DELETE: 'remove' }

/** The same of a row that a try really wrote. */
export function mayWrite(
  actor: { role: string | null; seat: Seat },
  accountId: string,
  { table, verb, row }: { table: string; verb: string; row: Record<string, unknown> },
  relation: Relation | null,
  _lock: Lock,
): boolean {
  if (anyone.includes(table)) return row.account_id === undefined || row.account_id === accountId
  if (table === 'member_background') return relation === 'own' && heldBy('m c', actor.role) !== null
  // Set in her own name alone, so that the copy of another's row, which the direct tries add, is refused.
  if (table === 'exclusion' && relation !== null)
    return heldBy('c w d', actor.role) !== null && inReach(actor.seat, relation) && relation !== 'excluded'
  // A screening gives the board a task, and a plan of going away gives one to whoever goes to her.
  if (table === 'task' && ['screening', 'departure'].includes(String(row.origin)) && verb === 'INSERT')
    return heldBy('c m', actor.role) !== null
  // A club that takes somebody to the commune opens her case at the agency, and never reads it.
  // Who may is whoever goes to her, as with a screening.
  if (table === 'escort' || (table === 'case_file' && row.new_case === true && row.channel === 'club'))
    return relation !== null && mayTouch(actor, 'screening', 'add', relation)
  // Whoever is on the team adds entries in her own name; whoever receives opens a reception in hers.
  if (table === 'case_entry' && verb === 'INSERT' && row.recorded_by === accountId && relation !== null)
    if (
      inReach(actor.seat, relation) &&
      reachesOrganisations(actor.seat) &&
      reachesCase(heldBy('g* y* h*', actor.role), relation)
    )
      return true
  // Of a person in a club's register whoever goes to her writes her consent, refers her and tells the club of an end.
  if (table === 'consent' && row.case_id === null && relation !== null)
    return mayTouch(actor, 'referral', 'change', relation)
  if (
    table === 'referral' &&
    row.case_id === null &&
    verb === 'INSERT' &&
    row.state !== null &&
    relation !== null
  )
    return row.recorded_by === accountId && mayTouch(actor, 'referral', 'change', relation)
  if (table === 'sharing_notice' && row.club_id !== null && relation !== null)
    return heldBy('c m', actor.role) !== null && inReach(actor.seat, relation)
  const beside = besideWrites[table]?.[verbs[verb] ?? 'change']
  if (beside && relation !== null && row.new_case !== true && reachesBeside(actor, beside, relation))
    return true
  const side = sharedWrites[table]
  if (side && row.new_case !== true && relation !== null && (table !== 'referral' || row.case_id !== null)) {
    const mine = table in sharedRights || table === 'referral'
    if (reachesShared(actor, side, relation)) return true
    if (mine) return false
  }
  const organised = organisationWrites[table]
  if (organised !== undefined && relation !== null)
    return (
      (verb !== 'INSERT' || table !== 'reception' || row.recorded_by === accountId) &&
      heldBy(organised, actor.role) !== null &&
      inReach(actor.seat, relation) &&
      reachesOrganisations(actor.seat)
    )
  if (table in caseRights && relation !== null) {
    const isNew = row.new_case === true
    const held = heldBy(isNew ? receiving : taking, actor.role)
    const reached = inReach(actor.seat, relation) && reachesOrganisations(actor.seat)
    if (reached && mayWriteOfCase(held, isNew, table, relation)) return true
    if (isNew) return false
  }
  if (!rights[table] || relation === null) return true
  return mayTouch(actor, table, verbs[verb] ?? 'change', relation)
}
