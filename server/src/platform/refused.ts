import { commonRefusals, type Refusal } from '@ke-vai/contract/refusal.ts'

type CommonName = keyof typeof commonRefusals

const statusOf: Record<CommonName, number> = {
  signedOut: 401,
  notFound: 404,
  notAllowed: 403,
  badShape: 400,
  busy: 503,
  fault: 500,
  stepUpNeeded: 403,
  secondPersonNeeded: 409,
  approvalStale: 409,
  budgetSpent: 429,
  cursorExpired: 410,
  idReused: 409,
}

/** What the audit keeps of a refusal that must not pass unseen. */
export interface Alarm {
  action: string
  subjectKind: string
  subjectId: string | null
}

/** A refusal on its way to the person: thrown by rules and guards, turned into an answer in one place (http.ts). */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly status: number
  /** A line that stays in the audit although what was asked for is undone: somebody must look at it. */
  readonly alarm: Alarm | undefined

  /** A common refusal by name, or a concept's own one (422: understood, but not now). */
  constructor(refusal: CommonName | Refusal, alarm?: Alarm) {
    const said = typeof refusal === 'string' ? commonRefusals[refusal] : refusal
    super(said.code)
    this.refusal = said
    this.alarm = alarm
    this.status = typeof refusal === 'string' ? statusOf[refusal] : 422
  }
}
