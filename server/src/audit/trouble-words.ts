import { zone } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import type { Trouble, Wrong } from './chain-check.ts'
import type { HeadsTrouble } from './verify-audit.ts'

const wrongs: Record<Wrong, Words> = {
  altered: { vi: 'nội dung đã bị sửa', en: 'its content was altered' },
  missing: { vi: 'dòng này đã mất', en: 'the line is gone' },
  extra: { vi: 'dòng này thừa, không thuộc chuỗi', en: 'the line does not belong to the chain' },
  head: { vi: 'đầu chuỗi trong cơ sở dữ liệu đã bị sửa', en: 'the head of the chain was altered' },
  rewritten: {
    vi: 'chuỗi đã bị viết lại: không khớp với bản đã ký',
    en: 'the chain was written anew: it is not what was signed',
  },
  cut: {
    vi: 'từ dòng này trở đi đã bị cắt: bản đã ký còn ghi các dòng ấy',
    en: 'from here on lines were cut off: they had been signed',
  },
  before_chain: {
    vi: 'các dòng có từ trước khi lập chuỗi đã bị sửa, xóa hoặc thêm',
    en: 'lines of before the chain were altered, removed or added',
  },
}

const headsWrongs: Record<HeadsTrouble['wrong'], Words> = {
  not_signed_so: {
    vi: 'tệp đầu chuỗi đã ký: dòng này bị sửa hoặc không do khóa này ký',
    en: 'the file of signed heads: the line was altered or is not signed by this key',
  },
  copy_differs: {
    vi: 'tệp đầu chuỗi đã ký: khác với bản ở thư mục thứ hai',
    en: 'the file of signed heads differs from its copy',
  },
  no_public_key: {
    vi: 'có đầu chuỗi đã ký nhưng không đọc được khóa công khai; hãy dùng --public-key',
    en: 'there are signed heads but no public key to read them with; use --public-key',
  },
}

/** 'dd/mm/yyyy hh:mm:ss' in Việt Nam, of microseconds since 1970. */
function showMoment(micros: string | null): string {
  const moment = new Date(Number(micros) / 1000)
  if (micros === null || Number.isNaN(moment.getTime())) return ''
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return format.format(moment).replace(',', '')
}

/** Where a chain is bad and how, in one sentence in two languages. @param name of the chain's organisation */
export function sayTrouble(trouble: Trouble, name: Words): string {
  const { seq, until, wrong } = trouble
  const moment = showMoment(trouble.at)
  const [numbers, moments] = [
    until === undefined || until === seq ? `${seq}` : `${seq}–${until}`,
    moment && ` (${moment})`,
  ]
  return `Nhật ký của ${name.vi}, dòng ${numbers}${moments}: ${wrongs[wrong].vi} (audit of ${name.en}, line ${numbers}${moments}: ${wrongs[wrong].en}).`
}

export function sayHeadsTrouble({ line, wrong }: HeadsTrouble): string {
  const [vi, en] = line === null ? ['', ''] : [`, dòng ${line}`, `, line ${line}`]
  return `Không khớp${vi}: ${headsWrongs[wrong].vi} (mismatch${en}: ${headsWrongs[wrong].en}).`
}
