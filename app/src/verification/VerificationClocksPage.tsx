import { verificationStates } from '@ke-vai/contract/verification/codes.ts'
import { verificationClocks } from '@ke-vai/contract/verification/verification.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import './verification.css'

const words = {
  title: { vi: 'Thời hạn xác minh', en: 'Clocks of verification' },
  lead: {
    vi: 'Chỉ có mã hồ sơ và thời hạn. Quá hạn không làm dừng việc hỗ trợ.',
    en: 'Codes and clocks alone. A clock that ran out stops no support.',
  },
  which: { vi: 'Xem', en: 'Show' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  all: { vi: 'Đang chạy', en: 'All that run' },
  code: { vi: 'Mã hồ sơ', en: 'Case' },
  agency: { vi: 'Cơ sở', en: 'Agency' },
  step: { vi: 'Bước', en: 'Step' },
  clock: { vi: 'Thời hạn', en: 'Clock' },
  none: {
    vi: 'Không có thời hạn nào bị quá. Thời hạn quá hạn hiện ở đây, gấp nhất ở trên.',
    en: 'Nothing is overdue. What runs out appears here, the most urgent first.',
  },
  noneRuns: { vi: 'Chưa có việc xác minh nào đang chạy.', en: 'No verification is under way.' },
} as const

/** For the lead body and the province: the clocks that ran out, by code. */
export function VerificationClocksPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('verification.clocks.read')
  const [which, setWhich] = useState<'overdue' | 'open'>('overdue')
  const list = useRead(verificationClocks, { organisationId }, { which })
  return (
    <Page title={say(words.title)} wide>
      <p className="quiet">{say(words.lead)}</p>
      <Choice
        label={say(words.which)}
        options={[
          { code: 'overdue', text: say(words.overdue) },
          { code: 'open', text: say(words.all) },
        ]}
        chosen={[which]}
        onChange={([code]) => setWhich(code ?? 'overdue')}
      />
      <Reading of={list}>
        {({ clocks }) =>
          clocks.length === 0 ? (
            <p className="empty">{say(which === 'overdue' ? words.none : words.noneRuns)}</p>
          ) : (
            <div className="table-scroll">
              <table>
                <thead>
                  <tr>
                    {[words.code, words.clock, words.step, words.agency].map((each) => (
                      <th key={each.en} scope="col">
                        {say(each)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {clocks.map(({ id, caseCode, agency, kind, state, dueAt }) => (
                    <tr key={id}>
                      <td className="code" data-label={say(words.code)}>
                        {caseCode}
                      </td>
                      <td>
                        <Clock due={{ kind, dueAt }} />
                      </td>
                      <td data-label={say(words.step)}>{say(verificationStates[state])}</td>
                      <td data-label={say(words.agency)}>{agency}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
    </Page>
  )
}
