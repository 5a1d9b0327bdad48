import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { monthPrepare } from '@ke-vai/contract/month/commands.ts'
import { type MonthPage, monthAgenda } from '@ke-vai/contract/month/month.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Agenda } from './Agenda.tsx'
import { GiveTasks } from './GiveTasks.tsx'
import { MeetingSteps } from './MeetingSteps.tsx'
import { MonthFigures } from './MonthFigures.tsx'
import { MonthTextsForm } from './MonthTextsForm.tsx'
import { SavedLine } from './SavedLine.tsx'
import { Step } from './Step.tsx'
import { SubmitMonth } from './SubmitMonth.tsx'
import { withoutWarning } from './without-warning.ts'

const begin: Partial<Record<MonthPage['state'], Words>> = {
  open: { vi: 'Bắt đầu chuẩn bị họp', en: 'Begin to prepare the meeting' },
  returned: { vi: 'Bắt đầu sửa theo góp ý', en: 'Begin to correct' },
}

interface Props {
  club: ClubPage
  month: MonthPage
  again: () => void
}

/** The monthly meeting on one scroll: what the book knows is there already, the rest is tapped and written. */
export function MonthMeeting({ club, month, again }: Props) {
  const address = { clubId: club.id, month: month.month }
  const agenda = useRead(monthAgenda, address, {})
  const report = useRead(monthReportRead, address, {})
  return (
    <>
      {month.may.includes('prepare') && <Begin month={month} address={address} />}
      <Step no={1} title={{ vi: 'Chương trình họp', en: 'Agenda' }}>
        <Reading of={withoutWarning(agenda)}>
          {(data) => <Agenda agenda={data} members={club.members ?? []} month={month} />}
        </Reading>
      </Step>
      <Step no={2} title={{ vi: 'Số liệu tháng', en: 'Figures of the month' }}>
        <Reading of={withoutWarning(report)}>{({ lines }) => <MonthFigures lines={lines} />}</Reading>
      </Step>
      <MeetingSteps club={club} month={month} again={again} />
      <Step no={5} title={{ vi: 'Tình hình và tháng sau', en: 'Situation and next month' }}>
        <MonthTextsForm address={address} month={month} again={again} />
      </Step>
      <Step no={6} title={{ vi: 'Giao việc tháng sau', en: "Next month's tasks" }}>
        <GiveTasks club={club} month={month} />
      </Step>
      <Step no={7} title={{ vi: 'Xem báo cáo và nộp', en: 'Look at the report and submit' }}>
        <SubmitMonth club={club} month={month} />
      </Step>
      <SavedLine draftsBelow={`${address.clubId}/${address.month}/`} />
    </>
  )
}

function Begin({ month, address }: { month: MonthPage; address: { clubId: string; month: string } }) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const text = begin[month.state]
  if (!text) return null

  async function prepare() {
    setBusy(true)
    setRefusal(null)
    try {
      await sendNow(monthPrepare, address)
      readAgain()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
    setBusy(false)
  }

  return (
    <>
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
      <Button wide busy={busy} onClick={() => void prepare()}>
        {say(text)}
      </Button>
    </>
  )
}
