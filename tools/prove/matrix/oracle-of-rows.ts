import { heldBy, inReach, type Lock, type Relation, type Seat } from './oracle.ts'

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
  referral: { read: 'c w o m*', add: 'c o m*', change: 'c m*' },
  screening: { read: 'c w o m*', add: 'c m*' },
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
  'mobilisation',
  'task',
  'exclusion',
  'person_merge',
]

/** May the actor do this to a row in this relation, by the rows' own lock? */
export function mayTouch(
  actor: { role: string | null; seat: Seat },
  table: string,
  verb: Verb,
  relation: Relation,
): boolean {
  const held = heldBy(rights[table]?.[verb] ?? '', actor.role)
  if (held === null || !inReach(actor.seat, relation)) return false
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
  if (relation === 'merged' && verb === 'add' && ['contact', 'referral', 'screening'].includes(table))
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
  // A screening gives the board a task.
  if (table === 'task' && row.origin === 'screening' && verb === 'INSERT')
    return heldBy('c m', actor.role) !== null
  if (!rights[table] || relation === null) return true
  return mayTouch(actor, table, verbs[verb] ?? 'change', relation)
}
