import { auditUnusual } from '@ke-vai/contract/audit/audit.ts'
import { unusualRules } from '@ke-vai/contract/audit/unusual.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import { howMany } from './unusual-words.ts'

const words = {
  title: { vi: 'Điều gì khác thường', en: 'What is unusual' },
  hint: {
    vi: 'Chưa phải là lỗi của ai: mỗi điều có thể có lý do chính đáng. Hãy hỏi người làm trước.',
    en: 'Nobody is at fault yet: each may have a good reason. Ask whoever did it first.',
  },
  none: { vi: 'Ba mươi ngày qua không có gì khác thường.', en: 'Nothing unusual in the last thirty days.' },
} as const

/** What somebody should look at, of the last thirty days. */
export function UnusualList({ organisationId }: { organisationId: string }) {
  const { say } = useLanguage()
  const unusual = useRead(auditUnusual, { organisationId }, {})
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <Reading of={unusual}>
        {({ findings }) =>
          findings.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <>
              <p className="hint">{say(words.hint)}</p>
              <ul className="cards">
                {findings.map((each) => (
                  <li key={`${each.rule}${each.day}${each.account?.id}${each.code}`} className="card">
                    <strong>{say(unusualRules[each.rule])}</strong>
                    <p>{[each.account?.name, each.code, showDate(each.day)].filter(Boolean).join(' · ')}</p>
                    <span className="quiet">{say(howMany(each))}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Reading>
    </section>
  )
}
