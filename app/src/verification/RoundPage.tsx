import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { sides } from '@ke-vai/contract/verification/reconciliation.ts'
import { roundClose, roundCompare, roundRead } from '@ke-vai/contract/verification/rounds.ts'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { DifferencesTable } from './DifferencesTable.tsx'
import { SubmitListForm } from './SubmitListForm.tsx'
import './verification.css'

const words = {
  title: { vi: 'Đợt đối soát', en: 'Reconciliation' },
  back: { vi: 'Các đợt đối soát', en: 'Rounds' },
  parties: { vi: 'Danh sách của các cơ quan', en: 'Lists of the bodies' },
  submitted: { vi: 'đã nộp', en: 'handed in' },
  lines: { vi: 'dòng', en: 'lines' },
  missing: { vi: 'chưa nộp', en: 'not yet' },
  compare: { vi: 'Đối soát', en: 'Compare the lists' },
  close: { vi: 'Đóng đợt này', en: 'Close this round' },
  notYet: {
    vi: 'Tỷ lệ chưa in được: còn thiếu số liệu hoặc còn chênh lệch chưa xử lý.',
    en: 'No percentage yet: something is missing, or a difference is open.',
  },
} as const

type Round = ResponseOf<typeof roundRead>

/** One round: who handed in, what differs, and the share once it may be said. */
export function RoundPage({ roundId }: { roundId: string }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('reconciliation.take_part')
  const read = useRead(roundRead, { organisationId, roundId }, {})
  return (
    <Page title={say(words.title)} wide back={{ href: paths.reconciliations(), text: say(words.back) }}>
      <Reading of={read}>{(data) => <RoundBody organisationId={organisationId} data={data} />}</Reading>
    </Page>
  )
}

function RoundBody({ organisationId, data }: { organisationId: string; data: Round }) {
  const { say } = useLanguage()
  const me = useMe()
  const { round, parties, differences, people, agreed, share } = data
  const ofRound = { organisationId, roundId: round.id }
  const leads =
    standingWith(me, 'reconciliation.lead') !== null && round.leadOrganisationId === organisationId
  const own = parties.find((each) => each.organisationId === organisationId)
  const allIn = parties.every(({ submittedAt }) => submittedAt !== null)
  const solved = differences.every(({ resolution }) => resolution !== null)
  return (
    <div className="stack">
      <p>
        <strong>
          {showDate(round.from)} – {showDate(round.to)}
        </strong>
      </p>
      <h2>{say(words.parties)}</h2>
      <ul className="cards">
        {parties.map((each) => (
          <li key={each.organisationId} className="card">
            <strong>{each.name}</strong> <span className="quiet">({say(sides[each.side])})</span>
            <p className={each.submittedAt ? 'good' : 'quiet'}>
              {each.submittedAt
                ? `${say(words.submitted)} ${showMoment(each.submittedAt)} · ${each.lines ?? 0} ${say(words.lines)}`
                : say(words.missing)}
            </p>
          </li>
        ))}
      </ul>
      {own?.submittedAt === null && <SubmitListForm {...ofRound} />}
      {leads && allIn && round.comparedAt === null && (
        <CommandForm
          command={roundCompare}
          submit={say(words.compare)}
          args={() => ofRound}
          onDone={() => undefined}
        />
      )}
      {round.comparedAt && (
        <>
          <p>
            {say({
              vi: `${people ?? 0} người trong các danh sách, ${agreed ?? 0} người khớp, ${differences.length} chênh lệch.`,
              en: `${people ?? 0} people on the lists, ${agreed ?? 0} agree, ${differences.length} differ.`,
            })}
          </p>
          <Notice kind={share ? 'good' : 'calm'}>{say(share ?? words.notYet)}</Notice>
          <DifferencesTable organisationId={organisationId} data={data} />
        </>
      )}
      {leads && round.comparedAt && !round.closedAt && solved && (
        <CommandForm
          command={roundClose}
          submit={say(words.close)}
          args={() => ofRound}
          onDone={() => undefined}
        />
      )}
    </div>
  )
}
