import type { PlannedPerson } from './plan.ts'
import { birthText } from './readings/birth.ts'
import { accentKey } from './readings/person-name.ts'

/** Who a row is, for the fingerprints of what was done for her: stays when her phone or address is mended. */
export function personKey(person: PlannedPerson): string {
  return `${accentKey(person.name)} ${birthText(person.birth)}`
}
