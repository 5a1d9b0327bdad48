import { type CaseChannel, caseChannels } from '@ke-vai/contract/case/codes.ts'
import { receptionList, receptionOpen } from '@ke-vai/contract/case/group.ts'
import { borderGates, type HandingBody, handingBodies } from '@ke-vai/contract/case/reception-codes.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { arrivalWords } from './arrival-words.ts'
import { useOwnAgency } from './own-agency.ts'

const words = {
  title: { vi: 'Tiếp nhận nhiều người', en: 'Receive several people' },
  back: { vi: 'Hồ sơ của tôi', en: 'My cases' },
  open: { vi: 'Nhóm đang chờ hoặc đang tiếp nhận', en: 'Groups announced or under way' },
  none: {
    vi: 'Không có nhóm nào được báo trước. Có người tới thì mở một đợt ở dưới.',
    en: 'No group was announced. When people come, open a reception below.',
  },
  fresh: { vi: 'Mở đợt mới', en: 'Open a new one' },
  expected: { vi: 'Có mấy người?', en: 'How many people?' },
  expectedHint: { vi: 'Chưa rõ thì để trống.', en: 'Leave it empty when it is not known.' },
  by: { vi: 'Ai bàn giao', en: 'Who hands over' },
  nobody: { vi: 'Không ai, tự tới', en: 'Nobody; they come by themselves' },
  begin: { vi: 'Bắt đầu tiếp nhận', en: 'Begin' },
  danger: { vi: 'Có nguy hiểm', en: 'In danger' },
} as const

/** The groups that were announced or are being received, and the form that opens another. */
export function ReceiveGroupPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('case.receive')
  const [, goTo] = useLocation()
  const receptions = useRead(receptionList, { organisationId }, {})
  const [receptionId] = useState(() => crypto.randomUUID())
  const [channel, setChannel] = useState<CaseChannel>('border_handover')
  const [handedOverBy, setHandedOverBy] = useState<HandingBody | ''>('')
  const [expected, setExpected] = useState('')
  const count = /^[1-9]\d{0,2}$/.test(expected.trim()) ? Number(expected) : null

  return (
    <Page title={say(words.title)} back={{ href: paths.cases(), text: say(words.back) }}>
      <section className="stack">
        <h2>{say(words.open)}</h2>
        <Reading of={receptions}>
          {(data) => {
            const open = data.receptions.filter(({ endedAt }) => endedAt === null)
            if (open.length === 0) return <p className="empty">{say(words.none)}</p>
            return (
              <ul className="cards">
                {open.map((each) => (
                  <li key={each.id} className="card">
                    <Link href={paths.reception(each.id)} className="row-link">
                      {say(each.handedOverBy ? handingBodies[each.handedOverBy] : caseChannels[each.channel])}
                      {each.gate && `, ${say(borderGates[each.gate])}`}
                    </Link>
                    <span className="quiet below">
                      {each.onDay ? showDate(each.onDay) : showMoment(each.startedAt)} ·{' '}
                      {say({
                        vi: `${each.received} trong ${Math.max(each.expected ?? 0, each.codes)} người đã tiếp nhận`,
                        en: `${each.received} of ${Math.max(each.expected ?? 0, each.codes)} received`,
                      })}
                    </span>
                    {each.inDanger && <strong className="careful below">{say(words.danger)}</strong>}
                  </li>
                ))}
              </ul>
            )
          }}
        </Reading>
      </section>
      <section className="card stack" aria-label={say(words.fresh)}>
        <h2>{say(words.fresh)}</h2>
        <CommandForm
          command={receptionOpen}
          args={() => ({
            organisationId,
            receptionId,
            channel,
            expected: count,
            handedOverBy: handedOverBy || null,
          })}
          submit={say(words.begin)}
          ready={expected.trim() === '' || (count !== null && count <= 200)}
          onDone={() => goTo(paths.reception(receptionId))}
        >
          <CodeSelect
            label={say(arrivalWords.channel)}
            codes={caseChannels}
            value={channel}
            onChange={(code) => setChannel(code || 'border_handover')}
          />
          <CodeSelect
            label={say(words.by)}
            codes={handingBodies}
            none={say(words.nobody)}
            value={handedOverBy}
            onChange={setHandedOverBy}
          />
          <Field label={say(words.expected)} hint={say(words.expectedHint)}>
            <input
              inputMode="numeric"
              maxLength={3}
              value={expected}
              onChange={(event) => setExpected(event.target.value)}
            />
          </Field>
        </CommandForm>
      </section>
    </Page>
  )
}
