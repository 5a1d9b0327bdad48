import { z } from 'zod'
import { plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { words } from '../words.ts'

/**
 * The register on paper, when somebody asks for paper: codes, dates, and columns to write in. No name, no address, no
 * group, no free text, and not even the club's name, which says what the club is for: a lost sheet tells nothing.
 */
export const registerPaper = defineRead({
  name: 'register.paper',
  path: '/clubs/:clubId/register/paper',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({}),
  response: z.object({
    title: words,
    printedOn: plainDate,
    columns: z.array(z.object({ key: z.string(), words, blank: z.boolean() })),
    rows: z.array(
      z.object({
        no: z.number().int(),
        code: z.string(),
        knownOn: plainDate.nullable(),
        lastContactOn: plainDate.nullable(),
        nextDueOn: plainDate.nullable(),
      }),
    ),
  }),
  permission: 'register.read',
  scope: 'club',
  audit: 'REGISTER_PRINTED',
  summary: { vi: 'Bản in của sổ theo dõi', en: 'The register for printing' },
})

/** The columns of the sheet, in order; the blank ones are for the pen. */
export const paperColumns = [
  { key: 'no', words: { vi: 'STT', en: 'No.' }, blank: false },
  { key: 'code', words: { vi: 'Mã số', en: 'Code' }, blank: false },
  { key: 'knownOn', words: { vi: 'Ngày ghi sổ', en: 'Entered on' }, blank: false },
  { key: 'lastContactOn', words: { vi: 'Lần gặp gần nhất', en: 'Last met on' }, blank: false },
  { key: 'nextDueOn', words: { vi: 'Hẹn lần tới', en: 'Next due on' }, blank: false },
  { key: 'metOn', words: { vi: 'Ngày gặp', en: 'Met on' }, blank: true },
  { key: 'done', words: { vi: 'Việc đã làm', en: 'What was done' }, blank: true },
  { key: 'remark', words: { vi: 'Ghi chú', en: 'Remark' }, blank: true },
]
