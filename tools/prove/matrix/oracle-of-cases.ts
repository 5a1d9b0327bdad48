// The part of the matrix that concerns cases: transcribed from the domain model (§5.5: «cases in team») and the issue, by
// hand and apart from the code. A case in a relation to the actor is
//   own                of the ward's agency, and she is on its team
//   team               of the ward's agency, of others' team
//   same_organisation  of the ward's agency, and nobody carries it yet
//   excluded           of the ward's agency; she is on its team and has a conflict of interest
//   sub_area, sibling, parent, other: of other agencies, of their teams

type Held = 'all' | 'assigned' | null

interface CaseLine {
  may: string
  over: 'case' | 'organisation'
  stepUp?: true
  two?: true
  audited?: true
  said?: Readonly<Record<string, string>>
  tells?: readonly string[]
}

const one = { over: 'case' } as const

/** Every read and command of cases. g: case manager; y: psychologist; h: shelter; a star: on the team alone. */
export const caseLines: Readonly<Record<string, CaseLine>> = {
  'case.list': { over: 'organisation', may: 'g y h' },
  'case.get': { ...one, may: 'g y* h*' },
  // What the law gives her is read with the case and written by her team.
  'entitlement.list': { ...one, may: 'g y* h*' },
  'entitlement.propose': { ...one, may: 'g* y* h*' },
  'entitlement.write': { ...one, may: 'g* y* h*' },
  'case.open': { over: 'organisation', may: 'g h' },
  // What somebody carries already is nobody's to take.
  'case.take': { ...one, may: 'g', said: { own: 'not_found' } },
  'case.open_words': { ...one, may: 'g* y* h*' },
  'case.open_identity': { ...one, may: 'g* y* h*', stepUp: true },
  'case.change_identity': { ...one, may: 'g*', stepUp: true },
  'case.set_facts': { ...one, may: 'g* y* h*' },
  'case.move': { ...one, may: 'g*' },
  'case.pause': { ...one, may: 'g*' },
  'case.set_stage': { ...one, may: 'g*' },
  // The team is its manager's; in the matrix no worker of hers is the manager.
  'case.team': { ...one, may: 'g*', tells: ['account'] },
  'case.add_member': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'case.end_member': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'case.set_exclusion': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'case.lift_exclusion': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'case.write_story': { ...one, may: 'g* y*' },
  'case.note': { ...one, may: 'g* y* h*' },
  'counselling.note': { ...one, may: 'y*' },
  // The case of the matrix is an adult's.
  'child.name_representative': { ...one, may: 'g* y* h*', said: { own: 'not_childs_track' } },
  'child.take_measure': { ...one, may: 'g* y* h*', said: { own: 'not_childs_track' } },
  'child.plan': { ...one, may: 'g* y* h*', said: { own: 'not_childs_track' } },
  'child.enter_school': { ...one, may: 'g* y* h*', said: { own: 'not_childs_track' } },
  'child.link': { ...one, may: 'g* y* h*', said: { own: 'not_childs_track' } },
  // Of a reception that is not there: whoever may ask is told so.
  'reception.list': { over: 'organisation', may: 'g h' },
  'reception.get': { over: 'organisation', may: 'g h', said: { else: 'not_found' } },
  'reception.open': { over: 'organisation', may: 'g h' },
  'reception.receive': { over: 'organisation', may: 'g h', said: { else: 'not_found' } },
  'reception.end': { over: 'organisation', may: 'g h', said: { else: 'not_found' } },
  'reception.open_escort': { ...one, may: 'g* y* h*', stepUp: true, said: { else: 'not_found' } },
  // A police or border-guard liaison hands over to an agency of the province; none of the matrix is one.
  'reception.hand_over': { over: 'organisation', may: 'l', said: { else: 'not_found' } },
  'reception.handed_over': { over: 'organisation', may: 'l' },
  'reception.notices': { over: 'organisation', may: 'p' },
  'reception.see_notice': { over: 'organisation', may: 'p' },
  // Verification is run by who manages the case; this world has no health body to lead it, so none is begun.
  'verification.get': { ...one, may: 'g y* h*' },
  'verification.start': { ...one, may: 'g*', said: { own: 'not_a_verifying_body' } },
  'verification.set_bodies': { ...one, may: 'g*', said: { own: 'not_found' } },
  'verification.move': { ...one, may: 'g*', said: { own: 'verification_not_begun' } },
  'verification.add_evidence': { ...one, may: 'g*' },
  'verification.record_willingness': { ...one, may: 'g* y* h*' },
  'verification.send_request': { ...one, may: 'g*', stepUp: true, said: { own: 'request_to_no_liaison' } },
  'verification.withdraw_request': { ...one, may: 'g*', said: { own: 'not_found' } },
  'verification.open_answer': { ...one, may: 'g*', stepUp: true, said: { own: 'not_found' } },
  // Only a decision moves the legal status, and no club records one.
  'identification.decide': { ...one, may: 'g*', stepUp: true },
  // The liaison: what was addressed to his body.
  'verification.inbox': { over: 'organisation', may: 'l' },
  'verification.open_request': { over: 'organisation', may: 'l', stepUp: true },
  'verification.answer_request': { over: 'organisation', may: 'l' },
  'verification.decline_request': { over: 'organisation', may: 'l' },
  'identification.answer': { over: 'organisation', may: 'l', stepUp: true },
  'verification.clocks': { over: 'organisation', may: 'p' },
  // A round is led by the health body, which no organisation here is.
  'reconciliation.list': { over: 'organisation', may: 'l p' },
  'reconciliation.get': { over: 'organisation', may: 'l p' },
  'reconciliation.open': { over: 'organisation', may: 'p', said: { else: 'reconciliation_parties' } },
  'reconciliation.submit': { over: 'organisation', may: 'l p' },
  'reconciliation.compare': { over: 'organisation', may: 'p', said: { else: 'lists_missing' } },
  'reconciliation.resolve': { over: 'organisation', may: 'l p', said: { else: 'not_found' } },
  'reconciliation.close': { over: 'organisation', may: 'p', said: { else: 'lists_missing' } },
  // What she agreed to is her team's; a referral that is not there answers as one that is hidden.
  'consent.list': { ...one, may: 'g y* h*' },
  'consent.give': { ...one, may: 'g* y* h*' },
  'consent.note_answer': { ...one, may: 'g* y* h*' },
  'consent.withdraw': { ...one, may: 'g* y* h*' },
  'referral.list_of_case': { ...one, may: 'g y* h*' },
  'referral.recipients': { over: 'organisation', may: 'g y h' },
  'referral.places_of_agency': { over: 'organisation', may: 'g y h' },
  'referral.prepare': { ...one, may: 'g* y* h*' },
  'referral.preview': { ...one, may: 'g* y* h*', said: { own: 'not_found' } },
  'referral.deliver': { ...one, may: 'g* y* h*', said: { own: 'not_found' } },
  'referral.remind': { ...one, may: 'g* y* h*' },
  // Rated when it has ended; heard of only where the receiver cannot say it.
  'referral.rate': { ...one, may: 'g* y* h*', said: { own: 'referral_not_now' } },
  'referral.end': { ...one, may: 'g* y* h*' },
  'referral.hear': { ...one, may: 'g* y* h*', said: { own: 'referral_not_now' } },
  // The partner: what was addressed to its organisation.
  'referral.inbox': { over: 'organisation', may: 'r' },
  'referral.received': { over: 'organisation', may: 'r' },
  'referral.respond': { over: 'organisation', may: 'r' },
  'referral.give_feedback': { over: 'organisation', may: 'r', said: { else: 'referral_does_not_follow' } },
  'referral.open_shared': { over: 'organisation', may: 'r' },
  // Without her consent: by two people, and the data-protection officer sees it.
  'emergency.share': { ...one, may: 'g* y*', stepUp: true, said: { own: 'not_found' } },
  'emergency.record_told': { ...one, may: 'g* y* h*', said: { own: 'not_found' } },
  'emergency.list_of_case': { ...one, may: 'g y* h*' },
  'emergency.list': { over: 'organisation', may: 'd', audited: true },
  'emergency.see': { over: 'organisation', may: 'd' },
  // How she may be reached is written by her team; a club is asked to walk along by who manages the case, and planned with
  // by the team. The club that is asked here is nowhere.
  'case.set_safe_contact': { ...one, may: 'g* y* h*' },
  // Her team learns who of the club goes to her, which stands on her sheet too.
  'companion.list_of_case': { ...one, may: 'g y* h*', tells: ['member'] },
  // Any club of the province may be asked: names, and nothing else.
  'companion.clubs': { over: 'organisation', may: 'g', tells: ['club'] },
  'companion.ask': { ...one, may: 'g*', said: { own: 'not_found' } },
  'companion.plan_visit': { ...one, may: 'g* y* h*' },
  'companion.add_task': { ...one, may: 'g* y* h*' },
  'companion.end': { ...one, may: 'g* y* h*' },
  // Responsibility is offered by who manages the case, and taken by who manages cases elsewhere.
  'transfer.list_of_case': { ...one, may: 'g y* h*' },
  'transfer.offer': { ...one, may: 'g*', said: { own: 'consent_needed' } },
  'transfer.take_back': { ...one, may: 'g*', said: { own: 'case_move_does_not_follow' } },
  'transfer.inbox': { over: 'organisation', may: 'g' },
  'transfer.accept': { over: 'organisation', may: 'g' },
  'transfer.decline': { over: 'organisation', may: 'g' },
  'transfer.arrive': { over: 'organisation', may: 'g', said: { else: 'transfer_does_not_follow' } },
  'transfer.open_parcel': { over: 'organisation', may: 'g', stepUp: true },
  // Her needs, plan, services, papers and protection are written by her team; what is not there is said so to it alone.
  'need.assess': { ...one, may: 'g* y* h*' },
  'need.set_risk': { ...one, may: 'g* y* h*' },
  'need.plan_safety': { ...one, may: 'g* y* h*' },
  'need.open': { ...one, may: 'g* y* h*' },
  'need.move': { ...one, may: 'g* y* h*', said: { own: 'need_not_there' } },
  'need.wish': { ...one, may: 'g* y* h*' },
  'need.write_plan': { ...one, may: 'g* y* h*' },
  'need.review_plan': { ...one, may: 'g* y* h*', said: { own: 'plan_replaced' } },
  'need.mark_action': { ...one, may: 'g* y* h*', said: { own: 'action_not_there' } },
  'service.record': { ...one, may: 'g* y* h*' },
  'paperwork.begin': { ...one, may: 'g* y* h*' },
  'paperwork.move': { ...one, may: 'g* y* h*', said: { own: 'paper_not_there' } },
  'protection.propose': { ...one, may: 'g* y* h*' },
  'protection.decide': { ...one, may: 'g* y* h*', said: { own: 'measure_not_there' } },
  'protection.end': { ...one, may: 'g* y* h*', said: { own: 'measure_not_there' } },
  // Follow-ups are her team's; closing is proposed by her manager, and here every worker is a plain member.
  'follow_up.plan': { ...one, may: 'g* y* h*' },
  'follow_up.record': { ...one, may: 'g* y* h*', said: { own: 'follow_up_not_there' } },
  'follow_up.stop': { ...one, may: 'g* y* h*' },
  'follow_up.resume': { ...one, may: 'g* y* h*', said: { own: 'follow_up_not_stopped' } },
  'follow_up.lose': { ...one, may: 'g* y* h*', said: { own: 'follow_up_not_tried' } },
  'closing.propose': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'closing.close': { ...one, may: 'g*', said: { own: 'closing_not_proposed' } },
  'closing.return': { ...one, may: 'g*', said: { own: 'closing_not_proposed' } },
  'closing.settle_erasure': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  'closing.reopen': { ...one, may: 'g*', said: { own: 'not_allowed' } },
  // A stay is the shelter's and the case managers', each of her own teams. That of the matrix is under way: no second one is
  // asked for, nothing of arriving may follow, and nobody has looked at the risk before she leaves.
  'stay.list': { over: 'organisation', may: 'g h' },
  'stay.request': { ...one, may: 'g* h*', said: { own: 'stay_runs_already' } },
  'stay.reserve': { ...one, may: 'g* h*', said: { own: 'stay_does_not_follow' } },
  'stay.not_receive': { ...one, may: 'g* h*', said: { own: 'stay_does_not_follow' } },
  'stay.begin': { ...one, may: 'g* h*', said: { own: 'stay_does_not_follow' } },
  'stay.review': { ...one, may: 'g* h*' },
  'stay.extend': { ...one, may: 'g* h*' },
  'stay.go_on': { ...one, may: 'g* h*', said: { own: 'stay_does_not_follow' } },
  'stay.prepare_leaving': { ...one, may: 'g* h*', said: { own: 'stay_risk_not_looked_at' } },
  'stay.leave': { ...one, may: 'g* h*' },
  // What leaves the agency is sent by who manages the case, to police, border guard or health body: none is in this world.
  'tracing.sent': { ...one, may: 'g y* h*' },
  'tracing.tell': { ...one, may: 'g* y* h*' },
  'tracing.preview': { ...one, may: 'g*', stepUp: true, said: { own: 'body_not_asked' } },
  'tracing.ask': { ...one, may: 'g*', stepUp: true, said: { own: 'body_not_asked' } },
  'tracing.withdraw': { ...one, may: 'g*', said: { own: 'not_found' } },
  'tracing.open_answer': { ...one, may: 'g*', stepUp: true, said: { own: 'not_found' } },
  'tracing.confirm': { ...one, may: 'g* y* h*' },
  'tracing.wish': { ...one, may: 'g* y* h*' },
  'tracing.contact_family': { ...one, may: 'g*', said: { own: 'family_only_after_her_yes' } },
  'tracing.inbox': { over: 'organisation', may: 'l p' },
  'tracing.open': { over: 'organisation', may: 'l p', stepUp: true },
  'tracing.answer': { over: 'organisation', may: 'l p' },
}

/** The words and rows of the world that are of cases, by what they tell, and who may read them. */
export const caseKinds: Readonly<Record<string, string>> = {
  // Coded facts, codes and ids.
  case: 'g y* h*',
  // Who she is; opened one by one.
  case_identity: 'g* y* h*',
  // Words of the team's entries.
  case_words: 'g* y* h*',
}

/** Does this reach a case that stands so? Who carries nothing sees what waits only where her role is to take it. */
export const reachesCase = (held: Held, relation: string): boolean =>
  held !== null && (relation === 'own' || (relation === 'same_organisation' && held === 'all'))

/** Clocks are all that the province sees of a case, whoever is on its team. */
export const seesOfTheProvince = (table: string, role: string | null): boolean =>
  table === 'case_deadline' && role === 'province_manager'

/**
 * What a command of cases may write beyond that: whoever receives makes a case new at an agency of hers (`isNew`), and
 * whoever takes one that waits joins its team.
 */
export function mayWriteOfCase(held: Held, isNew: boolean, table: string, relation: string): boolean {
  if (isNew) return held !== null
  return relation === 'same_organisation' && held === 'all' && ['case_file', 'case_member'].includes(table)
}

/** Who receives, and who takes. */
export const receiving = 'g h'
export const taking = 'g'

/** Rows of cases by table and verb. A star: of her teams. What waits is read and taken by whoever may take it. */
export const caseRights: Readonly<
  Record<string, Partial<Record<'read' | 'add' | 'change' | 'remove', string>>>
> = {
  case_file: { read: 'g y* h*', change: 'g* y* h*' },
  // The province reads clocks of every case below it; whoever may take what waits may start one.
  case_deadline: { read: 'g y* h* p', add: 'g y* h*', change: 'g* y* h*' },
  // Changed by its manager alone, who here is none of those who are tried; so are conflicts of interest.
  case_member: { read: 'g* y* h*' },
  case_exclusion: {},
  case_key: {},
  // Written once, by whoever of the team meets somebody first who was announced.
  case_identity: { read: 'g* y* h*', add: 'g* y* h*', change: 'g*' },
  case_entry: { read: 'g* y* h*' },
}
