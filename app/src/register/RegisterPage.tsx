import {
  type RiskLevel,
  riskLevels,
  type TargetGroup,
  targetGroups,
} from '@ke-vai/contract/register/codes.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { RegisterLines } from './RegisterLines.tsx'
import type { RegisterFilters } from './use-register-pages.ts'

const words = {
  title: { vi: 'Sổ theo dõi', en: 'Register' },
  import: { vi: 'Nhập sổ giấy', en: 'Bring in the paper register' },
  add: { vi: 'Ghi một người', en: 'Enter a person' },
  paper: { vi: 'In sổ', en: 'Print the book' },
  export: { vi: 'Xuất danh sách có tên', en: 'Export a list with names' },
  sessions: { vi: 'Buổi truyền thông', en: 'Sessions' },
  surveys: { vi: 'Khảo sát', en: 'Survey' },
  situation: { vi: 'Tình hình địa bàn', en: 'The situation' },
  offer: { vi: 'Cùng xem một lời mời đi làm', en: 'Look at an offer of work' },
  find: { vi: 'Tìm theo tên, số điện thoại, giấy tờ', en: 'Find by name, phone or paper' },
  code: { vi: 'Tìm theo mã', en: 'Find by code' },
  group: { vi: 'Nhóm', en: 'Group' },
  risk: { vi: 'Nguy cơ', en: 'Risk' },
  all: { vi: 'Tất cả', en: 'All' },
  filter: { vi: 'Lọc', en: 'Filter' },
} as const

/** The register as coded cards. */
export function RegisterPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const [group, setGroup] = useState<TargetGroup | ''>('')
  const [risk, setRisk] = useState<RiskLevel | ''>('')
  const [overdue, setOverdue] = useState(false)
  const [code, setCode] = useState('')
  const filters: RegisterFilters = {
    ...(group ? { group } : {}),
    ...(risk ? { risk } : {}),
    ...(overdue ? { overdue: 'true' } : {}),
    ...(code.trim() ? { code: code.trim() } : {}),
  }
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
        <Link href={paths.offer()}>{say(words.offer)}</Link>
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
      <RegisterLines key={JSON.stringify(filters)} clubId={clubId} filters={filters} />
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
