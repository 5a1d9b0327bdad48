import { z } from 'zod'
import { type CaseLanguage, caseLanguages } from '../case/codes.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { cleanText, foldText, matchesTyped } from '../text/text.ts'
import { codeOf } from '../words.ts'
import {
  type DirectoryFee,
  type DirectoryForWhom,
  type DirectoryHours,
  type DirectoryKind,
  directoryFees,
  directoryForWhom,
  directoryHours,
  directoryKinds,
  hiddenKinds,
} from './codes.ts'

const text = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))

/** What a person writes of a service; the day of its checking is not among it. */
export const directoryFacts = z.object({
  kind: codeOf(directoryKinds),
  name: text(200).pipe(z.string().min(1)),
  /** Who runs it. */
  provider: text(200).pipe(z.string().min(1)),
  /** The same where it works in this network and can be sent a referral. */
  providerOrganisationId: z.uuid().nullable().default(null),
  /** Ward, province or the whole country, in words. */
  area: text(200).pipe(z.string().min(1)),
  description: text(1000).default(''),
  /** Digits as they are dialled: '111', '0377672444'. */
  phone: z
    .string()
    .transform((typed) => typed.replace(/[\s.()-]/gu, ''))
    .pipe(z.string().regex(/^\+?\d{3,15}$/))
    .nullable()
    .default(null),
  fee: codeOf(directoryFees),
  feeNote: text(300).default(''),
  hours: codeOf(directoryHours),
  hoursNote: text(300).default(''),
  languages: z.array(codeOf(caseLanguages)).max(20).default([]),
  forWhom: z.array(codeOf(directoryForWhom)).max(20).default([]),
  /** How many at once; null: not said. */
  capacity: z.number().int().min(0).max(10_000).nullable().default(null),
  /** Where this is known from. */
  source: text(300).pipe(z.string().min(1)),
})
export type DirectoryFacts = z.infer<typeof directoryFacts>

/** What it is for, from a day to a day. */
export const directoryFunction = z.object({
  name: z.string(),
  nameEn: z.string(),
  validFrom: plainDate.nullable(),
  validTo: plainDate.nullable(),
  source: z.string(),
})

/** An entry as everybody reads it. It holds no address: `street` says only that this reader may open one. */
export const directoryEntry = z.object({
  ...directoryFacts.shape,
  /** '00' for the whole country, else the province's code: that of the organisation that keeps it. */
  province: z.string(),
  name: z.string(),
  provider: z.string(),
  area: z.string(),
  description: z.string(),
  phone: z.string().nullable(),
  feeNote: z.string(),
  hoursNote: z.string(),
  source: z.string(),
  id: z.uuid(),
  ownerOrganisationId: z.uuid(),
  functions: z.array(directoryFunction),
  checkedOn: plainDate.nullable(),
  nextCheckOn: plainDate.nullable(),
  /** The reader keeps this entry: she may change, check and withdraw it. */
  mine: z.boolean(),
  /** What people told since the last check; only its owner is told. */
  reports: z.number().int(),
  street: z.boolean(),
})
export type DirectoryEntry = z.infer<typeof directoryEntry>

/** Shown as «chưa kiểm tra gần đây»: nobody ever checked it, or the day of the next check has come. */
export function isStale(entry: Pick<DirectoryEntry, 'checkedOn' | 'nextCheckOn'>, today: PlainDate): boolean {
  return entry.checkedOn === null || (entry.nextCheckOn !== null && entry.nextCheckOn <= today)
}

export interface DirectoryFilter {
  typed?: string | undefined
  kind?: DirectoryKind | undefined
  language?: CaseLanguage | undefined
  fee?: DirectoryFee | undefined
  hours?: DirectoryHours | undefined
  forWhom?: DirectoryForWhom | undefined
}

/** Does the entry answer what is looked for? The same on the phone without a network and on the server. */
export function directoryMatches(entry: DirectoryEntry, filter: DirectoryFilter): boolean {
  const told = [entry.name, entry.provider, entry.area, entry.description, entry.phone ?? '']
  const text = [...told, ...entry.functions.map(({ name }) => name), directoryKinds[entry.kind].vi].join(' ')
  return (
    (!filter.typed || matchesTyped(text, filter.typed)) &&
    (!filter.kind || entry.kind === filter.kind) &&
    (!filter.language || entry.languages.includes(filter.language)) &&
    (!filter.fee || entry.fee === filter.fee) &&
    (!filter.hours || entry.hours === filter.hours) &&
    (!filter.forWhom || entry.forWhom.includes('everybody') || entry.forWhom.includes(filter.forWhom))
  )
}

// «số 12», «ngõ 3», «đường Lê Lợi», «12/4»: what leads somebody to the door.
// «thành phố Hạ Long» and «đường dây nóng» do not.
const streetWords =
  /\b(so|so nha|ngo|ngach|hem|to|thon|khu|lo|toa|tang|phong) \d|\bduong (?!day)\p{L}|(?<!thanh )\bpho \p{L}/u
const houseNumber = /(?<!\d)(?!24\s*\/\s*(?:24|7)\b)\d+\s*\/\s*\d|^\s*\d+[a-z]?\s*,/iu

/** Do these words lead to a door? */
export function namesStreet(words: string): boolean {
  return streetWords.test(foldText(words)) || houseNumber.test(words)
}

/**
 * May this stand in the directory? Null means yes. The street of a shelter or trusted address has a sealed field of its
 * own, and legal aid is free for everybody whom it helps (F3.35).
 */
export function directoryRule(facts: DirectoryFacts): Refusal | null {
  const told = [facts.name, facts.area, facts.description, facts.feeNote, facts.hoursNote, facts.provider]
  if (hiddenKinds.includes(facts.kind) && told.some(namesStreet))
    return refuse(
      'directory_street_open',
      {
        vi: 'Nơi ở an toàn chỉ ghi khu vực và số điện thoại. Xin ghi số nhà, tên đường vào ô niêm phong.',
        en: 'A safe place shows its area and phone only. Please write the street into the sealed field.',
      },
      'area',
    )
  if (facts.kind === 'legal_aid' && facts.fee === 'paid')
    return refuse(
      'directory_legal_aid_is_free',
      {
        vi: 'Trợ giúp pháp lý là miễn phí. Nếu nơi này thu phí, xin chọn loại dịch vụ khác.',
        en: 'Legal aid is free. If this place charges, please choose another kind.',
      },
      'fee',
    )
  if (facts.kind === 'hotline' && facts.phone === null)
    return refuse(
      'directory_phone_missing',
      { vi: 'Đường dây nóng cần có số điện thoại.', en: 'A hotline needs its number.' },
      'phone',
    )
  return null
}
