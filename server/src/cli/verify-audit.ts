import { existsSync, readFileSync } from 'node:fs'
import { signAuditNow, verifyAuditOf } from '../audit/audit.ts'
import { connectAs, type Sql } from '../platform/database.ts'
import { findDatabase } from './open-database.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/**
 * Recomputes every chain of the audit and compares it with the signed heads, while the product runs or not. Says the
 * first bad line of each chain; throws CommandRefusal when there is one.
 */
export async function verifyAudit(
  { json, publicKey }: { json: boolean; publicKey: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const { config, print } = terminal
  const key = publicKey === undefined ? undefined : readKeyFile(publicKey)
  const found = await findDatabase(terminal)
  const sql = connectAs(found.server, found.database, 'ke_vai_backup', 1)
  try {
    await requireChain(sql)
    const verified = await verifyAuditOf(sql, config, key)
    if (json) print(JSON.stringify(verified, null, 2))
    else for (const line of [...verified.sentences, ...summary(verified)]) print(line)
    if (verified.sentences.length > 0)
      throw new CommandRefusal('Nhật ký KHÔNG còn nguyên vẹn', 'the audit is NOT intact')
  } finally {
    await sql.end({ timeout: 5 })
    await found.close()
  }
}

/** Signs the heads as they stand now. */
export async function signAudit(terminal: Terminal): Promise<void> {
  const found = await findDatabase(terminal)
  const sql = connectAs(found.server, found.database, 'ke_vai_app', 1)
  try {
    const round = await signAuditNow(sql, terminal.config)
    if (round === null)
      throw new CommandRefusal('Khóa ký nhật ký không còn ở đó', 'the key that signed the audit is gone')
    if (round.refused.length > 0)
      throw new CommandRefusal(
        'Nhật ký không còn khớp với bản đã ký; hãy chạy npx ke-vai verify-audit',
        'the audit no longer agrees with what was signed; run npx ke-vai verify-audit',
      )
    terminal.print(`Đã ký ${round.signed} đầu chuỗi (${round.signed} heads signed).`)
  } finally {
    await sql.end({ timeout: 5 })
    await found.close()
  }
}

function summary({
  chains,
  lines,
  heads,
  lastHeadAt,
  seconds,
}: Awaited<ReturnType<typeof verifyAuditOf>>): string[] {
  const counted = `Đã kiểm tra ${number.format(lines)} dòng của ${chains} chuỗi trong ${number.format(seconds)} giây (${lines} lines of ${chains} chains, ${seconds.toFixed(1)} s).`
  const signed =
    lastHeadAt === null
      ? 'Chưa có đầu chuỗi nào được ký: chưa thể thấy nếu phần cuối bị cắt hoặc cả chuỗi bị viết lại (no head was signed yet: a cut tail or a chain written anew cannot be seen).'
      : `Đã so với ${number.format(heads)} đầu chuỗi đã ký, lần cuối ${lastHeadAt}; việc xảy ra sau lúc ấy chưa được ký (compared with ${heads} signed heads; what came after the last is not signed yet).`
  return [counted, signed]
}

function readKeyFile(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8')
  throw new CommandRefusal('Không đọc được tệp khóa công khai', 'the public key cannot be read')
}

async function requireChain(sql: Sql): Promise<void> {
  const [there] = await sql`
    select from information_schema.columns where table_name = 'audit_chain' and column_name = 'head'`
  if (!there)
    throw new CommandRefusal(
      'Cơ sở dữ liệu này thuộc một bản Kề Vai chưa có chuỗi nhật ký; hãy chạy Kề Vai một lần để nâng cấp',
      'this database is of before the audit was chained; start the product once to upgrade it',
    )
}
