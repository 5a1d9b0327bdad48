import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { riskLevels, targetGroups } from '@ke-vai/contract/register/codes.ts'
import type { RegisterLine } from '@ke-vai/contract/register/person.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'

/** One person as a card: her code, groups, risk, last contact, what comes next. No name. */
export function RegisterLineCard({ line, pending }: { line: RegisterLine; pending: number }) {
  const { say } = useLanguage()
  const overdue = line.nextDueOn !== null && line.nextDueOn < today()
  return (
    <li className="card person-card">
      <Link href={paths.person(line.id)} className="person-link">
        <span className="code">{line.code}</span>
        <span className="groups">{line.groups.map((group) => say(targetGroups[group])).join(' · ')}</span>
        {line.risk !== 'unknown' && (
          <span className={`risk risk-${line.risk}`}>
            {say({ vi: 'Nguy cơ', en: 'Risk' })}: {say(riskLevels[line.risk])}
          </span>
        )}
        <span className="quiet">
          {line.lastContactOn
            ? `${say({ vi: 'Gặp gần nhất', en: 'Last contact' })} ${showDate(line.lastContactOn)}`
            : say({ vi: 'Chưa có cuộc gặp', en: 'No contact yet' })}
        </span>
        {line.nextDueOn && (
          <span className={overdue ? 'overdue' : 'quiet'}>
            {overdue ? say({ vi: 'Quá hẹn', en: 'Overdue' }) : say({ vi: 'Hẹn', en: 'Next' })}{' '}
            {showDate(line.nextDueOn)}
            {line.nextStep ? ` · ${line.nextStep}` : ''}
          </span>
        )}
        {pending > 0 && (
          <span className="pending">
            {say({ vi: `${pending} cuộc gặp chưa gửi`, en: `${pending} contacts not sent yet` })}
          </span>
        )}
      </Link>
      <Link
        href={paths.quickNote(line.id)}
        className="button button-quiet"
        aria-label={`${say({ vi: 'Ghi nhanh', en: 'Quick note' })} ${line.code}`}
      >
        {say({ vi: 'Ghi', en: 'Note' })}
      </Link>
    </li>
  )
}
