import {
  type RiskLevel,
  riskLevels,
  type TargetGroup,
  targetGroups,
} from '@ke-vai/contract/register/codes.ts'
import { registerList } from '@ke-vai/contract/register/person.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { usePendingContacts } from './pending.ts'
import { RegisterLineCard } from './RegisterLine.tsx'

const words = {
  title: { vi: 'Sổ theo dõi', en: 'Register' },
  empty: {
    vi: 'Sổ còn trống. Chị có thể nhập sổ giấy (tệp Excel) hoặc ghi người đầu tiên.',
    en: 'The register is empty. Bring in the paper register (an Excel file) or enter the first person.',
  },
  noMatch: { vi: 'Không có ai khớp với cách lọc này.', en: 'Nobody matches this filter.' },
  import: { vi: 'Nhập sổ giấy', en: 'Bring in the paper register' },
  add: { vi: 'Ghi một người', en: 'Enter a person' },
  paper: { vi: 'In sổ', en: 'Print the book' },
  export: { vi: 'Xuất danh sách có tên', en: 'Export a list with names' },
  sessions: { vi: 'Buổi truyền thông', en: 'Sessions' },
  surveys: { vi: 'Khảo sát', en: 'Survey' },
  situation: { vi: 'Tình hình địa bàn', en: 'The situation' },
  find: { vi: 'Tìm theo tên, số điện thoại, giấy tờ', en: 'Find by name, phone or paper' },
  code: { vi: 'Tìm theo mã', en: 'Find by code' },
  group: { vi: 'Nhóm', en: 'Group' },
  risk: { vi: 'Nguy cơ', en: 'Risk' },
  all: { vi: 'Tất cả', en: 'All' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  filter: { vi: 'Lọc', en: 'Filter' },
} as const

/** The register as coded cards. */
export function RegisterPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const pending = usePendingContacts()
  const [group, setGroup] = useState<TargetGroup | ''>('')
  const [risk, setRisk] = useState<RiskLevel | ''>('')
  const [overdue, setOverdue] = useState(false)
  const [code, setCode] = useState('')
  const [limit, setLimit] = useState(50)
  const filtered = group !== '' || risk !== '' || overdue || code !== ''
  const list = useRead(
    registerList,
    { clubId },
    {
      limit,
      ...(group ? { group } : {}),
      ...(risk ? { risk } : {}),
      ...(overdue ? { overdue: 'true' as const } : {}),
      ...(code.trim() ? { code: code.trim() } : {}),
    },
  )
  return (
    <Page
      title={say(words.title)}
      actions={
        <Link href={paths.newPerson()} className="button button-main">
          {say(words.add)}
        </Link>
      }
    >
      <div className="also">
        {may.includes('identity.search') && <Link href={paths.findPerson()}>{say(words.find)}</Link>}
        {may.includes('ledger.import') && <Link href={paths.importLedger()}>{say(words.import)}</Link>}
        <Link href={paths.registerPaper()}>{say(words.paper)}</Link>
        {may.includes('register.export') && <Link href={paths.exportRegister()}>{say(words.export)}</Link>}
        <Link href={paths.sessions()}>{say(words.sessions)}</Link>
        {may.includes('survey.read') && <Link href={paths.surveys()}>{say(words.surveys)}</Link>}
        {may.includes('situation.write') && <Link href={paths.situation()}>{say(words.situation)}</Link>}
      </div>
      <details className="filters">
        <summary>{say(words.filter)}</summary>
        <div className="filter-grid">
          <Field label={say(words.code)}>
            <input inputMode="numeric" value={code} onChange={(event) => setCode(event.target.value)} />
          </Field>
          <Field label={say(words.group)}>
            <Select value={group} onChange={setGroup} options={targetGroups} all={say(words.all)} />
          </Field>
          <Field label={say(words.risk)}>
            <Select value={risk} onChange={setRisk} options={riskLevels} all={say(words.all)} />
          </Field>
          <label className="tick">
            <input type="checkbox" checked={overdue} onChange={(event) => setOverdue(event.target.checked)} />
            {say({ vi: 'Chỉ người quá hẹn', en: 'Overdue only' })}
          </label>
        </div>
      </details>
      <Reading of={list}>
        {(data) => (
          <>
            <p className="quiet" role="status">
              {say({ vi: `${data.total} người`, en: `${data.total} persons` })}
              {data.overdue > 0 &&
                say({ vi: ` · ${data.overdue} người quá hẹn`, en: ` · ${data.overdue} overdue` })}
            </p>
            {data.lines.length === 0 && (
              <p className="empty">{say(filtered ? words.noMatch : words.empty)}</p>
            )}
            <ul className="cards">
              {data.lines.map((line) => (
                <RegisterLineCard
                  key={line.id}
                  line={line}
                  pending={pending.filter((each) => each.personId === line.id).length}
                />
              ))}
            </ul>
            {data.next !== null && (
              <Button look="quiet" wide onClick={() => setLimit(Math.min(200, limit + 50))}>
                {say(words.more)}
              </Button>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

interface SelectProps<Code extends string> {
  id?: string
  value: Code | ''
  onChange: (code: Code | '') => void
  options: Record<Code, { vi: string; en: string }>
  all: string
}

function Select<Code extends string>({ value, onChange, options, all, ...rest }: SelectProps<Code>) {
  const { say } = useLanguage()
  return (
    <select {...rest} value={value} onChange={(event) => onChange(event.target.value as Code | '')}>
      <option value="">{all}</option>
      {(Object.keys(options) as Code[]).map((code) => (
        <option key={code} value={code}>
          {say(options[code])}
        </option>
      ))}
    </select>
  )
}
