import { z } from 'zod'
import type { Words } from '../words.ts'

export type Regime = '2011' | '2024'
export const regimes: Readonly<Record<Regime, Words>> = {
  '2011': {
    vi: 'Chế độ theo Luật 66/2011/QH12 (người được xác định trước ngày 01/07/2025)',
    en: 'Regime of Law 66/2011/QH12 (identified before 01/07/2025)',
  },
  '2024': { vi: 'Chế độ theo Luật 53/2024/QH15', en: 'Regime of Law 53/2024/QH15' },
}

/** The day of Law 53/2024/QH15, Art. 63: who was identified before it keeps the regime of 2011. */
export const firstDayOf2024 = '2025-07-01'

/** The rows of the two tables of law, by the names that the data files give them. */
export const lawClasses = [
  'victim_vn_or_stateless_resident',
  'minor_accompanying',
  'minor_accompanying_victim_vn',
  'foreign_victim_in_vn',
  'foreigner_trafficked_in_vn_victim_or_in_identification',
  'in_identification_vn_or_stateless_resident_in_country_and_minor_accompanying',
  'in_identification_vn_citizen_abroad_and_minor_accompanying',
] as const
export type LawClass = (typeof lawClasses)[number]

/** A table of supports as its data file holds it (database/reference/law/). */
export const lawTable = z.object({
  source: z.string(),
  supports: z.array(z.object({ code: z.string(), vi: z.string() })),
  entitled: z.partialRecord(z.enum(lawClasses), z.array(z.string())),
})
export type LawTable = z.infer<typeof lawTable>
export type LawTables = Readonly<Record<Regime, LawTable>>

/** English words of the supports; the Vietnamese ones are those of the law and stand in the data. */
const english: Readonly<Record<Regime, Readonly<Record<string, string>>>> = {
  '2011': {
    a: 'Essential needs and travel costs',
    b: 'Medical support',
    c: 'Psychological support',
    d: 'Legal aid',
    đ: 'Schooling and vocational training',
    e: 'Initial allowance, loans',
  },
  '2024': {
    a: 'Essential needs',
    b: 'Medical support',
    c: 'Interpretation',
    d: 'Legal support',
    đ: 'Legal aid',
    e: 'Travel costs',
    g: 'Psychological support',
    h: 'Schooling',
    i: 'Vocational training, help to find work',
    k: 'Initial allowance, loans',
  },
}

/** What a support is called. */
export const supportWords = (regime: Regime, { code, vi }: { code: string; vi: string }): Words => ({
  vi,
  en: english[regime][code] ?? vi,
})
