import type { Read } from '../platform/reads.ts'
import { makeDocx } from './docx.ts'
import { computeFigures, type Period } from './figures.ts'
import { insertSnapshot, selectAmendments, selectSnapshot } from './kept.ts'
import {
  type Cycle,
  computeFiguresOfMonth,
  makeReportBody,
  seesWholeBook,
  selectTexts,
} from './report-body.ts'
import { reportOfMonth, showMonthReport, takeMonthDocx, takeMonthXlsx } from './show-report.ts'
import { makeXlsx, safeText } from './xlsx.ts'

/** The report's handlers and what the month needs of it: the door of this folder. */
export const reportReads: Read[] = [showMonthReport, takeMonthXlsx, takeMonthDocx]

export type { Cycle, Period }
export {
  computeFigures,
  computeFiguresOfMonth,
  insertSnapshot,
  makeDocx,
  makeReportBody,
  makeXlsx,
  reportOfMonth,
  safeText,
  seesWholeBook,
  selectAmendments,
  selectSnapshot,
  selectTexts,
}
