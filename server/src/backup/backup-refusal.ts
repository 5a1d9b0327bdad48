/** Why a backup was not made or not restored: one sentence for the operator, shown without a stack. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal'

  /**
   * @param vietnamese the sentence without its full stop
   * @param english the same in English, shown in parentheses after it
   */
  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} (${english}).`)
  }
}

/** The file is cut short, altered, or no backup at all. */
export function damagedFile(): BackupRefusal {
  return new BackupRefusal(
    'Tệp sao lưu bị thiếu hoặc hỏng nên không dùng được; không có gì bị thay đổi, xin dùng một bản sao khác',
    'the backup file is incomplete or damaged; nothing was changed, use another copy',
  )
}
