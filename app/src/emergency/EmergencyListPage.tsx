import { emergencyGrounds, emergencyReasons, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { emergencyList, emergencySee } from '@ke-vai/contract/referral/emergency.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { emergencyWords } from './emergency-words.ts'

const words = {
  title: { vi: 'Chia sẻ không có đồng ý', en: 'Shared without consent' },
  lead: {
    vi: 'Mỗi lần hai người cùng quyết định chia sẻ khẩn cấp hiện ở đây: vì sao, căn cứ gì, những mục nào. Không có tên và mã hồ sơ. Mỗi lần mở trang này được ghi vào nhật ký.',
    en: 'Whenever two people decide to share in an emergency it stands here: why, on which ground, which fields. No name, no code of a case. Opening this page is written in the audit log.',
  },
  toSee: { vi: 'Chờ xem', en: 'To look at' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  none: {
    vi: 'Không có lần nào chờ xem.',
    en: 'Nothing waits to be looked at.',
  },
  see: { vi: 'Ghi đã xem', en: 'Note as seen' },
  notTold: { vi: 'Người được hỗ trợ chưa được báo.', en: 'She was not told yet.' },
} as const

type Sharing = ResponseOf<typeof emergencyList>['sharings'][number]

/** For the data-protection officer: every sharing without consent in her province, and what she has looked at. */
export function EmergencyListPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('emergency.read')
  const list = useRead(emergencyList, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <p>{say(words.lead)}</p>
      <Reading of={list}>
        {({ sharings }) => {
          const waiting = sharings.filter(({ seenAt }) => seenAt === null)
          const seen = sharings.filter(({ seenAt }) => seenAt !== null)
          return (
            <div className="stack">
              <section className="stack" aria-label={say(words.toSee)}>
                <h2>
                  {say(words.toSee)} ({waiting.length})
                </h2>
                {waiting.length === 0 && <p className="empty">{say(words.none)}</p>}
                {waiting.map((each) => (
                  <SharingLine key={each.id} organisationId={organisationId} sharing={each} />
                ))}
              </section>
              {seen.length > 0 && (
                <section className="stack" aria-label={say(words.seen)}>
                  <h2>
                    {say(words.seen)} ({seen.length})
                  </h2>
                  {seen.map((each) => (
                    <SharingLine key={each.id} organisationId={organisationId} sharing={each} />
                  ))}
                </section>
              )}
            </div>
          )
        }}
      </Reading>
    </Page>
  )
}

function SharingLine({ organisationId, sharing }: { organisationId: string; sharing: Sharing }) {
  const { say } = useLanguage()
  const sending = useSending()
  return (
    <article className="card stack">
      <p>
        <strong>{say(emergencyReasons[sharing.reason])}</strong> · {showMoment(sharing.sharedAt)}
      </p>
      <p>
        {sharing.from} → {sharing.to}
      </p>
      <p className="quiet">{say(emergencyGrounds[sharing.ground])}</p>
      <p className="hint">{sharing.fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
      {sharing.toldOn ? (
        <p className="good">
          {say(emergencyWords.toldOn)} {showDate(sharing.toldOn)}
        </p>
      ) : (
        <p className="careful">{say(words.notTold)}</p>
      )}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {sharing.seenAt ? (
        <p className="quiet">
          {say(words.seen)} {showMoment(sharing.seenAt)}
        </p>
      ) : (
        <Button
          busy={sending.busy}
          onClick={() =>
            void sending.run(async () => {
              await sendNow(emergencySee, { organisationId, sharingId: sharing.id })
              readAgain()
              sending.rest()
            })
          }
        >
          {say(words.see)}
        </Button>
      )}
    </article>
  )
}
