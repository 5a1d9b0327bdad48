import type { Seat } from './oracle.ts'

/** Somebody of the matrix: one role held at one seat, signed in, having just proved that it is she or not. */
export interface Actor {
  name: string
  /** Null: an account that holds no role. */
  role: string | null
  seat: Seat
  steppedUp: boolean
  accountId: string
  token: string
}
