import {
  confirmingSide,
  countryLine,
  meetingText,
  mottoLine,
  periodOf,
  placeAndDay,
  presentText,
  signHere,
  standingOf,
  textSections,
  titleOf,
} from '@ke-vai/contract/report/document-words.ts'
import type { MonthReport } from '@ke-vai/contract/report/report.ts'
import { AmendmentTable, FigureTable, GroupTable, TaskTable } from './ReportTables.tsx'

/**
 * The month's report as it prints on A4: the same words as its Excel and Word files. An administrative document is in
 * Vietnamese whatever the language of the screen. The door of this folder.
 */
export function ReportSheet({ report }: { report: MonthReport }) {
  const standing = standingOf(report)
  return (
    <article className="sheet" lang="vi" aria-labelledby="report-title">
      <div className="sheet-head">
        <div>
          <p>{(report.unionName ?? '').toLocaleUpperCase('vi')}</p>
          <p>
            <strong>{report.clubName}</strong>
          </p>
        </div>
        <div>
          <p>
            <strong>{countryLine}</strong>
          </p>
          <p className="motto">
            <strong>{mottoLine}</strong>
          </p>
          <p>
            <em>{placeAndDay(report)}</em>
          </p>
        </div>
      </div>
      <div className="sheet-title">
        <h2 id="report-title">{titleOf(report)}</h2>
        <p>{periodOf(report)}</p>
        {standing && (
          <p>
            <em>{standing}</em>
          </p>
        )}
      </div>
      <h3>I. Số liệu</h3>
      <FigureTable lines={report.lines} />
      <h3>II. Theo nhóm người được hỗ trợ</h3>
      <p>
        <em>Một người có thể thuộc nhiều nhóm, nên không cộng các nhóm.</em>
      </p>
      <GroupTable groups={report.groups} />
      {report.amendments.length > 0 && (
        <>
          <h3>Đính chính sau khi khóa</h3>
          <p>
            <em>Số ở bảng trên giữ như lúc nộp.</em>
          </p>
          <AmendmentTable amendments={report.amendments} />
        </>
      )}
      {textSections.map(({ key, title }) => (
        <section key={key}>
          <h3>{title}</h3>
          <p className="written">{report.texts[key] || '…'}</p>
        </section>
      ))}
      <Meetings meetings={report.meetings} />
      <h3>Phân công tháng tiếp theo</h3>
      {report.tasks.length === 0 ? <p>…</p> : <TaskTable tasks={report.tasks} />}
      <Signatures />
    </article>
  )
}

function Meetings({ meetings }: Pick<MonthReport, 'meetings'>) {
  return (
    <section>
      <h3>Sinh hoạt, họp</h3>
      {meetings.length === 0 && <p>…</p>}
      {meetings.map((meeting) => (
        <div key={`${meeting.kind} ${meeting.heldOn} ${meeting.venue}`}>
          <p>
            <strong>{meetingText(meeting)}</strong>
          </p>
          <p>{presentText(meeting)}</p>
          {meeting.decisions.map((decision) => (
            <p key={decision}>Quyết định: {decision}</p>
          ))}
        </div>
      ))}
    </section>
  )
}

const blocks = [
  { title: 'THƯ KÝ', how: signHere },
  { title: 'CHỦ NHIỆM', how: signHere },
  { title: confirmingSide, how: '(Ký, đóng dấu)' },
] as const

function Signatures() {
  return (
    <div className="signatures">
      {blocks.map(({ title, how }) => (
        <div key={title}>
          <p>
            <strong>{title}</strong>
          </p>
          <p>
            <em>{how}</em>
          </p>
        </div>
      ))}
    </div>
  )
}
