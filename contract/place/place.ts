import { z } from 'zod'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'

/** Levels from the widest to the narrowest. Since 2025-07-01 there are no districts. */
export const placeLevels = {
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  district: { vi: 'Quận, huyện (trước 01/07/2025)', en: 'District (before 2025-07-01)' },
  commune: { vi: 'Phường, xã, đặc khu', en: 'Commune' },
} as const
export const placeLevel = codeOf(placeLevels)
export type PlaceLevel = z.infer<typeof placeLevel>

/** What a place is called by law; the Vietnamese word is the code. */
export const placeKinds = {
  'thành phố': { vi: 'thành phố', en: 'city' },
  tỉnh: { vi: 'tỉnh', en: 'province' },
  quận: { vi: 'quận', en: 'urban district' },
  huyện: { vi: 'huyện', en: 'rural district' },
  'thị xã': { vi: 'thị xã', en: 'town' },
  phường: { vi: 'phường', en: 'ward' },
  xã: { vi: 'xã', en: 'commune' },
  'thị trấn': { vi: 'thị trấn', en: 'township' },
  'đặc khu': { vi: 'đặc khu', en: 'special zone' },
} as const
export const placeKind = codeOf(placeKinds)
export type PlaceKind = z.infer<typeof placeKind>

/**
 * A place as it was between two days (both included; `validTo` null: until now). Codes were reused, so a place is
 * named by (level, code, validFrom), or by a code and a day.
 */
export const place = z.object({
  level: placeLevel,
  code: z.string(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
  kind: placeKind,
  /** Without its kind: 'Tuần Châu'. */
  name: z.string(),
  /** With its kind: 'Phường Tuần Châu'. */
  fullName: z.string(),
  parentCode: z.string().nullable(),
  provinceCode: z.string(),
  /** With all that it lies in: 'Phường Tuần Châu, Thành phố Hạ Long, Tỉnh Quảng Ninh'. */
  path: z.string(),
})
export type Place = z.infer<typeof place>

/** A place named exactly: which version of a code, by the day it begins. */
export const placeKey = place.pick({ code: true, validFrom: true }).extend({
  level: z.enum(['province', 'commune']),
  code: z.string().regex(/^\d{2,5}$/),
})
export type PlaceKey = z.infer<typeof placeKey>

/**
 * What a place of some day is today. A split place has several choices, the likeliest first: a person decides,
 * or the record keeps the old place.
 */
export const placeToday = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), place }),
  z.object({ kind: z.literal('split'), choices: z.array(place) }),
  z.object({ kind: z.literal('none') }),
])
export type PlaceToday = z.infer<typeof placeToday>
