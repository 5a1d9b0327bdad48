import {
  type CaseLanguage,
  type CaseNationality,
  caseLanguages,
  caseNationalities,
} from '@ke-vai/contract/case/codes.ts'
import { receptionRead, receptionReceive } from '@ke-vai/contract/case/group.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ArrivalRow } from './ArrivalRow.tsx'
import { emptyArrival } from './arrival.ts'
import { arrivalWords } from './arrival-words.ts'
import { EndReception } from './EndReception.tsx'
import { useOwnAgency } from './own-agency.ts'
import { ReceivedRows } from './ReceivedRows.tsx'
import { type ReceivedRow, useReceiving } from './receiving.ts'

const words = {
  title: { vi: 'Tiếp nhận nhiều người', en: 'Receive several people' },
  back: { vi: 'Các đợt tiếp nhận', en: 'Receptions' },
  group: { vi: 'Cả nhóm', en: 'The whole group' },
  language: { vi: 'Tiếng nói chung', en: 'A language they share' },
  nationality: { vi: 'Quốc tịch chung', en: 'A nationality they share' },
  each: { vi: 'mỗi người một khác', en: 'differs' },
  ended: { vi: 'Đợt tiếp nhận này đã kết thúc.', en: 'This reception has ended.' },
} as const

type Reception = ResponseOf<typeof receptionRead>

/** Ten or fifteen people in one hour: a row for each, a code at once, and no story. */
export function GroupPage({ receptionId }: { receptionId: string }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('case.receive')
  const reception = useRead(receptionRead, { organisationId, receptionId }, {})
  return (
    <Page title={say(words.title)} wide back={{ href: paths.receiveGroup(), text: say(words.back) }}>
      <Reading of={reception}>{(data) => <Group organisationId={organisationId} reception={data} />}</Reading>
    </Page>
  )
}

function Group({ organisationId, reception }: { organisationId: string; reception: Reception }) {
  const { say } = useLanguage()
  // A language that all announced share is theirs; where there are several, each is asked.
  const [announcedLanguage] = reception.languages.length === 1 ? reception.languages : []
  const [language, setLanguage] = useState<CaseLanguage | ''>(announcedLanguage ?? '')
  const [nationality, setNationality] = useState<CaseNationality>('unknown')
  const [draft, setDraft] = useState(() => emptyArrival({ language: language || null }))
  const receiving = useReceiving({
    command: (caseId, arrival) => ({
      name: receptionReceive.name,
      args: { organisationId, receptionId: reception.id, arrivals: [{ caseId, ...arrival }] },
    }),
    codeIn: (answer) => receptionReceive.result.parse(answer).cases[0]?.code ?? '',
  })

  const here = new Set(receiving.rows.map(({ caseId }) => caseId))
  const announced = reception.cases.filter(({ id, receivedAt }) => receivedAt === null && !here.has(id))
  const earlier: ReceivedRow[] = reception.cases
    .filter(({ id, receivedAt }) => receivedAt !== null && !here.has(id))
    .map(({ id, code, triage }) => ({ caseId: id, code, problem: null, facts: null, triage }))
  const rows = [...earlier, ...receiving.rows]
  const coded = rows.filter(({ code }) => code !== null).length
  const expected = Math.max(reception.expected ?? 0, announced.length + rows.length)
  const next = announced[0]
  const last = receiving.rows.at(-1)

  if (reception.endedAt !== null)
    return (
      <>
        <Notice>{say(words.ended)}</Notice>
        <ReceivedRows rows={rows} onAgain={receiving.again} />
      </>
    )
  return (
    <>
      <Notice>
        <p>{say(arrivalWords.kind)}</p>
        <p>{say(arrivalWords.waits)}</p>
      </Notice>
      <fieldset className="card group-facts">
        <legend>{say(words.group)}</legend>
        <div className="filter-grid">
          <CodeSelect
            label={say(words.language)}
            codes={caseLanguages}
            none={say(words.each)}
            value={language}
            onChange={(code) => {
              setLanguage(code)
              setDraft({ ...draft, language: code || null })
            }}
          />
          <CodeSelect
            label={say(words.nationality)}
            codes={caseNationalities}
            value={nationality}
            onChange={(code) => {
              setNationality(code || 'unknown')
              setDraft({ ...draft, nationality: code || 'unknown' })
            }}
          />
        </div>
      </fieldset>
      <p role="status" className="group-progress">
        {last && (
          <>
            {say({ vi: `Người thứ ${rows.length}: `, en: `Person ${rows.length}: ` })}
            <span className="code">{last.code ?? say(arrivalWords.asking)}</span> ·{' '}
          </>
        )}
        {say({ vi: `${coded} trong ${expected} người đã tiếp nhận`, en: `${coded} of ${expected} received` })}
      </p>
      <ArrivalRow
        key={receiving.rows.length}
        place={rows.length + 1}
        announced={next?.code ?? null}
        draft={draft}
        focused={receiving.rows.length > 0}
        onChange={setDraft}
        onReceive={() => {
          receiving.receive(next?.id ?? crypto.randomUUID(), draft)
          setDraft(emptyArrival({ language: language || null, nationality }))
        }}
      />
      {rows.length > 0 && rows.length === coded && (
        <EndReception organisationId={organisationId} receptionId={reception.id} notYet={announced.length} />
      )}
      <ReceivedRows rows={rows} onAgain={receiving.again} />
    </>
  )
}
