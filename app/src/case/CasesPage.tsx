import type { CaseHeader } from '@ke-vai/contract/case/case.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { CaseLines } from './CaseLines.tsx'
import { byClock, byNeed, clockStanding } from './clock-words.ts'
import { useMayAtAgency, useOwnAgency } from './own-agency.ts'
import { useCases } from './use-cases.ts'
import { useNow } from './use-now.ts'

const words = {
  title: { vi: 'Hồ sơ của tôi', en: 'My cases' },
  receive: { vi: 'Tiếp nhận một người', en: 'Receive one person' },
  group: { vi: 'Tiếp nhận nhiều người', en: 'Receive several people' },
  tabs: { vi: 'Chọn danh sách', en: 'Which list' },
  own: { vi: 'Của tôi', en: 'Mine' },
  waiting: { vi: 'Chờ nhận', en: 'Waiting' },
  due: { vi: 'Sắp đến hạn', en: 'Due soon' },
  find: { vi: 'Tìm theo mã', en: 'Find by code' },
  findHint: { vi: 'Chỉ cần mấy số cuối, ví dụ 147', en: 'The last digits are enough, for example 147' },
  closed: { vi: 'Cả hồ sơ đã đóng', en: 'Closed ones too' },
  noMatch: { vi: 'Không có hồ sơ nào khớp.', en: 'No case matches.' },
  hasMore: { vi: 'Chưa hiện hết: còn hồ sơ cũ hơn.', en: 'Not all are shown: there are older ones.' },
} as const

const empty = {
  own: {
    vi: 'Chị chưa cùng hỗ trợ ai ở đây. Khi tiếp nhận một người, hoặc nhận một người đang chờ, hồ sơ của người ấy hiện ở đây.',
    en: 'You support nobody here yet. When you receive a person, or take one who waits, the case appears here.',
  },
  team: {
    vi: 'Chị chưa ở trong nhóm hỗ trợ nào. Khi người quản lý trường hợp mời chị vào nhóm của một người, hồ sơ của người ấy hiện ở đây.',
    en: 'You are on no team yet. When a case manager puts you on the team of a person, the case appears here.',
  },
  waiting: { vi: 'Không có ai đang chờ người nhận.', en: 'Nobody waits to be taken.' },
  due: {
    vi: 'Bảy ngày tới không có hạn nào. Hạn của từng hồ sơ tự hiện ở đây khi tới gần.',
    en: 'Nothing is due within seven days. The clocks of your cases appear here when they come near.',
  },
} as const

export type CasesShown = 'own' | 'waiting' | 'due'

const over: readonly CaseHeader['state'][] = ['closed', 'transferred']

/** The cases of one's own teams, those that wait for somebody, those whose clock runs out soon. */
export function CasesPage({ shown }: { shown: CasesShown }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency()
  const may = useMayAtAgency()
  const now = useNow()
  const [typed, setTyped] = useState('')
  const [withClosed, setWithClosed] = useState(false)
  const list = useCases(organisationId, shown === 'waiting' ? 'waiting' : 'own')
  const asked = typed.trim().toLowerCase()

  const wanted = (line: CaseHeader) => {
    if (asked !== '') return line.code.toLowerCase().includes(asked)
    if (shown === 'due')
      return ['overdue', 'soon'].includes(clockStanding(line.nextDue?.dueAt ?? null, now)) && !isOver(line)
    return withClosed || !isOver(line)
  }
  const nothing =
    asked !== '' ? words.noMatch : shown === 'own' && !may('case.receive') ? empty.team : empty[shown]
  return (
    <Page
      title={say(words.title)}
      wide
      actions={
        may('case.receive') && (
          <div className="actions">
            <Link href={paths.newCase()} className="button button-main">
              {say(words.receive)}
            </Link>
            <Link href={paths.receiveGroup()} className="button button-quiet">
              {say(words.group)}
            </Link>
          </div>
        )
      }
    >
      <nav className="case-tabs" aria-label={say(words.tabs)}>
        <TabLink href={paths.cases()} text={say(words.own)} here={shown === 'own'} />
        {may('case.take') && (
          <TabLink href={paths.waitingCases()} text={say(words.waiting)} here={shown === 'waiting'} />
        )}
        <TabLink href={paths.dueCases()} text={say(words.due)} here={shown === 'due'} />
      </nav>
      <div className="filter-grid">
        <Field label={say(words.find)} hint={say(words.findHint)}>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        {shown === 'own' && (
          <label className="tick">
            <input
              type="checkbox"
              checked={withClosed}
              onChange={(event) => setWithClosed(event.target.checked)}
            />
            {say(words.closed)}
          </label>
        )}
      </div>
      <Reading of={list.first}>
        {() => {
          const lines = (list.cases ?? []).filter(wanted).sort(shown === 'waiting' ? byNeed : byClock)
          return (
            <>
              <p className="quiet" role="status">
                {say({
                  vi: `${lines.length} hồ sơ`,
                  en: lines.length === 1 ? '1 case' : `${lines.length} cases`,
                })}
              </p>
              {lines.length === 0 && <p className="empty">{say(nothing)}</p>}
              {lines.length > 0 && <CaseLines cases={lines} takes={shown === 'waiting'} />}
              {list.hasMore && <Notice kind="careful">{say(words.hasMore)}</Notice>}
            </>
          )
        }}
      </Reading>
    </Page>
  )
}

const isOver = (line: CaseHeader) => over.includes(line.state)

function TabLink({ href, text, here }: { href: string; text: string; here: boolean }) {
  return (
    <Link href={href} className="case-tab" aria-current={here ? 'page' : undefined}>
      {text}
    </Link>
  )
}
