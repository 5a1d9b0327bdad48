import type { CaseNationality, LegalStatus } from '../case/codes.ts'
import type { PlainDate } from '../date/date.ts'
import type { Words } from '../words.ts'
import {
  firstDayOf2024,
  type LawClass,
  type LawTable,
  type LawTables,
  type Regime,
  supportWords,
} from './law.ts'

/** What the law looks at in one person. */
export interface LegalFacts {
  legalStatus: LegalStatus
  /** The day of the decision that identified her. */
  identifiedOn: PlainDate | null
  nationality: CaseNationality
  foundIn: 'viet_nam' | 'abroad'
}

export interface EntitlementFacts extends LegalFacts {
  /** Under 18. */
  minor: boolean
  /** The adult whom this child came with; null: with nobody, or this team does not learn of her. */
  accompanies: LegalFacts | null
  onDay: PlainDate
}

/**
 * Why a support is open to her. `emergency`: a–g of the law of 2024, which nothing ever blocks, while her status, her
 * papers or her nationality are not settled. `needs_nationality`: hers if she is Vietnamese, which nobody knows yet.
 */
export type Basis = 'right' | 'case_by_case' | 'emergency' | 'needs_nationality' | 'none'
export const bases: Readonly<Record<Basis, Words>> = {
  right: { vi: 'Được hưởng theo luật', en: 'Hers by law' },
  case_by_case: { vi: 'Được hưởng tùy từng trường hợp', en: 'Case by case, says the law' },
  emergency: {
    vi: 'Giúp ngay khi cần, không chờ giấy tờ hay kết quả xác định',
    en: 'Given when needed, without waiting for papers or status',
  },
  needs_nationality: { vi: 'Chờ rõ quốc tịch', en: 'Waits until her nationality is known' },
  none: { vi: 'Luật chưa quy định cho trường hợp này', en: 'The law gives it to others' },
}

/** One support of one law, and how it is open to her. */
export interface EntitlementLine {
  regime: Regime
  code: string
  words: Words
  basis: Basis
  why: Words
  caseByCase: boolean
}

export interface Entitlements {
  regime: Regime
  /** The text of law that the table was written from. */
  source: string
  lines: EntitlementLine[]
}

/** Which regime holds for somebody: that of 2011 for whoever was identified before 2025-07-01 (Art. 63). */
export function regimeOf({
  legalStatus,
  identifiedOn,
}: Pick<LegalFacts, 'legalStatus' | 'identifiedOn'>): Regime {
  return legalStatus === 'victim' && identifiedOn !== null && identifiedOn < firstDayOf2024 ? '2011' : '2024'
}

/** The rows of the law that she stands in; of several where her nationality decides between them and is not known. */
interface Ground {
  regime: Regime
  classes: readonly LawClass[]
  unsettled: boolean
  why: Words
}

const asVietnamese = ['vietnamese', 'stateless_resident'] as const
const isVietnamese = (nationality: CaseNationality) => asVietnamese.some((each) => each === nationality)

/** The supports of both laws as they stand to this person on this day. Amounts are not here: they are parameters. */
export function entitledTo(tables: LawTables, facts: EntitlementFacts): Entitlements {
  // Who has grounds of her own and through her mother has the one that gives more; they never take from each other.
  const grounds = [ownGround(facts), accompanyingGround(facts)].filter((each) => each !== null)
  const [ground = null] = grounds.sort((one, other) => opens(tables, other) - opens(tables, one))
  const regime = ground?.regime ?? '2024'
  const lines = linesOf(tables[regime], regime, ground)
  // Help in need is that of the law of today, whichever law she is under.
  const emergency = emergencyLines(tables['2024'])
  if (regime === '2024')
    return {
      regime,
      source: tables[regime].source,
      lines: lines.map((line) =>
        isGiven(line.basis) ? line : (emergency.find(({ code }) => code === line.code) ?? line),
      ),
    }
  return { regime, source: tables[regime].source, lines: [...lines, ...emergency] }
}

const isGiven = (basis: Basis) => basis === 'right' || basis === 'case_by_case'

const opens = (tables: LawTables, ground: Ground): number =>
  linesOf(tables[ground.regime], ground.regime, ground).filter(({ basis }) => isGiven(basis)).length

function ownGround(facts: EntitlementFacts): Ground | null {
  const { legalStatus, nationality, foundIn } = facts
  const regime = regimeOf(facts)
  if (legalStatus === 'victim') {
    const why =
      regime === '2011'
        ? { vi: 'Đã được xác định trước ngày 01/07/2025', en: 'Identified before 01/07/2025' }
        : { vi: 'Đã được xác định là nạn nhân', en: 'Identified as a victim' }
    const foreign: LawClass =
      regime === '2011' ? 'foreign_victim_in_vn' : 'foreigner_trafficked_in_vn_victim_or_in_identification'
    return byNationality({
      regime,
      why,
      nationality,
      foundIn,
      ours: 'victim_vn_or_stateless_resident',
      foreign,
    })
  }
  // Before its first day the law of 2024 gave nobody anything, and that of 2011 knows no such row: help in need.
  if (legalStatus === 'in_identification' && facts.onDay >= firstDayOf2024 && hasRow(facts))
    return byNationality({
      regime,
      why: { vi: 'Đang trong quá trình xác định là nạn nhân', en: 'In the process of being identified' },
      nationality,
      foundIn,
      ours: inIdentification(foundIn),
      foreign: 'foreigner_trafficked_in_vn_victim_or_in_identification',
    })
  return null
}

/** The row of those found abroad is of citizens alone; whoever is stateless has help in need there. */
const hasRow = ({ foundIn, nationality }: LegalFacts): boolean =>
  foundIn === 'viet_nam' || nationality !== 'stateless_resident'

const inIdentification = (foundIn: LegalFacts['foundIn']): LawClass =>
  foundIn === 'abroad'
    ? 'in_identification_vn_citizen_abroad_and_minor_accompanying'
    : 'in_identification_vn_or_stateless_resident_in_country_and_minor_accompanying'

/** Under the law of 2011 the row names no nationality; under that of 2024 it is of those who are Vietnamese or reside. */
function accompanyingGround({ minor, accompanies, onDay }: EntitlementFacts): Ground | null {
  if (!minor || accompanies === null) return null
  const { legalStatus, nationality, foundIn } = accompanies
  const regime = regimeOf(accompanies)
  const why = { vi: 'Dưới 18 tuổi, đi cùng người thân', en: 'Under 18, came with a relative' }
  if (legalStatus === 'victim' && regime === '2011')
    return { regime, why, classes: ['minor_accompanying'], unsettled: false }
  if (!isVietnamese(nationality)) return null
  if (legalStatus === 'victim')
    return { regime, why, classes: ['minor_accompanying_victim_vn'], unsettled: false }
  if (legalStatus === 'in_identification' && onDay >= firstDayOf2024 && hasRow(accompanies))
    return { regime, why, classes: [inIdentification(foundIn)], unsettled: false }
  return null
}

function byNationality(of: {
  regime: Regime
  why: Words
  nationality: CaseNationality
  foundIn: LegalFacts['foundIn']
  ours: LawClass
  foreign: LawClass
}): Ground | null {
  const { regime, why, nationality, foundIn, ours, foreign } = of
  const settled = { regime, why, unsettled: false }
  if (isVietnamese(nationality)) return { ...settled, classes: [ours] }
  // The rows of foreigners are of those who are in Việt Nam.
  const ofForeigners = foundIn === 'viet_nam' ? [foreign] : []
  if (nationality === 'foreign') return ofForeigners.length > 0 ? { ...settled, classes: ofForeigners } : null
  return { regime, why, classes: [ours, ...ofForeigners], unsettled: true }
}

function linesOf(table: LawTable, regime: Regime, ground: Ground | null): EntitlementLine[] {
  return table.supports.map((support) => {
    const rows = ground?.classes.map((each) => ({
      each,
      has: table.entitled[each]?.includes(support.code) ?? false,
    }))
    const basis = rows === undefined ? 'none' : basisOf(rows, ground?.unsettled ?? false)
    return {
      regime,
      code: support.code,
      words: supportWords(regime, support),
      basis,
      why: ground !== null && isGiven(basis) ? ground.why : bases[basis],
      caseByCase: basis === 'case_by_case',
    }
  })
}

const isForeign2024 = (each: LawClass) => each === 'foreigner_trafficked_in_vn_victim_or_in_identification'

/** While her nationality is not known, only what either row gives for certain is hers. */
function basisOf(rows: readonly { each: LawClass; has: boolean }[], unsettled: boolean): Basis {
  if (!rows.some(({ has }) => has)) return 'none'
  if (unsettled) {
    const certain = rows.length > 1 && rows.every(({ each, has }) => has && !isForeign2024(each))
    return certain ? 'right' : 'needs_nationality'
  }
  return rows.some(({ each }) => isForeign2024(each)) ? 'case_by_case' : 'right'
}

/** a–g, as the law names them for whoever is in identification in the country. */
function emergencyLines(table: LawTable): EntitlementLine[] {
  const codes =
    table.entitled.in_identification_vn_or_stateless_resident_in_country_and_minor_accompanying ?? []
  return table.supports
    .filter(({ code }) => codes.includes(code))
    .map((support) => ({
      regime: '2024' as const,
      code: support.code,
      words: supportWords('2024', support),
      basis: 'emergency' as const,
      why: bases.emergency,
      caseByCase: false,
    }))
}
