import { storyWritten } from '@ke-vai/contract/case/story.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { entryLine } from './entry-lines.ts'
import { OpenWords } from './OpenWords.tsx'
import { useMayAtAgency } from './own-agency.ts'
import type { CasePanelProps } from './panel.ts'
import { StoryForm } from './StoryForm.tsx'
import { timelineOf } from './timeline.ts'

const words = {
  about: {
    vi: 'Phần này là điều người được hỗ trợ đã muốn chia sẻ. Chỉ mở khi việc hỗ trợ thật sự cần, để người ấy không phải kể lại. Mỗi lần mở được ghi vào nhật ký, và tự đóng sau hai phút.',
    en: 'This is what the person supported wished to share. Open it only where the support needs it, so that nothing has to be told twice. Each opening is logged, and it closes by itself after two minutes.',
  },
  show: { vi: 'Tôi cần xem phần này', en: 'I need to see this' },
  none: {
    vi: 'Chưa có lời kể nào, và không bắt buộc phải có: hỗ trợ không chờ câu chuyện.',
    en: 'Nothing was told, and nothing need be: support does not wait for a story.',
  },
  write: { vi: 'Ghi điều đã được chia sẻ', en: 'Record what was shared' },
  correct: { vi: 'Sửa điều đã ghi nhầm', en: 'Correct what was written wrongly' },
  open: { vi: 'Mở lời kể', en: 'Open what was told' },
} as const

/** The story behind its extra steps: first why one is careful, then each part by itself, after a fresh proof. */
export function StoryPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const [shown, setShown] = useState(false)
  const told = timelineOf(page.entries.filter(({ tier }) => tier === 'story')).flatMap(
    ({ entries }) => entries,
  )
  const writes = useMayAtAgency()('case.story.write')
  const form = (close: () => void) => (
    <StoryForm
      organisationId={organisationId}
      caseId={caseId}
      correctsId={told.find(({ entry }) => entry.kind === storyWritten.kind)?.entry.id ?? null}
      onDone={close}
    />
  )
  if (told.length === 0)
    return (
      <>
        <p className="empty">{say(words.none)}</p>
        {writes && <Opening text={say(words.write)}>{form}</Opening>}
      </>
    )
  return (
    <>
      <Notice kind="careful">{say(words.about)}</Notice>
      {!shown && (
        <div>
          <Button look="quiet" onClick={() => setShown(true)}>
            {say(words.show)}
          </Button>
        </div>
      )}
      {shown && (
        <ul className="timeline">
          {told.map(({ entry }) => (
            <li key={entry.id}>
              <strong>{say(entryLine(entry.kind).words)}</strong>
              <span className="quiet">
                {showDate(entry.onDay)}
                {entry.recordedBy && ` · ${entry.recordedBy}`}
              </span>
              {entry.hasWords && (
                <OpenWords
                  organisationId={organisationId}
                  caseId={caseId}
                  entry={entry}
                  text={say(words.open)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {shown && writes && <Opening text={say(words.correct)}>{form}</Opening>}
    </>
  )
}
