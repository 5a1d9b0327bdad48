import { heldBy, inReach, type Relation, type Seat } from './oracle.ts'

// What each may do in the database itself where the copy of another's row tells nothing: rows of accounts and their ways
// in, of roles, wishes and invitations, of the audit, of papers that hang on two people. Written by hand, apart from the
// policies. Letters as in oracle.ts; 'anyone': whoever has entered; 'holder': whoever holds any role there.

interface DeedLine {
  may: string
  at?: 'club' | 'organisation' | 'person'
  /** An erased person's line is there for these. */
  erasedToo?: string
}

const anyone: DeedLine = { may: 'anyone' }
const nobody: DeedLine = { may: 'nobody' }
const atClub = (may: string): DeedLine => ({ may, at: 'club' })
const atOrganisation = (may: string): DeedLine => ({ may, at: 'organisation' })
const ofPerson = (may: string): DeedLine => ({ may, at: 'person' })

/** Every deed by its table and what is tried. A deed without a line, or a line without a deed, fails the proof. */
export const deedLines: Readonly<Record<string, DeedLine>> = {
  'account: read her own': anyone,
  'account: read another': nobody,
  'account: rename herself': nobody,
  'account: read a hash': nobody,

  'sign_in: read her own': anyone,
  'sign_in: read of another': nobody,
  'sign_in: end her own': anyone,
  'sign_in: open her own again': nobody,
  'sign_in: end all others': nobody,
  'sign_in: prove herself by writing': nobody,
  'passkey: read her own': anyone,
  'passkey: read of another': nobody,
  'passkey: remove her own': anyone,
  'passkey: remove all others': nobody,
  'passkey: add': nobody,
  'authenticator: add her own': anyone,
  'authenticator: add for another': nobody,
  'authenticator: read of another': nobody,
  'authenticator: remove all others': nobody,
  'command_log: add her own': anyone,
  'command_log: add for another': nobody,
  'command_log: read of another': nobody,
  'command_log: remove': nobody,

  // Who holds which role is read by whoever answers for the place.
  'role_grant: read at a club': atClub('c w p d a s'),
  'role_grant: read at an organisation': atOrganisation('w p d a s'),
  'role_grant: read her own': { may: 'holder' },
  // A member's role takes one person; a powerful one two, on exactly this.
  'role_grant: give a member': atClub('c w p'),
  'role_grant: give a member in the name of another': nobody,
  'role_grant: give herself': nobody,
  'role_grant: give a board alone': nobody,
  'role_grant: give a board, agreed': atClub('w p'),
  'role_grant: give a board by the yes to another': nobody,
  'role_grant: end a member': atClub('c w p'),
  'role_grant: end in the name of another': nobody,
  'role_grant: remove': nobody,

  // A wish about a person is read by the board that asked and by whoever answers for it.
  // It is the paper of what two agreed on, and stays when she is erased.
  'approval: read a wish about a person': { ...ofPerson('c w d'), erasedToo: 'c w d' },
  'approval: read her own': anyone,
  'approval: ask': atClub('holder'),
  'approval: ask in the name of another': nobody,
  'approval: ask and agree': nobody,
  'approval: agree to a wish about a person': { ...ofPerson('w d'), erasedToo: 'w d' },
  'approval: agree in the name of another': nobody,
  'approval: agree too late': nobody,
  'approval: agree to her own': nobody,
  'approval: use of another': nobody,
  'approval: use her own': anyone,
  'approval: use her own, not agreed': nobody,
  'approval: change another, nothing': nobody,
  'approval: remove': nobody,

  'invitation: read at a club': atClub('c w p s'),
  'invitation: read at an organisation': atOrganisation('w p s'),
  'invitation: read its secret': nobody,
  'invitation: make a member': atClub('c w p'),
  'invitation: make in the name of another': nobody,
  'invitation: make one that lasts': nobody,
  'invitation: make a board alone': nobody,
  'invitation: make a board, agreed': atClub('w p'),
  'invitation: cancel at a club': atClub('c w p s'),
  'invitation: cancel at an organisation': atOrganisation('w p s'),
  'invitation: cancel a used one': nobody,
  'invitation: revive': nobody,
  'invitation: remove': nobody,

  // Whoever looks after the data reads all but what tells of a person from whom she is kept; the others read who opened her.
  'audit_event: read a line of the club': atClub('d a'),
  'audit_event: read who opened her': { ...ofPerson('c m* d a'), erasedToo: 'd a' },
  'audit_event: read who opened a note': { ...ofPerson('c m* d a'), erasedToo: 'd a' },
  'audit_event: add': nobody,
  'audit_event: change': nobody,
  'audit_event: remove': nobody,

  'erasure: read': atClub('c d'),
  'erasure: add, agreed': ofPerson('c'),
  'erasure: add alone': nobody,
  'erasure: change': nobody,

  // The app puts the hashes of a name there with the person; it finds whose they are and never reads them.
  'identity_index: find': ofPerson('c o m*'),
  'identity_index: read a token': nobody,
  'identity_index: add to one who has none': ofPerson('c o m*'),
  'identity_index: add to one who has some': nobody,
  'identity_index: remove': ofPerson('c'),
  'identity_index: remove all': nobody,
  'person_key: add': ofPerson('c o m*'),
  'person_key: read': nobody,
  'person_key: remove': nobody,

  // What is no secret among those who have entered, and is written by the deploy alone.
  'organisation: read': anyone,
  'organisation: change': nobody,
  'organisation_name: read': anyone,
  'organisation_name: change': nobody,
  'programme: read': anyone,
  'programme: change': nobody,
  'programme_name: read': anyone,
  'programme_name: change': nobody,
  'parameter: read': anyone,
  'parameter: change': nobody,
  'deployed: read what is not for her': nobody,
  'deployed: change': nobody,

  'person_code_counter: count in her province': { may: 'm c o' },
  'person_code_counter: count in another province': nobody,
  'person_code_counter: begin another province': nobody,
}

/** Tables of which somebody who has not entered reads a row: places are public, and custody is said before signing in. */
export const openToAll: readonly string[] = ['place', 'place_succession', 'deployed']

const assignedToOthers: readonly Relation[] = ['team', 'same_organisation', 'sub_area', 'sibling', 'parent']

/** May the actor do this, by the rows' own lock, at or to what stands to her in this relation? */
export function mayDo(actor: { role: string | null; seat: Seat }, name: string, relation: Relation): boolean {
  const line = deedLines[name]
  if (!line) throw new Error(`the oracle has no line for the deed ${name}`)
  if (line.may === 'anyone' || line.may === 'nobody') return line.may === 'anyone'
  const held = line.may === 'holder' ? (actor.role === null ? null : 'all') : heldBy(line.may, actor.role)
  if (held === null) return false
  if (line.at === undefined) return true
  if (!inReach(actor.seat, relation)) return false
  if (line.at === 'organisation') return actor.seat !== 'club'
  if (line.at === 'club') return true
  if (relation === 'excluded') return false
  if (relation === 'erased') return heldBy(line.erasedToo ?? '', actor.role) !== null
  return held === 'all' || !assignedToOthers.includes(relation)
}
