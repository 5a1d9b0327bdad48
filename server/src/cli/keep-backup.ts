import { resolve } from 'node:path'
import { keysFileOf, keysLiveDays, makeBackup, restoreBackup } from '../backup/backup.ts'
import { masterKeyPath } from '../vault/key-path.ts'
import { findDatabase } from './open-database.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** Backs up the database to a file, while the product runs or not. */
export async function backUp(file: string, terminal: Terminal): Promise<void> {
  const { config, print, signal } = terminal
  const found = await findDatabase(terminal)
  try {
    const path = resolve(file)
    const { server, database } = found
    const { tables, rows, seconds } = await makeBackup({ server, database, file: path, signal })
    print(`Đã sao lưu ${counted(tables.length, rows, seconds)}: ${path}`)
    print(
      `Khóa đã bọc của từng người nằm riêng: ${keysFileOf(path)}. Tệp ấy chỉ giữ ${keysLiveDays} ngày rồi hủy, để người đã được xóa không mở lại được từ bản sao cũ; tệp dữ liệu giữ lâu hơn được (each person's wrapped key is in that second file: keep it ${keysLiveDays} days, then destroy it, or whoever was erased could be opened from an old copy; the data may be kept longer).`,
    )
    print(
      `Danh tính trong bản sao vẫn được niêm phong. Khóa không nằm trong đó: hãy cất riêng tệp ${masterKeyPath(config.dataDir)} (the key is not in the backup; keep that file apart).`,
    )
  } finally {
    await found.close()
  }
}

/** Restores a backup into the data folder of this configuration, which must be new or empty. */
export async function restore(
  file: string,
  { keyFile, keysFile }: { keyFile: string | undefined; keysFile: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const { config, print, say, signal } = terminal
  if (config.databaseUrl)
    throw new CommandRefusal(
      'Phục hồi chỉ dùng cho cơ sở dữ liệu đi kèm; hãy bỏ DATABASE_URL và đặt KE_VAI_DATA là một thư mục mới',
      'a backup is restored into the embedded database only; unset DATABASE_URL and set KE_VAI_DATA to a new folder',
    )
  const files = { keyFile: keyFile && resolve(keyFile), keysFile: keysFile && resolve(keysFile) }
  const asked = { file: resolve(file), dataDir: config.dataDir, ...files }
  const { tables, rows, seconds, keyInPlace, ...restored } = await restoreBackup({ ...asked, say, signal })
  print(`Đã phục hồi ${counted(tables.length, rows, seconds)}, từng dòng khớp với bản sao: ${config.dataDir}`)
  print(
    restored.keysFile === null
      ? 'Không có tệp .keys đi kèm: thông tin riêng không mở được (no file of wrapped keys: identities stay shut).'
      : `Khóa đã bọc lấy từ ${restored.keysFile} (the wrapped keys came from it).`,
  )
  if (restored.erased > 0)
    print(`${restored.erased} dòng đã xóa vẫn xóa (those who were erased stay erased).`)
  print(
    keyInPlace
      ? 'Khóa đã ở đúng chỗ: danh tính mở được như trước (the key is in place).'
      : `Chưa có khóa: danh tính chưa mở được. TRƯỚC khi chạy Kề Vai, hãy chép tệp khóa cũ vào ${masterKeyPath(config.dataDir)} (identities stay shut: put the old key there BEFORE the first start, which would otherwise make a new one).`,
  )
}

const counted = (tables: number, rows: number, seconds: number) =>
  `${number.format(tables)} bảng, ${number.format(rows)} dòng, ${number.format(seconds)} giây (${tables} tables, ${rows} rows, ${seconds.toFixed(1)} s)`
