import type { LedgerCounts } from '@ke-vai/contract/ledger/ledger.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'

const kinds: Record<keyof LedgerCounts, Words> = {
  persons: { vi: 'Người trong sổ (người)', en: 'Persons in the register' },
  members: { vi: 'Thành viên câu lạc bộ (người)', en: 'Club members' },
  contacts: { vi: 'Thăm hỏi, tư vấn, vận động (lượt)', en: 'Contacts (person-times)' },
  referrals: { vi: 'Chuyển gửi (lượt)', en: 'Referrals' },
  sessions: { vi: 'Buổi truyền thông (cuộc)', en: 'Communication sessions' },
}

/** What the book adds, and what of it is there already. */
export function LedgerCountsTable({
  counts,
  alreadyHere,
}: {
  counts: LedgerCounts
  alreadyHere?: LedgerCounts
}) {
  const { say } = useLanguage()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Nội dung', en: 'What' })}</th>
          <th scope="col" className="number">
            {alreadyHere ? say({ vi: 'Sẽ thêm', en: 'To add' }) : say({ vi: 'Đã thêm', en: 'Added' })}
          </th>
          {alreadyHere && (
            <th scope="col" className="number">
              {say({ vi: 'Đã có', en: 'Already there' })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(kinds) as (keyof LedgerCounts)[]).map((kind) => (
          <tr key={kind}>
            <th scope="row">{say(kinds[kind])}</th>
            <td className="number">{counts[kind]}</td>
            {alreadyHere && <td className="number">{alreadyHere[kind]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
