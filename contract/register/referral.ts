import { type Refusal, refuse } from '../refusal.ts'
import type { PersonStatus } from './codes.ts'

/** May a person of the register be referred? Null means yes. A pause at her wish does not stop her from asking. */
export function referredRule({ status }: { status: PersonStatus }): Refusal | null {
  if (status !== 'ended' && status !== 'statistics_only') return null
  return refuse('person_ended', {
    vi: 'Sổ của người này đã kết thúc. Chủ nhiệm mở lại rồi ghi tiếp.',
    en: 'This record has ended. The chair can reopen it.',
  })
}

/** Her place in the register after a referral is sent; a pause at her wish stays. */
export function statusAfterSending(status: PersonStatus): PersonStatus {
  return status === 'paused' ? status : 'referred'
}
