import type { Words } from '@ke-vai/contract/words.ts'
import { useMe } from '../account/session.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { type Standing, saveAll, useStanding } from './drafts.ts'

const words: Record<Standing, Words | null> = {
  quiet: null,
  unsent: { vi: 'Đang lưu…', en: 'Saving…' },
  sending: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
  kept: {
    vi: 'Chưa lưu được. Chữ vẫn còn trên màn hình này.',
    en: 'Not saved yet. It is still on this screen.',
  },
}

/** One calm line that says whether what was written is safe. */
export function SavedLine({ draftsBelow }: { draftsBelow: string }) {
  const { say } = useLanguage()
  const me = useMe()
  const { standing, refusal } = useStanding(draftsBelow)
  const text = words[standing]
  return (
    <div className={text ? 'stick saved-line' : 'saved-line'} role="status">
      {text && (
        <p className={standing === 'kept' ? 'careful' : standing === 'saved' ? 'good' : 'quiet'}>
          <span aria-hidden="true">{standing === 'saved' ? '✓ ' : ''}</span>
          <span>{say(refusal && refusal.code !== 'no_answer' ? refusal.message : text)}</span>
        </p>
      )}
      {standing === 'kept' && (
        <Button look="quiet" onClick={() => void saveAll(me.id, draftsBelow).catch(() => {})}>
          {say({ vi: 'Thử lại', en: 'Try again' })}
        </Button>
      )}
    </div>
  )
}
