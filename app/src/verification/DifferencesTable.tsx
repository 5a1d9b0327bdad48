import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import {
  differenceKinds,
  type Resolution,
  resolutions,
} from '@ke-vai/contract/verification/reconciliation.ts'
import { differenceResolve, type roundRead } from '@ke-vai/contract/verification/rounds.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'

const words = {
  none: { vi: 'Không có chênh lệch nào.', en: 'There is no difference.' },
  kind: { vi: 'Chênh lệch', en: 'Difference' },
  line: { vi: 'Dòng trong danh sách của cơ quan tôi', en: 'Line in our own list' },
  notOurs: { vi: 'không có', en: 'not on it' },
  owner: { vi: 'Cơ quan xử lý', en: 'To be solved by' },
  due: { vi: 'Hạn', en: 'Due' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  noDue: { vi: 'chưa có thời hạn', en: 'no time limit' },
  result: { vi: 'Kết quả', en: 'Result' },
  resolve: { vi: 'Ghi cách xử lý', en: 'Record how it was solved' },
  choose: { vi: 'Chọn', en: 'Choose' },
  open: { vi: 'Chưa xử lý', en: 'Open' },
} as const

interface Props {
  organisationId: string
  data: ResponseOf<typeof roundRead>
}

/** Every difference with the body that owns it and its day. A body knows by its own line whom one is about. */
export function DifferencesTable({ organisationId, data }: Props) {
  const { say } = useLanguage()
  const { differences, parties, round } = data
  if (differences.length === 0) return <p className="empty">{say(words.none)}</p>
  const nameOf = (id: string) => parties.find((each) => each.organisationId === id)?.name ?? '–'
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {[words.kind, words.line, words.owner, words.due, words.result].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.id}>
              <td data-label={say(words.kind)}>{say(differenceKinds[each.kind])}</td>
              <td data-label={say(words.line)}>{each.ownLine ?? say(words.notOurs)}</td>
              <td data-label={say(words.owner)}>{nameOf(each.ownerOrganisationId)}</td>
              <td data-label={say(words.due)} className={each.overdue ? 'overdue' : undefined}>
                {each.dueOn ? showDate(each.dueOn) : say(words.noDue)}
                {each.overdue && ` (${say(words.overdue)})`}
              </td>
              <td data-label={say(words.result)}>
                {each.resolution ? (
                  say(resolutions[each.resolution])
                ) : each.ownerOrganisationId === organisationId ? (
                  <Opening text={say(words.resolve)}>
                    {(close) => (
                      <ResolveForm
                        organisationId={organisationId}
                        roundId={round.id}
                        differenceId={each.id}
                        onDone={close}
                      />
                    )}
                  </Opening>
                ) : (
                  say(words.open)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ResolveProps {
  organisationId: string
  roundId: string
  differenceId: string
  onDone: () => void
}

function ResolveForm({ onDone, ...ofDifference }: ResolveProps) {
  const { say } = useLanguage()
  const [resolution, setResolution] = useState<Resolution | ''>('')
  return (
    <CommandForm
      command={differenceResolve}
      submit={say(words.resolve)}
      ready={resolution !== ''}
      args={() => ({ ...ofDifference, resolution: resolution || 'list_completed' })}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.result)}
        codes={resolutions}
        none={say(words.choose)}
        value={resolution}
        onChange={setResolution}
      />
    </CommandForm>
  )
}
