import { followUpLose, followUpResume, followUpStop } from '@ke-vai/contract/follow-up/follow-up.ts'
import type { FollowUpsNow } from '@ke-vai/contract/follow-up/state.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'

const words = {
  stop: { vi: 'Người ấy chưa muốn được hỏi thăm', en: 'She wants no follow-ups now' },
  stopLead: {
    vi: 'Không ai được nhắc nữa. Người ấy không mất quyền hay hỗ trợ nào, và có thể đổi ý bất cứ lúc nào.',
    en: 'Nobody is reminded any more. She loses no right and no support, and may change her mind at any time.',
  },
  resume: { vi: 'Theo dõi lại', en: 'Resume' },
  resumeLead: {
    vi: 'Những lần sắp tới được nhắc lại; lần đã qua thì thôi.',
    en: 'Those to come remind again; what has passed does not.',
  },
  lose: { vi: 'Ghi mất liên lạc', en: 'Contact is lost' },
  loseLead: {
    vi: 'Đã thử nhiều lần, vào giờ khác nhau, theo cách an toàn. Không để lại lời nhắn có tên hay lý do.',
    en: 'Tried several times, at different hours, in the safe way. Leave no message with a name or a reason.',
  },
  note: { vi: 'Ghi thêm (được cất kín)', en: 'More (sealed)' },
} as const

interface Props {
  organisationId: string
  caseId: string
  now: FollowUpsNow
  /** The case is neither closed nor handed over. */
  open: boolean
}

/** Her refusal, its end, and contact that was lost: whichever may follow. */
export function StopForms({ organisationId, caseId, now, open }: Props) {
  const { say } = useLanguage()
  const ofCase = { organisationId, caseId }
  return (
    <div className="actions">
      {now.standing !== 'running' && open && (
        <Opening text={say(words.resume)}>
          {(close) => (
            <OneForm
              command={followUpResume}
              {...ofCase}
              title={words.resume}
              lead={words.resumeLead}
              onDone={close}
            />
          )}
        </Opening>
      )}
      {now.standing !== 'stopped' && open && (
        <Opening text={say(words.stop)}>
          {(close) => (
            <OneForm
              command={followUpStop}
              {...ofCase}
              title={words.stop}
              lead={words.stopLead}
              onDone={close}
            />
          )}
        </Opening>
      )}
      {now.standing === 'running' && now.tries > 0 && open && (
        <Opening text={say(words.lose)}>
          {(close) => (
            <OneForm
              command={followUpLose}
              {...ofCase}
              title={words.lose}
              lead={words.loseLead}
              onDone={close}
            />
          )}
        </Opening>
      )}
    </div>
  )
}

interface FormProps {
  command: typeof followUpStop | typeof followUpResume | typeof followUpLose
  organisationId: string
  caseId: string
  title: Words
  lead: Words
  onDone: () => void
}

function OneForm({ command, organisationId, caseId, title, lead, onDone }: FormProps) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={command}
      submit={say(title)}
      args={() => ({ organisationId, caseId, words: text })}
      onDone={onDone}
    >
      <p>{say(lead)}</p>
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}
