import type { Topic } from '@ke-vai/contract/register/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'

// Words of the books, folded, and the topic that they tell. The first that fits counts; the words are kept, sealed.
const tellings: readonly (readonly [RegExp, Topic])[] = [
  [/qua mang|mang xa hoi|facebook|zalo|viec nhe luong cao/, 'online_lure'],
  [/xkld|cong ty|tuyen dung|moi gioi|xuat khau lao dong/, 'employer_check'],
  [/giay to|khai sinh|can cuoc|ho khau|cu tru|quoc tich/, 'papers'],
  [/hoc nghe|viec lam|dao tao/, 'vocational_need'],
  [/sinh ke|vay von|lam an|chan nuoi|trong trot/, 'livelihood'],
  [/luat|phap ly/, 'law'],
  [/suc khoe|kham|chua benh/, 'health'],
  [/gia dinh|con cai|chong/, 'family'],
  [/dong vien|tinh than|tham hoi/, 'encouragement'],
]

/** The topic of what a book says was talked about; none when it says nothing. */
export function topicOf(content: string | null): Topic[] {
  if (content === null) return []
  const folded = foldText(content)
  return [tellings.find(([words]) => words.test(folded))?.[1] ?? 'other']
}
