import { showDate } from '@ke-vai/contract/date/date.ts'
import { clueKinds } from '@ke-vai/contract/tracing/codes.ts'
import type { TracingNow } from '@ke-vai/contract/tracing/state.ts'
import { tracingAsk, tracingPreview } from '@ke-vai/contract/tracing/tracing.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { SealedWords } from '../case/SealedWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'

const words = {
  ask: { vi: 'Hỏi một nơi khác', en: 'Ask another body' },
  clues: { vi: 'Gửi những điều nào', en: 'What is sent' },
  to: { vi: 'Gửi tới', en: 'To whom' },
  preview: { vi: 'Xem nơi nhận sẽ thấy gì', en: 'See what they will see' },
  not: {
    vi: 'Không gửi: tên, ngày sinh, số điện thoại, giấy tờ, mã hồ sơ, câu chuyện của người được hỗ trợ.',
    en: 'Not sent: her name, birth, telephone, papers, code, story.',
  },
  send: { vi: 'Gửi, không nêu tên', en: 'Send, without a name' },
} as const

interface Props {
  organisationId: string
  caseId: string
  clues: TracingNow['clues']
  bodies: readonly { id: string; name: string }[]
}

/** Chooses clues and a body, shows exactly what would be read there, then sends it. */
export function AskBody({ organisationId, caseId, clues, bodies }: Props) {
  const { say } = useLanguage()
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [clueIds, setClueIds] = useState<string[]>([])
  const [to, setTo] = useState('')
  const [seen, setSeen] = useState('')
  const chosen = `${to} ${clueIds.join(' ')}`
  const asked = { organisationId, caseId, toOrganisationId: to, clueIds }
  const ready = to !== '' && clueIds.length > 0
  return (
    <Opening text={say(words.ask)}>
      {(close) => (
        <CommandForm
          command={tracingAsk}
          submit={say(words.send)}
          ready={ready && seen === chosen}
          args={() => ({ ...asked, requestId })}
          onDone={() => {
            setRequestId(crypto.randomUUID())
            setClueIds([])
            setSeen('')
            close()
          }}
        >
          <Choice
            label={say(words.clues)}
            options={clues.map(({ id, kind, onDay }) => ({
              code: id,
              text: `${say(clueKinds[kind])}, ${showDate(onDay)}`,
            }))}
            chosen={clueIds}
            several
            onChange={setClueIds}
          />
          <Choice
            label={say(words.to)}
            options={bodies.map(({ id, name }) => ({ code: id, text: name }))}
            chosen={to === '' ? [] : [to]}
            onChange={([id]) => setTo(id ?? '')}
          />
          {ready && (
            <SealedWords
              key={chosen}
              text={say(words.preview)}
              open={async () => {
                const { sent } = await sendNow(tracingPreview, asked)
                setSeen(chosen)
                return sent.map((each) => `${say(clueKinds[each.kind])}: ${each.words}`)
              }}
            />
          )}
          <Notice>{say(words.not)}</Notice>
        </CommandForm>
      )}
    </Opening>
  )
}
