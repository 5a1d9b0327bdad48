import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'

/** The officer's comment, until the month is submitted again. */
export function ReturnedComment({ entries }: Pick<MonthPage, 'entries'>) {
  const { say } = useLanguage()
  const last = entries.findLast(({ kind }) => kind === 'returned' || kind === 'submitted')
  if (last?.kind !== 'returned' || last.comment === null) return null
  return (
    <Notice kind="careful">
      <p>
        <strong>{say({ vi: 'Góp ý của Hội LHPN', en: "Comment of the ward's Union" })}</strong>
      </p>
      <p className="written">{last.comment}</p>
      <p>
        {say({
          vi: 'Chị sửa theo góp ý, rồi nộp lại ở bước 7.',
          en: 'Please correct accordingly, then submit again in step 7.',
        })}
      </p>
    </Notice>
  )
}
