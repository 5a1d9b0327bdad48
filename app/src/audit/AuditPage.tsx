import { type ActionKind, actionKinds } from '@ke-vai/contract/audit/actions.ts'
import { auditList } from '@ke-vai/contract/audit/audit.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { BegunAnew } from '../ui/BegunAnew.tsx'
import { Button } from '../ui/Button.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { AuditLines } from './AuditLines.tsx'
import { UnusualList } from './UnusualList.tsx'

const words = {
  title: { vi: 'Nhật ký', en: 'Audit' },
  lead: {
    vi: 'Ai đã xem gì, làm gì, vì sao. Chỉ có mã, không có tên người được hỗ trợ. Lần xem này cũng được ghi lại.',
    en: 'Who looked at what, did what, and why. Codes only, never the name of anybody helped. This look is recorded too.',
  },
  ofClub: {
    vi: 'Quyền xem nhật ký của chị đang gắn với một câu lạc bộ, còn nhật ký được ghi theo tổ chức. Xin nhờ người quản trị giao quyền này ở tổ chức quản lý câu lạc bộ.',
    en: 'Your right to read the audit is of a club, but the audit is kept by organisation. Please ask an administrator to grant it at the organisation that manages the club.',
  },
  all: { vi: 'Mọi việc đã ghi', en: 'Everything recorded' },
  kind: { vi: 'Loại việc', en: 'Kind' },
  every: { vi: 'Tất cả', en: 'All' },
  who: { vi: 'Người làm', en: 'Who' },
  code: { vi: 'Mã hồ sơ', en: 'Code of a person' },
  codeHint: { vi: 'Ví dụ KV-22-0001', en: 'Such as KV-22-0001' },
  day: { vi: 'Ngày', en: 'Day' },
  empty: { vi: 'Không có việc nào khớp.', en: 'Nothing matches.' },
  older: { vi: 'Xem các việc trước đó', en: 'Earlier ones' },
  newest: { vi: 'Về mới nhất', en: 'Back to the latest' },
} as const

/** For the data-protection officer: what is unusual, and everything that was done in her tree. */
export function AuditPage() {
  const { say } = useLanguage()
  // She may hold the role in a club as well; the audit is kept, and read, by organisation.
  const organisationId = useMe().standings.find(
    (standing) => standing.organisationId !== null && standing.permissions.includes('audit.read'),
  )?.organisationId
  return (
    <Page wide title={say(words.title)}>
      <p>{say(words.lead)}</p>
      {!organisationId && <Notice kind="careful">{say(words.ofClub)}</Notice>}
      {organisationId && <UnusualList organisationId={organisationId} />}
      {organisationId && <AuditList organisationId={organisationId} />}
    </Page>
  )
}

function AuditList({ organisationId }: { organisationId: string }) {
  const { say } = useLanguage()
  const [kind, setKind] = useState<ActionKind | ''>('opened')
  const [accountId, setAccountId] = useState('')
  const [code, setCode] = useState('')
  const [day, setDay] = useState<PlainDate | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const [begunAnew, setBegunAnew] = useState(false)
  const list = useRead(
    auditList,
    { organisationId },
    {
      ...(kind ? { kind } : {}),
      ...(accountId ? { accountId } : {}),
      ...(code.trim() ? { code: code.trim() } : {}),
      ...(day ? { day } : {}),
      ...(after ? { after } : {}),
    },
  )
  // A server that was started since knows nothing of where this page ended. Set while drawing, so that no red refusal
  // shows, or is read out, in between.
  if (after !== null && list.refusal?.code === commonRefusals.cursorExpired.code) {
    setAfter(null)
    setBegunAnew(true)
  }
  function turnTo(page: string | null) {
    setAfter(page)
    setBegunAnew(false)
  }
  /** Another question begins at its first page. */
  function narrow(set: () => void) {
    set()
    turnTo(null)
  }
  return (
    <section className="stack">
      <h2>{say(words.all)}</h2>
      <search className="filter-grid">
        <CodeSelect
          label={say(words.kind)}
          codes={actionKinds}
          none={say(words.every)}
          value={kind}
          onChange={(chosen) => narrow(() => setKind(chosen))}
        />
        <Field label={say(words.code)} hint={say(words.codeHint)}>
          <input
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={(event) => narrow(() => setCode(event.target.value))}
          />
        </Field>
        <Field label={say(words.who)}>
          <select value={accountId} onChange={(event) => narrow(() => setAccountId(event.target.value))}>
            <option value="">{say(words.every)}</option>
            {list.data?.workers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <DateField label={say(words.day)} value={day} onChange={(chosen) => narrow(() => setDay(chosen))} />
      </search>
      {begunAnew && <BegunAnew />}
      <Reading of={list}>
        {({ lines, next }) => (
          <>
            {lines.length === 0 ? <p className="empty">{say(words.empty)}</p> : <AuditLines lines={lines} />}
            {after && (
              <Button look="quiet" onClick={() => turnTo(null)}>
                {say(words.newest)}
              </Button>
            )}
            {next && (
              <Button look="quiet" onClick={() => turnTo(next)}>
                {say(words.older)}
              </Button>
            )}
          </>
        )}
      </Reading>
    </section>
  )
}
