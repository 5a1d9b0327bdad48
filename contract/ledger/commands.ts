import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { ledgerAnswers, ledgerCounts, ledgerPreview } from './ledger.ts'

/** Base64 of the workbook; 5 MB of file are the most that is taken. */
const workbook = z.base64().max(7_000_000)

const noAnswers = { sex: {}, samePerson: {}, eligibility: {} }

/** The dry run: reads the book, compares it with the register, changes nothing. */
export const previewLedgerCommand = defineCommand({
  name: 'ledger.preview',
  permission: 'ledger.import',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    fileName: z.string().max(255),
    file: workbook,
    answers: ledgerAnswers.default(noAnswers),
  }),
  result: ledgerPreview,
  audit: 'LEDGER_COMPARED',
  offline: false,
  keepsAnswer: false,
  summary: { vi: 'Xem thử sổ giấy trước khi nhập', en: 'Dry run of a paper register' },
})

/** Brings the book in, in one transaction. What was brought in before adds nothing. */
export const importLedgerCommand = defineCommand({
  name: 'ledger.import',
  permission: 'ledger.import',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    importId: z.uuid(),
    fileName: z.string().max(255),
    file: workbook,
    answers: ledgerAnswers.default(noAnswers),
    /** Takes every proposed pair as one person, as somebody would who answers «same» to each. */
    acceptMerges: z.boolean().default(false),
  }),
  result: z.object({
    added: ledgerCounts,
    left: z.object({ questions: z.number().int(), refusedRows: z.number().int() }),
  }),
  audit: 'LEDGER_IMPORTED',
  offline: false,
  summary: { vi: 'Nhập sổ giấy', en: 'Bring in a paper register' },
})
