import { showDate } from '@ke-vai/contract/date/date.ts'
import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
import { labelOf, targetText } from '@ke-vai/contract/report/document-words.ts'
import type { MonthReport } from '@ke-vai/contract/report/report.ts'
import { Fragment, type ReactNode } from 'react'

// On a phone the table of figures keeps four columns: the targets move to a row of their own (.narrow-only).

function Head({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  )
}

/** Every figure with its unit, the year so far, and the targets of the year with their sources. */
export function FigureTable({ lines }: Pick<MonthReport, 'lines'>) {
  return (
    <table>
      <Head>
        <th scope="col" className="wide-only">
          STT
        </th>
        <th scope="col">Chỉ số</th>
        <th scope="col">Đơn vị</th>
        <th scope="col" className="number">
          Trong tháng
        </th>
        <th scope="col" className="number">
          Từ đầu năm
        </th>
        <th scope="col" className="wide-only">
          Chỉ tiêu năm, nguồn và kết quả
        </th>
      </Head>
      <tbody>
        {lines.map((line, i) => (
          <Fragment key={line.code}>
            <tr>
              <td className="wide-only number">{i + 1}</td>
              <th scope="row">{labelOf(line)}</th>
              <td>{line.unit.vi}</td>
              <td className="number">{showFigure(line.month)}</td>
              <td className="number">{showFigure(line.yearToDate)}</td>
              <td className="wide-only">
                <Targets targets={line.targets} />
              </td>
            </tr>
            {line.targets.length > 0 && (
              <tr className="narrow-only">
                <td colSpan={4}>
                  <Targets targets={line.targets} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Targets({ targets }: Pick<MonthReport['lines'][number], 'targets'>) {
  return targets.map((each) => (
    <span key={each.source} className="target-text">
      {targetText(each)}
    </span>
  ))
}

export function GroupTable({ groups }: Pick<MonthReport, 'groups'>) {
  return (
    <table>
      <Head>
        <th scope="col">Nhóm</th>
        <th scope="col">Đơn vị</th>
        <th scope="col" className="number">
          Trong tháng
        </th>
        <th scope="col" className="number">
          Từ đầu năm
        </th>
      </Head>
      {groups.map(({ group, words, month, yearToDate }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" rowSpan={2}>
              {words.vi}
            </th>
            <td>người</td>
            <td className="number">{month.persons.value}</td>
            <td className="number">{yearToDate.persons.value}</td>
          </tr>
          <tr>
            <td>lượt</td>
            <td className="number">{month.contacts.value}</td>
            <td className="number">{yearToDate.contacts.value}</td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

export function AmendmentTable({ amendments }: Pick<MonthReport, 'amendments'>) {
  return (
    <table>
      <Head>
        <th scope="col">Số</th>
        <th scope="col">Chỉ số</th>
        <th scope="col" className="number">
          Số đã nộp
        </th>
        <th scope="col" className="number">
          Số đúng
        </th>
        <th scope="col">Lý do, ngày</th>
      </Head>
      <tbody>
        {amendments.map(({ no, words, unit, before, after, reason, onDay }) => (
          <tr key={no}>
            <td>{no}</td>
            <th scope="row">
              {words.vi} ({unit.vi})
            </th>
            <td className="number">{before}</td>
            <td className="number">{after}</td>
            <td>
              {reason} ({showDate(onDay)})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function TaskTable({ tasks }: Pick<MonthReport, 'tasks'>) {
  return (
    <table>
      <Head>
        <th scope="col" className="wide-only">
          STT
        </th>
        <th scope="col">Nội dung</th>
        <th scope="col">Người làm</th>
        <th scope="col" className="wide-only">
          Địa bàn
        </th>
        <th scope="col">Hạn</th>
      </Head>
      <tbody>
        {tasks.map(({ content, member, area, dueOn }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task of a kept report has no id, and the list never moves
          <tr key={i}>
            <td className="wide-only number">{i + 1}</td>
            <th scope="row">{content}</th>
            <td>{member?.name ?? ''}</td>
            <td className="wide-only">{area ?? ''}</td>
            <td>{dueOn === null ? '' : showDate(dueOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
