import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf, type Words } from '../words.ts'
import { type Basis, bases, type EntitlementLine } from './entitled-to.ts'
import { type Regime, regimes } from './law.ts'

export type EntitlementState = 'proposed' | 'given' | 'refused_by_choice' | 'waiting' | 'not_eligible'
export const entitlementStates: Readonly<Record<EntitlementState, Words>> = {
  proposed: { vi: 'Đã đề xuất', en: 'Proposed' },
  given: { vi: 'Đã hỗ trợ', en: 'Given' },
  refused_by_choice: { vi: 'Chưa muốn nhận lúc này', en: 'Does not want it now' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  not_eligible: { vi: 'Chưa thuộc diện', en: 'Not among those entitled' },
}

/** Which support of which law, why it was open to her, and the text of law: as it stood when it was written. */
export const entitlementBody = z.object({
  regime: codeOf(regimes),
  code: z.string().max(4),
  basis: codeOf(bases),
  source: z.string().max(200),
})

const happened = <Kind extends EntitlementState>(kind: Kind) =>
  defineEntry({
    kind: `entitlement.${kind}` as const,
    tier: 'team',
    body: entitlementBody,
    sealed: z.object({ note: z.string().max(2000) }),
    words: {
      vi: `Quyền được hỗ trợ: ${entitlementStates[kind].vi.toLowerCase()}`,
      en: `Entitlement: ${entitlementStates[kind].en.toLowerCase()}`,
    },
  })

/** An entry for each state; the day of the entry is the day on which it was so. */
export const entitlementEntries = {
  proposed: happened('proposed'),
  given: happened('given'),
  refused_by_choice: happened('refused_by_choice'),
  waiting: happened('waiting'),
  not_eligible: happened('not_eligible'),
} as const
const states = Object.keys(entitlementEntries) as EntitlementState[]
export const entitlementKinds: readonly string[] = states.map((each) => entitlementEntries[each].kind)

/** How one support stands with her. `times`: how often it was given. */
export interface EntitlementNow {
  regime: Regime
  code: string
  state: EntitlementState
  onDay: string
  basis: Basis
  source: string
  times: number
}

export const entitlementKey = ({ regime, code }: { regime: Regime; code: string }): string =>
  `${regime} ${code}`

/** How each support stands, from the entries alone; what nobody has written of is not among them. */
export function foldEntitlements(entries: readonly EntryFact[]): Map<string, EntitlementNow> {
  const now = new Map<string, EntitlementNow>()
  const written = states.flatMap((state) =>
    standing(entries, entitlementEntries[state]).map((entry) => ({ state, entry })),
  )
  for (const { state, entry } of written.sort((one, other) => one.entry.seq - other.entry.seq)) {
    const key = entitlementKey(entry.body)
    const times = (now.get(key)?.times ?? 0) + (state === 'given' ? 1 : 0)
    now.set(key, { ...entry.body, state, onDay: entry.onDay, times })
  }
  return now
}

/** What may follow what. What was given may be given again, and «not now» is never for good. */
const mayFollow: Readonly<Record<EntitlementState | 'new', readonly EntitlementState[]>> = {
  new: ['proposed', 'given', 'refused_by_choice', 'waiting', 'not_eligible'],
  proposed: ['given', 'refused_by_choice', 'waiting', 'not_eligible'],
  waiting: ['proposed', 'given', 'refused_by_choice', 'not_eligible'],
  given: ['given', 'refused_by_choice'],
  refused_by_choice: ['proposed', 'given', 'waiting'],
  not_eligible: ['proposed', 'given', 'waiting'],
}

/** Which states each basis bears: what is open to her is never called «not eligible», what is not is never given. */
const bears: Readonly<Record<Basis, readonly EntitlementState[]>> = {
  right: ['proposed', 'given', 'refused_by_choice', 'waiting'],
  case_by_case: ['proposed', 'given', 'refused_by_choice', 'waiting'],
  emergency: ['proposed', 'given', 'refused_by_choice', 'waiting'],
  needs_nationality: ['waiting', 'refused_by_choice'],
  none: ['waiting', 'not_eligible'],
}

/** The states that may be written now of this support. */
export function nextEntitlementStates(
  line: Pick<EntitlementLine, 'basis'>,
  now: EntitlementState | null,
): readonly EntitlementState[] {
  return mayFollow[now ?? 'new'].filter((each) => bears[line.basis].includes(each))
}

/**
 * May this be written of the support? Null means yes. Neither her status, nor her papers, nor whether she talks to the
 * police is asked: a–g is always open in some way (invariant 6).
 */
export function entitlementRule(
  line: EntitlementLine,
  now: EntitlementState | null,
  to: EntitlementState,
): Refusal | null {
  if (nextEntitlementStates(line, now).includes(to)) return null
  if (!bears[line.basis].includes(to))
    return refuse(
      'entitlement_not_so',
      to === 'not_eligible'
        ? {
            vi: `«${line.words.vi}» đang mở với người được hỗ trợ: ${line.why.vi}. Không ghi «chưa thuộc diện» được.`,
            en: `“${line.words.en}” is open to her: ${line.why.en}.`,
          }
        : {
            vi: `«${line.words.vi}»: ${line.why.vi}. Có thể ghi «đang chờ».`,
            en: `“${line.words.en}”: ${line.why.en}. It may be written as waiting.`,
          },
      'state',
    )
  return refuse(
    'entitlement_does_not_follow',
    {
      vi: `«${line.words.vi}» đang là «${entitlementStates[now ?? to].vi.toLowerCase()}», chưa ghi «${entitlementStates[to].vi.toLowerCase()}» được.`,
      en: `“${line.words.en}” cannot become “${entitlementStates[to].en.toLowerCase()}” now.`,
    },
    'state',
  )
}
