import type { PlaceKind, PlaceLevel } from '@ke-vai/contract/place/place.ts'

/** One dated version of a place as the table holds it. Days are 'YYYY-MM-DD'. */
export interface PlaceRow {
  code: string
  level: PlaceLevel
  kind: PlaceKind
  name: string
  fullName: string
  parentCode: string | null
  provinceCode: string
  validFrom: string
  validTo: string | null
}

/**
 * How a place passed on, the surest first: 'via_communes' is a district, known by what became of its communes;
 * 'unknown' is one of several that the sources do not tell apart.
 */
export const relations = [
  'unchanged',
  'renamed_or_retyped',
  'converted_to_special_zone',
  'merged_whole',
  'merged_part_all_people',
  'merged_part',
  'via_communes',
  'unknown',
] as const
export type Relation = (typeof relations)[number]

export interface SuccessionRow {
  level: PlaceLevel
  oldCode: string
  newLevel: PlaceLevel
  newCode: string
  relation: Relation
  effectiveDate: string
}
