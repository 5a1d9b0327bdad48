import { exclusionGrounds } from '../grant/exclusion.ts'
import { erasureGrounds } from '../register/erasure.ts'
import { exportPurposes } from '../register/export.ts'
import { mergeReasons } from '../register/merge.ts'
import { openingReasons } from '../register/person.ts'
import type { Words } from '../words.ts'

/** Every short list from which somebody chooses why she does what is audited. */
export const reasonLists: readonly Readonly<Record<string, Words>>[] = [
  openingReasons,
  mergeReasons,
  exportPurposes,
  erasureGrounds,
  exclusionGrounds,
]

const known: Readonly<Record<string, Words>> = Object.assign({}, ...reasonLists)

/** Why, in words; a reason of a later version is shown by its code. */
export function reasonWords(reason: string): Words {
  const words = Object.hasOwn(known, reason) ? known[reason] : undefined
  return words ?? { vi: reason, en: reason }
}
