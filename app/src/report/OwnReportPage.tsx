import { useOwnClubId } from '../account/own-club.ts'
import { paths } from '../paths.ts'
import { ReportPage } from './ReportPage.tsx'

/** The report of one's own club. */
export function OwnReportPage({ month }: { month?: string }) {
  const clubId = useOwnClubId()
  return <ReportPage clubId={clubId} pathOf={paths.reportOf} {...(month ? { month } : {})} />
}
