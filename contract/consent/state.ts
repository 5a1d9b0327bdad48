import type { CaseLanguage } from '../case/codes.ts'
import { addDays, type PlainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import {
  type ConsentInterpreter,
  type ConsentPurpose,
  type ConsentState,
  type SharedField,
  sharingPurposes,
} from './codes.ts'

/** What may follow what (domain model, SM-CONSENT). Nothing is edited after effect: a change is a new consent. */
export const consentFollows: Readonly<Record<ConsentState, readonly ConsentState[]>> = {
  draft: ['in_force'],
  in_force: ['expired', 'withdrawn', 'replaced'],
  expired: [],
  withdrawn: [],
  replaced: [],
}

/** A consent as rules read it. `givenAt` is null while it is only a sheet on the table. */
export interface ConsentFact {
  purpose: ConsentPurpose
  toOrganisationId: string | null
  directoryEntryId: string | null
  fields: readonly SharedField[]
  validFrom: PlainDate
  validTo: PlainDate
  givenAt: string | null
  withdrawnAt: string | null
  replacedBy: string | null
}

/** Where a consent stands on a day: a fold of what happened to it. That it runs out is computed, never stored. */
export function consentStateOn(consent: ConsentFact, day: PlainDate): ConsentState {
  if (consent.givenAt === null) return 'draft'
  if (consent.withdrawnAt !== null) return 'withdrawn'
  if (consent.replacedBy !== null) return 'replaced'
  if (day > consent.validTo) return 'expired'
  return day < consent.validFrom ? 'draft' : 'in_force'
}

/** What somebody wants to hand to somebody. */
export interface Sharing {
  purpose: ConsentPurpose
  toOrganisationId: string | null
  directoryEntryId: string | null
  fields: readonly SharedField[]
}

/** Does it cover exactly this receiver and every one of these fields, today? */
export function consentCovers(consent: ConsentFact, sharing: Sharing, day: PlainDate): boolean {
  return (
    consentStateOn(consent, day) === 'in_force' &&
    consent.purpose === sharing.purpose &&
    consent.toOrganisationId === sharing.toOrganisationId &&
    consent.directoryEntryId === sharing.directoryEntryId &&
    sharing.fields.every((field) => consent.fields.includes(field))
  )
}

export const consentNeeded: Refusal = refuse('consent_needed', {
  vi: 'Cần sự đồng ý của người được hỗ trợ cho đúng nơi nhận và đúng những mục này. Mở phiếu đồng ý cùng chị ấy trước.',
  en: 'Her consent to exactly this receiver and these fields is needed. Open the consent sheet with her first.',
})

/** The sheet as it is laid before her: nothing is ticked, and nothing is said in her place. */
export function emptySheet(): { fields: SharedField[]; givenBy: null; form: null } {
  return { fields: [], givenBy: null, form: null }
}

/** The longest a yes may hold; after it she is asked anew. */
export const longestDays = 730

export interface SheetFacts extends Sharing {
  validFrom: PlainDate
  validTo: PlainDate
  language: CaseLanguage
  /** She said herself that she understands this language. */
  languageStated: boolean
  interpreter: ConsentInterpreter
}

/** May this sheet take effect? Null means yes. Who may give it stands in giver.ts. */
export function consentSheetRule(
  sheet: SheetFacts,
  her: { language: CaseLanguage | null; needsInterpreter: boolean; today: PlainDate },
): Refusal | null {
  const shares = sharingPurposes.includes(sheet.purpose)
  const receivers = [sheet.toOrganisationId, sheet.directoryEntryId].filter((each) => each !== null).length
  if (shares ? receivers !== 1 : receivers > 0)
    return refuse(
      'consent_receiver',
      {
        vi: 'Một phiếu cho một nơi nhận. Xin chọn nơi nhận.',
        en: 'One sheet for one receiver. Please choose it.',
      },
      'toOrganisationId',
    )
  if (shares && sheet.fields.length === 0)
    return refuse(
      'consent_fields',
      { vi: 'Chị ấy chưa chọn mục nào để chia sẻ.', en: 'She has not chosen anything to share yet.' },
      'fields',
    )
  if (sheet.validFrom > her.today || sheet.validFrom < addDays(her.today, -30))
    return refuse(
      'consent_from',
      { vi: 'Ngày bắt đầu là ngày chị ấy đồng ý.', en: 'It begins on the day of her yes.' },
      'validFrom',
    )
  if (sheet.validTo < her.today || sheet.validTo > addDays(sheet.validFrom, longestDays))
    return refuse(
      'consent_to',
      { vi: 'Ngày kết thúc từ hôm nay đến hai năm.', en: 'It ends between today and two years from now.' },
      'validTo',
    )
  if (!sheet.languageStated && sheet.language !== her.language)
    return refuse(
      'consent_language',
      {
        vi: 'Phiếu phải bằng tiếng mà chị ấy hiểu. Nếu chị ấy nói hiểu tiếng này, xin đánh dấu.',
        en: 'The sheet must be in a language she understands. If she said that she does, please mark it.',
      },
      'language',
    )
  const foreign = sheet.language !== 'vietnamese' || her.needsInterpreter
  if (foreign && sheet.interpreter === 'not_needed')
    return refuse(
      'consent_interpreter',
      { vi: 'Xin ghi ai đã phiên dịch.', en: 'Please record who interpreted.' },
      'interpreter',
    )
  return null
}
