import { foldCase } from '@ke-vai/contract/case/state.ts'
import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { transferInbox, transferListOfCase } from '@ke-vai/contract/transfer/transfer.ts'
import { useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import { OfferTransfer } from './OfferTransfer.tsx'
import { ReceivedTransfer } from './ReceivedTransfer.tsx'
import { TransferCard } from './TransferCard.tsx'

const words = {
  lead: {
    vi: 'Chuyển giao là trao trách nhiệm hỗ trợ cho đơn vị khác, ví dụ khi người được hỗ trợ về quê. Khác với chuyển gửi: chuyển gửi chỉ nhờ giúp một việc.',
    en: 'A transfer hands responsibility to another agency, for instance when she goes home. A referral only asks for help with one thing.',
  },
  none: {
    vi: 'Chưa có lần chuyển giao nào. Chưa có sự đồng ý của người được hỗ trợ thì chưa có gì được gửi đi.',
    en: 'No transfer yet. Nothing goes out without her consent.',
  },
  offer: { vi: 'Đề nghị chuyển giao', en: 'Offer a transfer' },
  manager: {
    vi: 'Người quản lý hồ sơ là người đề nghị chuyển giao.',
    en: 'The manager of the case offers a transfer.',
  },
} as const

/** The transfers of a case: the one by which it came, those that were offered, and the way to a new one. */
export function TransferPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const me = useMe()
  const list = useRead(transferListOfCase, { organisationId, caseId }, {})
  const consents = useRead(consentList, { organisationId, caseId }, {})
  const manages = page.team.some((each) => each.accountId === me.id && each.part === 'manager')
  const now = foldCase(page.entries)
  const over = now.state === 'transferred' || now.state === 'transfer_offered'
  return (
    <>
      <p className="quiet">{say(words.lead)}</p>
      {useMayAtAgency()('transfer.receive') && <CameHere organisationId={organisationId} caseId={caseId} />}
      <Reading of={list}>
        {({ transfers }) => (
          <Reading of={consents}>
            {({ her, consents: given }) => (
              <div className="stack">
                {!manages && !over && <p>{say(words.manager)}</p>}
                {manages && !over && (
                  <Opening text={say(words.offer)} look="main">
                    {(close) => (
                      <OfferTransfer
                        organisationId={organisationId}
                        caseId={caseId}
                        now={now}
                        her={her}
                        consents={given}
                        onDone={close}
                      />
                    )}
                  </Opening>
                )}
                {transfers.length === 0 && <p className="empty">{say(words.none)}</p>}
                {transfers.map((each) => (
                  <TransferCard
                    key={each.id}
                    organisationId={organisationId}
                    caseId={caseId}
                    transfer={each}
                    mayTakeBack={manages}
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

/** The transfer by which this case was opened here, until she is there. */
function CameHere({ organisationId, caseId }: { organisationId: string; caseId: string }) {
  const inbox = useRead(transferInbox, { organisationId }, {})
  const here = inbox.data?.transfers.find(({ newCaseId }) => newCaseId === caseId)
  return here ? <ReceivedTransfer organisationId={organisationId} transfer={here} inCase /> : null
}
