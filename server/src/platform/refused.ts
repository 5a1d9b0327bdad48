import { commonRefusals, type Refusal } from '@ke-vai/contract/refusal.ts'

type CommonName = keyof typeof commonRefusals

const statusOf: Record<CommonName, number> = {
  signedOut: 401,
  notFound: 404,
  notAllowed: 403,
  badShape: 400,
  busy: 503,
  fault: 500,
  idReused: 409,
}

/** A refusal on its way to the person: thrown by rules and guards, turned into an answer in one place (http.ts). */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly status: number

  /** A common refusal by name, or a concept's own one (422: understood, but not now). */
  constructor(refusal: CommonName | Refusal) {
    const said = typeof refusal === 'string' ? commonRefusals[refusal] : refusal
    super(said.code)
    this.refusal = said
    this.status = typeof refusal === 'string' ? statusOf[refusal] : 422
  }
}
