import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importLedgerCommand, previewLedgerCommand } from '@ke-vai/contract/ledger/commands.ts'
import type { LedgerCounts, LedgerPreview } from '@ke-vai/contract/ledger/ledger.ts'
import { describeImport, ledgerCommands } from '../ledger/ledger.ts'
import { asActor } from '../platform/actor.ts'
import { runCommand } from '../platform/commands.ts'
import { findClub, operator } from './find-club.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'

/** The largest workbook that the command takes. */
const most = 5 * 1024 * 1024

/** Brings a paper register in, or with `dryRun` only shows what would happen. */
export async function importRegister(
  asked: { file: string; club: string; dryRun: boolean; acceptMerges: boolean; json: boolean },
  terminal: Terminal,
): Promise<void> {
  const file = await readWorkbook(asked.file)
  const database = await openDatabase(terminal)
  try {
    const clubId = await findClub(database.app, asked.club)
    const book = { clubId, fileName: basename(asked.file), file, answers: {} }
    const answer = asked.dryRun
      ? await preview(database, book)
      : await bringIn(database, { ...book, acceptMerges: asked.acceptMerges })
    terminal.print(asked.json ? JSON.stringify(answer.found, null, 2) : answer.text)
  } finally {
    await database.close()
  }
}

async function readWorkbook(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) throw new CommandRefusal('Không đọc được tệp sổ', 'the workbook cannot be read')
  if (bytes.length > most)
    throw new CommandRefusal('Tệp sổ lớn hơn 5 MB, xin chia nhỏ', 'the workbook is larger than 5 MB')
  return bytes.toString('base64')
}

type Definition = typeof previewLedgerCommand | typeof importLedgerCommand

async function send(database: OpenDatabase, definition: Definition, args: unknown): Promise<unknown> {
  const command = ledgerCommands.find((each) => each.definition === definition)
  if (!command) throw new Error(`${definition.name} has no handler`)
  const arrival = {
    id: randomUUID(),
    deviceTime: new Date().toISOString(),
    args: definition.args.parse(args),
  }
  return runCommand(database.app, database.vault, operator, command, arrival)
}

async function preview(database: OpenDatabase, book: object) {
  const found = previewLedgerCommand.result.parse(await send(database, previewLedgerCommand, book))
  return { found, text: previewText(found) }
}

async function bringIn(
  database: OpenDatabase,
  book: { clubId: string; fileName: string; file: string; acceptMerges: boolean },
) {
  const args = { ...book, importId: randomUUID() }
  const done = importLedgerCommand.result.parse(await send(database, importLedgerCommand, args))
  const text = [
    `Đã nhập: ${countsText(done.added)}.`,
    `Còn ${done.left.questions} câu hỏi chờ trả lời, ${done.left.refusedRows} dòng chưa nhập được.`,
  ].join('\n')
  const { clubId, file, fileName } = book
  const counted = await asActor(database.app, operator, { clubId }, (tx, actor) =>
    describeImport(
      tx,
      { id: clubId, province: actor.clubProvince ?? '' },
      Buffer.from(file, 'base64'),
      fileName,
    ),
  )
  return { found: { ...counted, added: done.added }, text }
}

const countsText = (counts: LedgerCounts) =>
  `${counts.persons} người được hỗ trợ, ${counts.members} thành viên, ${counts.contacts} lượt tiếp cận, ${counts.referrals} lượt chuyển gửi, ${counts.sessions} buổi truyền thông`

function previewText(found: LedgerPreview): string {
  const place = (at: { sheet: string; row: number | null; column: string | null }) =>
    `${at.sheet}${at.row === null ? '' : ` ${at.column ?? 'dòng '}${at.row}`}`
  return [
    'Xem thử, chưa ghi gì (dry run, nothing was written).',
    `Sẽ thêm: ${countsText(found.adds)}.`,
    `Đã có từ trước: ${countsText(found.alreadyHere)}.`,
    `Chưa nhập được: ${found.refusedRows} dòng. Cần trả lời: ${found.questions.length} câu hỏi.`,
    ...found.problems.map((each) => `  ${place(each)}: ${each.message.vi} ${each.whatToDo.vi}`),
    ...found.questions.map((each) => `  ${place(each)}: ${each.message.vi}`),
  ].join('\n')
}
