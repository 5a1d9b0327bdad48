import { heldBy, inReach, type Relation, reachesOrganisations, reachesShared, type Seat } from './oracle.ts'

// What each may do in the database itself where the copy of another's row tells nothing: rows of accounts and their ways
// in, of roles, wishes and invitations, of the audit, of papers that hang on two people. Written by hand, apart from the
// policies. Letters as in oracle.ts; 'anyone': whoever has entered; 'holder': whoever holds any role there.

interface DeedLine {
  may: string
  /** 'place': the commune of the matrix, below the province's organisation too. */
  at?: 'club' | 'organisation' | 'person' | 'case' | 'place' | 'sent'
  /** Of what was sent: to whom it was addressed. */
  received?: string
  /** Whoever holds one of these roles at whatever seat. */
  anywhere?: string
  /** Of cases: which relations may be touched, when not those on whose team she is. */
  only?: readonly Relation[]
  /** An erased person's line is there for these. */
  erasedToo?: string
}

const anyone: DeedLine = { may: 'anyone' }
const nobody: DeedLine = { may: 'nobody' }
const atClub = (may: string): DeedLine => ({ may, at: 'club' })
const atOrganisation = (may: string): DeedLine => ({ may, at: 'organisation' })
const atPlace = (may: string): DeedLine => ({ may, at: 'place' })
const sent = (may: string, received = ''): DeedLine => ({ may, at: 'sent', received })
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
  'departure_plan: change one that has ended': nobody,
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
  // At a commune: by whoever holds her own role there as a place, or in an organisation that stands over it.
  'role_grant: read at a place': atPlace('w p d a s'),
  'role_grant: give at a place alone': nobody,
  'role_grant: give at a place, agreed': atPlace('p s'),
  'role_grant: give at a place by the yes to an organisation': nobody,
  'role_grant: end at a place': atPlace('p s'),
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

  // The directory is read by whoever has entered; its owner keeps it, and only the shelter team finds a street.
  'directory_entry: read': anyone,
  'directory_entry: add': atOrganisation('w p g'),
  'directory_entry: add in the name of another': nobody,
  'directory_entry: keep true': atOrganisation('w p g'),
  'directory_function: read': anyone,
  'directory_function: add': nobody,
  'directory_street: read': atOrganisation('h'),
  'directory_street: seal': atOrganisation('w p g h'),
  'directory_report: read': atOrganisation('w p g'),
  'directory_report: tell': anyone,
  'directory_report: tell in the name of another': nobody,
  // Whoever opens a case, and whoever announces one: a body's liaison, a club.
  'case_code_counter: count in her province': { may: 'g h l', at: 'organisation', anywhere: 'm c' },
  'case_code_counter: count in another province': nobody,
  'case_file: open one that waits': atOrganisation('g h'),
  'case_file: open one in the name of another': nobody,
  'case_file: open one that she carries already': nobody,
  'case_member: take one that waits': { may: 'g', at: 'case', only: ['same_organisation'] },
  'case_member: join a team by herself': nobody,
  'case_member: put another on a team': nobody,
  'case_entry: write in her own name': { may: 'g y h', at: 'case' },
  'case_entry: write in the name of another': nobody,
  'reception: begin one': atOrganisation('g h'),
  'reception: begin one in the name of another': nobody,
  'reception: announce to an agency': atOrganisation('l'),
  'reception: announce to who is no agency': nobody,
  'reception: announce in the name of another': nobody,
  'reception: read what its body announced': atOrganisation('l'),
  'reception: end what its body announced': nobody,

  // Her team writes what she agreed to, and sends what she agreed to; whoever it is addressed to answers.
  'consent: give in her own name': sent('g* y* h*'),
  'consent: give in the name of another': nobody,
  'consent: withdraw': sent('g* y* h*'),
  // Of a person in a club's register: whoever goes to her; a paper book is brought in by the board or the operator.
  'consent: give of a person': ofPerson('c m*'),
  'consent: give of a person in the name of another': nobody,
  'consent: withdraw that of a person': ofPerson('c m*'),
  'referral: prepare one of a person': ofPerson('c m*'),
  'referral: prepare one of a line that stands for another': nobody,
  'referral: prepare one of a person for another': nobody,
  'referral: send one of a person unprepared': nobody,
  'referral: write one of a paper book': ofPerson('c o'),
  'referral: send what a person did not agree to': nobody,
  'emergency_sharing: share without a second person': nobody,
  'referral: read one of a case': sent('g* y* h*', 'r'),
  'referral: prepare one of a case': sent('g* y* h*'),
  'referral: prepare one of a case for another': nobody,
  'referral: send one of a case unprepared': nobody,
  'referral: withdraw one of a case': sent('g* y* h*'),
  'referral: send what she did not agree to': nobody,
  'referral: accept one that was received': sent('g* y* h*', 'r'),
  'referral_step: add one of the sender': sent('g* y* h*'),
  'referral_step: add one of the receiver': sent('', 'r'),
  'referral_step: add one in the name of another': nobody,
  'transfer: offer what another manages': nobody,
  // Who withdraws her consent ends with it what was offered on it.
  'transfer: take back': sent('g* y* h*'),
  'transfer: accept': sent('', 'g'),
  'sharing_notice: tell of what was sent': sent('g* y* h*'),
  'sharing_notice: tell of a transfer': sent('g* y* h*'),
  // Asked by who manages the case, who is none of those tried here.
  'companion: ask what another manages': nobody,
  'companion_task: give in her own name': sent('g* y* h*'),
  'companion_task: give in the name of another': nobody,
  'companion_task: finish': ofPerson('c m*'),
  'verification: begin under the code of another case': nobody,
  'verification_request: send to a liaison': sent('g*'),
  'verification_request: send to who is no liaison': nobody,
  'verification_request: send her words without her consent': nobody,
  'verification_request: send in the name of another': nobody,
  'verification_request: withdraw': sent('g*'),
  'verification_request: answer': sent('', 'l'),
  'verification_request: give back an opening': nobody,
  'tracing_request: ask': sent('g*'),
  'tracing_request: ask who is not asked': nobody,
  'tracing_request: ask in the name of another': nobody,
  'tracing_request: withdraw': sent('g*'),
  'tracing_request: answer': sent('', 'l p'),
  'tracing_request: answer in the name of another': nobody,
  'escort: go along into a case that is there': nobody,
  'health_notice: tell of a case that is there': nobody,
  'reconciliation_round: open at a health body': atOrganisation('p'),
  'reconciliation_round: open at a health body in the name of another': nobody,
  'reconciliation_round: open at no health body': nobody,
  'reconciliation_party: hand in': atOrganisation('l p'),
  'reconciliation_party: hand in in the name of another': nobody,
  'reconciliation_item: add to the list of another body': nobody,
  'reconciliation_difference: resolve': atOrganisation('l p'),
  'reconciliation_difference: resolve in the name of another': nobody,
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
  if (heldBy(line.anywhere ?? '', actor.role) !== null) return true
  if (line.at === 'sent')
    return reachesShared(actor, { team: line.may, receiver: line.received ?? '' }, relation)
  if (held === null) return false
  if (line.at === undefined) return true
  if (!inReach(actor.seat, relation)) return false
  if (line.at === 'organisation') return reachesOrganisations(actor.seat)
  if (line.at === 'place') return actor.seat === 'place' || actor.seat === 'province'
  if (line.at === 'case') return reachesOrganisations(actor.seat) && (line.only ?? ['own']).includes(relation)
  if (line.at === 'club') return true
  if (relation === 'excluded') return false
  if (relation === 'erased') return heldBy(line.erasedToo ?? '', actor.role) !== null
  return held === 'all' || !assignedToOthers.includes(relation)
}
