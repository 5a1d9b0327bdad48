import { createHash } from 'node:crypto'
import { importLedgerCommand, previewLedgerCommand } from '@ke-vai/contract/ledger/commands.ts'
import { type Command, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { acceptMerges, answerLedger } from './answer-ledger.ts'
import { describeImport } from './describe-import.ts'
import { readBesideRegister } from './known-rows.ts'
import type { WorkbookRefusal } from './open-workbook.ts'
import type { LedgerPlan } from './plan.ts'
import { previewLedger } from './read-ledger.ts'
import { openRowBook } from './row-book.ts'
import { refreshPersons, writeContacts, writeMembers, writeReferrals, writeSessions } from './write-doings.ts'
import { writePersons } from './write-persons.ts'

function planOrRefuse(read: LedgerPlan | WorkbookRefusal): LedgerPlan {
  if ('refusal' in read) throw new Refused(read.refusal)
  return read
}

const previewHandler = command(previewLedgerCommand, async (args, context) => {
  await context.audit({
    subjectKind: 'club',
    subjectId: args.clubId,
    fields: ['identity'],
    reason: 'check_same_person',
  })
  const bytes = Buffer.from(args.file, 'base64')
  const plan = planOrRefuse(await readBesideRegister(context, args.clubId, args.fileName, bytes))
  return previewLedger(answerLedger(plan, args.answers))
})

const importHandler = command(importLedgerCommand, async (args, context) => {
  const { tx, province, actor } = context
  await context.audit({
    subjectKind: 'ledger_import',
    subjectId: args.importId,
    fields: ['identity', 'contact', 'referral', 'session', 'member'],
  })
  // One book at a time for a club: two at once could bring the same row in twice.
  await tx`select pg_advisory_xact_lock(hashtextextended(${args.clubId}, 1))`
  const bytes = Buffer.from(args.file, 'base64')
  const read = planOrRefuse(await readBesideRegister(context, args.clubId, args.fileName, bytes))
  const taken = args.acceptMerges ? answerLedger(read, acceptMerges(read)) : read
  const plan = answerLedger(taken, args.answers)
  const { adds, refusedRows } = previewLedger(plan)

  const book = openRowBook(context)
  const members = await writeMembers(context, args.clubId, plan, book)
  const { idOf, freshKeys } = await writePersons(context, args.clubId, plan, book)
  const known = { persons: idOf, freshKeys, members }
  await writeContacts(context, args.clubId, plan, known, book)
  await writeReferrals(context, args.clubId, plan, known, book)
  await writeSessions(context, args.clubId, plan, book)
  await refreshPersons(context, args.clubId)
  await tx`
    insert into ledger_import (province, id, club_id, file_hash, added, imported_by)
    values (${province}, ${args.importId}, ${args.clubId}, ${createHash('sha256').update(bytes).digest()},
      ${JSON.stringify(adds)}::text::jsonb, ${actor.id})`
  await book.write(args.clubId, args.importId)
  return { added: adds, left: { questions: plan.questions.length, refusedRows } }
})

export const ledgerCommands: Command[] = [previewHandler, importHandler]

export { describeImport }
