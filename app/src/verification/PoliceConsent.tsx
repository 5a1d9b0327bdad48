import type { SharedField as ConsentField } from '@ke-vai/contract/consent/codes.ts'
import { sharedFields as consentFields } from '@ke-vai/contract/consent/codes.ts'
import type { consentList, consentShown } from '@ke-vai/contract/consent/consent.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { ConsentSheet } from '../consent/ConsentSheet.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Consent = z.infer<typeof consentShown>

const words = {
  covered: { vi: 'Đã có phiếu đồng ý cho những mục này, đến', en: 'There is a consent to these, until' },
  needed: {
    vi: 'Lời kể và điều cho biết người được hỗ trợ là ai chỉ gửi khi có phiếu đồng ý chia sẻ với đúng cơ quan này. Chưa có phiếu thì chỉ gửi «Điều cần xác minh», không nêu tên.',
    en: 'Her words and who she is go only under a consent to share them with this body. Without one only the question is sent, without a name.',
  },
  missing: { vi: 'Phiếu cần có', en: 'The sheet must name' },
  open: { vi: 'Mở phiếu đồng ý cùng người được hỗ trợ', en: 'Open the consent sheet with her' },
  close: { vi: 'Đóng phiếu', en: 'Close the sheet' },
} as const

/** The fields that the sheet asks about where her words alone are to go: she names what else may. */
const askedOfHer: readonly ConsentField[] = ['called_by', 'legal_name', 'birth', 'paper', 'age_band', 'sex']

/** The consent in force that covers these for this body; null where there is none. */
export const coveringConsent = (
  consents: readonly Consent[],
  toOrganisationId: string,
  needed: readonly ConsentField[],
): Consent | null =>
  consents.find(
    (each) =>
      each.state === 'in_force' &&
      each.purpose === 'share_police' &&
      each.toOrganisationId === toOrganisationId &&
      needed.every((field) => each.fields.includes(field)),
  ) ?? null

interface Props {
  organisationId: string
  caseId: string
  to: { id: string; name: string }
  needed: readonly ConsentField[]
  list: ResponseOf<typeof consentList>
}

/** Does she agree that this body sees it? If no sheet says so, it is opened with her here. */
export function PoliceConsent({ organisationId, caseId, to, needed, list }: Props) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const covering = coveringConsent(list.consents, to.id, needed)
  if (covering)
    return (
      <p className="good">
        {say(words.covered)} {showDate(covering.validTo)}
      </p>
    )
  const older = coveringConsent(list.consents, to.id, [])
  const offered = needed.length === 0 ? askedOfHer : [...new Set([...needed, ...(older?.fields ?? [])])]
  return (
    <div className="stack">
      <Notice kind="careful">
        <p>{say(words.needed)}</p>
        {needed.length > 0 && (
          <p>
            {say(words.missing)}: {needed.map((each) => say(consentFields[each])).join(', ')}.
          </p>
        )}
      </Notice>
      <div>
        <Button look="quiet" onClick={() => setAsking(!asking)}>
          {say(asking ? words.close : words.open)}
        </Button>
      </div>
      {asking && (
        <ConsentSheet
          organisationId={organisationId}
          caseId={caseId}
          her={list.her}
          purpose="share_police"
          to={{ organisationId: to.id, directoryEntryId: null, name: to.name }}
          offered={offered}
          {...(older ? { replacesId: older.id } : {})}
          onEnd={() => setAsking(false)}
        />
      )}
    </div>
  )
}
