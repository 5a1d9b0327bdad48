import { type CaseLanguage, caseLanguages } from '@ke-vai/contract/case/codes.ts'
import { agencyList, handOverRule, handoverList, receptionHandOver } from '@ke-vai/contract/case/group.ts'
import { type BorderGate, borderGates } from '@ke-vai/contract/case/reception-codes.ts'
import { type PlainDate, showDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useOwnAgency } from './own-agency.ts'

const words = {
  title: { vi: 'Bàn giao một nhóm người', en: 'Hand over a group' },
  lead: {
    vi: 'Chỉ cần số người và những gì nơi tiếp nhận phải chuẩn bị. Không ghi tên, không ghi chuyện đã xảy ra. Mỗi người có một mã ngay.',
    en: 'Only how many they are and what the agency must prepare. No names, nothing of what happened. Each has a code at once.',
  },
  agency: { vi: 'Nơi tiếp nhận', en: 'The agency that receives' },
  choose: { vi: 'Chọn một nơi', en: 'Choose one' },
  count: { vi: 'Số người', en: 'How many' },
  gate: { vi: 'Nơi bàn giao', en: 'Where' },
  day: { vi: 'Ngày bàn giao', en: 'Day' },
  languages: { vi: 'Tiếng nói cần có', en: 'Languages needed' },
  danger: {
    vi: 'Có người đang gặp nguy hiểm, hoặc sợ người đi cùng',
    en: 'Somebody is in danger, or afraid of who is along',
  },
  send: { vi: 'Bàn giao, lấy mã', en: 'Hand over, get the codes' },
  given: { vi: 'Đã bàn giao', en: 'Handed over' },
  none: {
    vi: 'Chưa bàn giao nhóm nào. Mã của từng người, và giờ nơi tiếp nhận đã gặp, sẽ hiện ở đây.',
    en: 'No group yet. The code of each, and when the agency met them, will appear here.',
  },
  met: { vi: 'đã được tiếp nhận', en: 'received' },
  notYet: { vi: 'chưa được tiếp nhận', en: 'not received yet' },
} as const

const most = 30

/** Whoever hands a group over says what must be prepared, and sees codes and that they arrived; nothing else. */
export function HandOverPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('reception.hand_over')
  const handed = useRead(handoverList, { organisationId }, {})
  const [turn, setTurn] = useState(0)
  return (
    <Page title={say(words.title)}>
      <Notice>{say(words.lead)}</Notice>
      <HandOverForm key={turn} organisationId={organisationId} onDone={() => setTurn(turn + 1)} />
      <section className="stack">
        <h2>{say(words.given)}</h2>
        <Reading of={handed}>
          {({ handovers }) =>
            handovers.length === 0 ? (
              <p className="empty">{say(words.none)}</p>
            ) : (
              <ul className="cards">
                {handovers.map((each) => (
                  <li key={each.id} className="card stack">
                    <div>
                      <strong>{each.agency}</strong>
                      <span className="quiet below">
                        {each.gate && `${say(borderGates[each.gate])} · `}
                        {each.onDay ? showDate(each.onDay) : showMoment(each.startedAt)}
                      </span>
                    </div>
                    <ul>
                      {each.cases.map(({ code, receivedAt }) => (
                        <li key={code}>
                          <span className="code">{code}</span>{' '}
                          {receivedAt === null ? (
                            <span className="careful">{say(words.notYet)}</span>
                          ) : (
                            <span className="good">
                              {say(words.met)} {showMoment(receivedAt)}
                            </span>
                          )}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            )
          }
        </Reading>
      </section>
    </Page>
  )
}

function HandOverForm({ organisationId, onDone }: { organisationId: string; onDone: () => void }) {
  const { say } = useLanguage()
  const agencies = useRead(agencyList, {}, {})
  const [receptionId] = useState(() => crypto.randomUUID())
  const [caseIds] = useState(() => Array.from({ length: most }, () => crypto.randomUUID()))
  const [agencyId, setAgencyId] = useState('')
  const [count, setCount] = useState('')
  const [gate, setGate] = useState<BorderGate | ''>('')
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [languages, setLanguages] = useState<CaseLanguage[]>([])
  const [inDanger, setInDanger] = useState(false)
  const many = /^[1-9]\d?$/.test(count.trim()) ? Number(count) : 0
  const tooMany = many > most || (count.trim() !== '' && many === 0)

  return (
    <Reading of={agencies}>
      {(data) => {
        const [only] = data.agencies.length === 1 ? data.agencies : []
        const chosen = agencyId || (only?.id ?? '')
        return (
          <CommandForm
            command={receptionHandOver}
            args={() => ({
              organisationId,
              receptionId,
              agencyId: chosen,
              caseIds: caseIds.slice(0, many),
              gate: gate || 'other',
              onDay: onDay ?? today(),
              languages,
              inDanger,
            })}
            rule={() => (onDay === null ? null : handOverRule(onDay, today()))}
            submit={say(words.send)}
            ready={chosen !== '' && many > 0 && !tooMany && gate !== '' && onDay !== null}
            onDone={onDone}
          >
            <Field label={say(words.agency)}>
              <select value={chosen} onChange={(event) => setAgencyId(event.target.value)}>
                <option value="">{say(words.choose)}</option>
                {data.agencies.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </Field>
            <Field
              label={say(words.count)}
              problem={
                tooMany ? say({ vi: `Từ 1 đến ${most} người một lần.`, en: `1 to ${most} at once.` }) : null
              }
            >
              <input
                inputMode="numeric"
                maxLength={2}
                value={count}
                onChange={(event) => setCount(event.target.value)}
              />
            </Field>
            <CodeSelect
              label={say(words.gate)}
              codes={borderGates}
              none={say(words.choose)}
              value={gate}
              onChange={setGate}
            />
            <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
            <Choice
              label={say(words.languages)}
              options={optionsOf(caseLanguages, say)}
              chosen={languages}
              several
              onChange={setLanguages}
            />
            <label className="tick">
              <input
                type="checkbox"
                checked={inDanger}
                onChange={(event) => setInDanger(event.target.checked)}
              />
              {say(words.danger)}
            </label>
          </CommandForm>
        )
      }}
    </Reading>
  )
}
