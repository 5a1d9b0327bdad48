import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import type { MonthPage, monthAgenda } from '@ke-vai/contract/month/month.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'

interface Props {
  agenda: ResponseOf<typeof monthAgenda>
  members: readonly { id: string; displayName: string }[]
  month: MonthPage
}

const shown = 5

/** The agenda, made from the month: nobody types what the book already knows. */
export function Agenda({ agenda, members, month }: Props) {
  const { say } = useLanguage()
  const { contacts, sessions } = agenda.figures.month.counts
  const nameOf = (id: string | null) => members.find((each) => each.id === id)?.displayName
  return (
    <ol className="agenda">
      <li>
        {say({
          vi: `Điểm lại tháng từ ${showDate(month.first)} đến ${showDate(month.last)}: ${contacts.value} lượt gặp gỡ, ${sessions.value} cuộc truyền thông.`,
          en: `Look back on ${showDate(month.first)} to ${showDate(month.last)}: ${contacts.value} contacts, ${sessions.value} sessions.`,
        })}
      </li>
      <li>
        {agenda.planned.length === 0
          ? say({
              vi: 'Kế hoạch năm không ghi việc riêng cho tháng này.',
              en: 'The plan of the year names nothing for this month.',
            })
          : say({ vi: 'Theo kế hoạch năm:', en: 'By the plan of the year:' })}
        <ul className="dots">
          {agenda.planned.map(({ content, quantity }) => (
            <li key={content}>{quantity === null ? content : `${content} (${quantity})`}</li>
          ))}
        </ul>
      </li>
      <li>
        {agenda.tasksCarriedOver.length === 0
          ? say({ vi: 'Việc đã giao đều xong.', en: 'All tasks that were given are done.' })
          : say({
              vi: `Việc đã giao, chưa xong (${agenda.tasksCarriedOver.length}):`,
              en: `Given and not finished (${agenda.tasksCarriedOver.length}):`,
            })}
        <ul className="dots">
          {agenda.tasksCarriedOver.map(({ id, memberId, content, dueOn }) => (
            <li key={id}>
              {[content, nameOf(memberId), dueOn && showDate(dueOn)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </li>
      <li>
        {agenda.overdueTotal === 0
          ? say({ vi: 'Không có ai quá hẹn thăm.', en: 'Nobody waits past the day of a visit.' })
          : say({
              vi: `${agenda.overdueTotal} người quá hẹn, bàn ai đến thăm:`,
              en: `${agenda.overdueTotal} persons are overdue; who visits them:`,
            })}
        <ul className="dots">
          {agenda.overdue.slice(0, shown).map(({ personId, code, nextStep, dueOn }) => (
            <li key={personId}>
              <Link href={paths.person(personId)} className="code">
                {code}
              </Link>{' '}
              {[nextStep, showDate(dueOn)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
        {agenda.overdueTotal > shown && (
          <Link href={paths.register()}>{say({ vi: 'Xem cả trong sổ', en: 'See all in the register' })}</Link>
        )}
      </li>
      {agenda.situationNotes > 0 && (
        <li>
          {say({
            vi: `Trao đổi ${agenda.situationNotes} tin về tình hình địa bàn.`,
            en: `Talk over ${agenda.situationNotes} notes on the area.`,
          })}
        </li>
      )}
      <li>
        {say({
          vi: 'Bàn nội dung tháng sau và giao việc.',
          en: 'Settle what comes next month and give the tasks.',
        })}
      </li>
    </ol>
  )
}
