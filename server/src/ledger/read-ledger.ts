import type { LedgerCounts, LedgerPreview } from '@ke-vai/contract/ledger/ledger.ts'
import { type LedgerCircumstances, planOf } from './make-plan.ts'
import { openWorkbook, type WorkbookRefusal } from './open-workbook.ts'
import type { LedgerPlan, PlannedRow } from './plan.ts'

/**
 * Reads a club's workbook into a checked plan, or says why the file is not opened. Writes nothing, and never
 * throws on whatever the bytes are.
 */
export function readLedger(
  bytes: Uint8Array,
  circumstances: LedgerCircumstances,
): LedgerPlan | WorkbookRefusal {
  const workbook = openWorkbook(bytes, circumstances.fileName)
  return 'refusal' in workbook ? workbook : planOf(workbook, circumstances)
}

/** What the dry run shows: counts, problems and questions by sheet, row and column. No name, phone or birth. */
export function previewLedger(plan: LedgerPlan): LedgerPreview {
  const isNew = (row: PlannedRow) => row.recorded === null
  const newPersons = plan.persons.filter((person) => person.recorded === null && person.existingId === null)
  const adds: LedgerCounts = {
    persons: newPersons.length,
    members: plan.members.filter(isNew).length,
    contacts: plan.contacts.filter(isNew).length,
    referrals: plan.referrals.filter(isNew).length,
    sessions: plan.sessions.filter(isNew).length,
  }
  return {
    year: plan.year,
    sheets: [...plan.sheets],
    adds,
    alreadyHere: {
      persons: plan.persons.length - adds.persons,
      members: plan.members.length - adds.members,
      contacts: plan.contacts.length - adds.contacts,
      referrals: plan.referrals.length - adds.referrals,
      sessions: plan.sessions.length - adds.sessions,
    },
    refusedRows: plan.refusedRows,
    problems: [...plan.problems],
    questions: [...plan.questions],
  }
}
