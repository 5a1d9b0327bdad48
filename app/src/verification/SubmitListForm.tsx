import { roundSubmit, submitRule } from '@ke-vai/contract/verification/rounds.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { readLines } from './list-lines.ts'

const words = {
  title: { vi: 'Danh sách của cơ quan tôi', en: 'Our own list' },
  hint: {
    vi: 'Mỗi dòng một mã, có thể dán từ bảng tính. Sau mã: QĐ (đã có quyết định), ĐXĐ (đang xác định), KXĐ (không xác định), CĐCC (chưa đủ căn cứ); rồi «có» hoặc «chưa» (được hỗ trợ). Để trống nghĩa là QĐ, có. Giữ danh sách gốc theo đúng thứ tự dòng.',
    en: 'One code in each line, also pasted from a sheet. After it: QĐ (identified), ĐXĐ (in identification), KXĐ (not identified), CĐCC (not enough grounds); then «có» or «chưa» (supported or not yet). Nothing means QĐ, có. Keep your own list in this order.',
  },
  send: { vi: 'Nộp danh sách (một lần)', en: 'Hand in the list (once)' },
} as const

/** Hands in a body's own list. What was typed is sent once and kept nowhere. */
export function SubmitListForm(ofRound: { organisationId: string; roundId: string }) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  const { lines, unread } = readLines(text)
  return (
    <CommandForm
      command={roundSubmit}
      submit={say(words.send)}
      ready={lines.length > 0 && unread.length === 0}
      rule={() =>
        submitRule(
          lines.map(({ code }) => code),
          false,
        )
      }
      args={() => ({ ...ofRound, lines })}
      onDone={() => setText('')}
    >
      <Field label={say(words.title)} hint={say(words.hint)}>
        <textarea
          rows={8}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <p className="quiet" role="status">
        {say({ vi: `${lines.length} dòng`, en: `${lines.length} lines` })}
      </p>
      {unread.length > 0 && (
        <Notice kind="careful">
          {say({
            vi: `Chưa đọc được dòng: ${unread.join(', ')}`,
            en: `Cannot read line: ${unread.join(', ')}`,
          })}
        </Notice>
      )}
    </CommandForm>
  )
}
