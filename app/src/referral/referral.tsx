import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { referralListOfCase } from '@ke-vai/contract/referral/reads.ts'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { Opening } from '../club/Opening.tsx'
import { ConsentSheet } from '../consent/ConsentSheet.tsx'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import { leftOutOf, olderOf } from './older-consent.ts'
import { PrepareReferral } from './PrepareReferral.tsx'
import { ReferralCard } from './ReferralCard.tsx'

const words = {
  none: {
    vi: 'Chưa có chuyển gửi nào. Khi người được hỗ trợ muốn nhờ một nơi khác giúp, chuẩn bị ở đây; chưa có sự đồng ý thì chưa có gì được gửi.',
    en: 'No referral yet. When she wants another place to help, prepare it here; nothing is sent without her consent.',
  },
  prepare: { vi: 'Chuẩn bị chuyển gửi', en: 'Prepare a referral' },
} as const

/** The referrals of a case, and the way to a new one. */
export function ReferralPanel({ organisationId, caseId, page: { entries } }: CasePanelProps) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const list = useRead(referralListOfCase, { organisationId, caseId }, {})
  const consents = useRead(consentList, { organisationId, caseId }, {})
  const mayWrite = may('case.write')
  return (
    <>
      {mayWrite && (
        <Opening text={say(words.prepare)}>
          {(close) => <PrepareReferral {...{ organisationId, caseId, entries }} onDone={close} />}
        </Opening>
      )}
      <Reading of={list}>
        {({ referrals }) => (
          <Reading of={consents}>
            {({ her, consents: given }) => (
              <div className="stack">
                {referrals.length === 0 && <p className="empty">{say(words.none)}</p>}
                {referrals.map((each) => (
                  <ReferralCard
                    key={each.id}
                    of={{ organisationId, caseId }}
                    referral={each}
                    mayWrite={mayWrite}
                    leftOut={leftOutOf(given, each)}
                    sheet={(to, end) => (
                      <ConsentSheet
                        organisationId={organisationId}
                        caseId={caseId}
                        her={her}
                        purpose="share_referral"
                        to={to}
                        offered={each.fields}
                        {...olderOf(given, each)}
                        onEnd={end}
                      />
                    )}
                    next={(to, done) => (
                      <PrepareReferral
                        key={to}
                        {...{ organisationId, caseId, entries }}
                        next={{
                          ...{ service: each.service, needId: each.needId },
                          ...{ toOrganisationId: to, previousId: each.id },
                        }}
                        onDone={done}
                      />
                    )}
                  />
                ))}
              </div>
            )}
          </Reading>
        )}
      </Reading>
    </>
  )
}
