import {
  caseWriteStory,
  periodBands,
  recruiterRelations,
  type TraffickingFacts,
  traffickingForms,
  traffickingMeans,
} from '@ke-vai/contract/case/story.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { storyWords, whereWords } from './story-words.ts'

const nothing: TraffickingFacts = {
  where: 'unknown',
  destination: '',
  means: [],
  forms: [],
  period: 'unknown',
  recruiter: 'unknown',
  words: '',
}

interface Props {
  organisationId: string
  caseId: string
  /** The entry that this one takes the place of; null where nothing was recorded yet. */
  correctsId: string | null
  onDone: () => void
}

/** What she told by herself, recorded once; each field may stay empty, and nothing is shown of what stood there before. */
export function StoryForm({ organisationId, caseId, correctsId, onDone }: Props) {
  const { say } = useLanguage()
  const [story, setStory] = useState(nothing)
  const set = (changes: Partial<TraffickingFacts>) => setStory({ ...story, ...changes })
  return (
    <CommandForm
      command={caseWriteStory}
      args={() => ({ organisationId, caseId, story, correctsId })}
      ready={JSON.stringify(story) !== JSON.stringify(nothing)}
      submit={say({ vi: 'Cất lời kể', en: 'Seal what was told' })}
      onDone={onDone}
    >
      <p>
        {say({
          vi: 'Chỉ ghi điều người ấy đã tự chia sẻ; xin đừng hỏi thêm để điền cho đủ. Mọi ô đều được để trống, và tất cả được cất kín.',
          en: 'Write only what was shared freely; please do not ask more to fill the fields. Everything may stay empty, and all of it is sealed.',
        })}
      </p>
      <CodeSelect
        label={say(storyWords.where)}
        codes={whereWords}
        value={story.where}
        onChange={(code) => set({ where: code || 'unknown' })}
      />
      <Field label={say(storyWords.destination)}>
        <input
          maxLength={60}
          value={story.destination}
          onChange={(event) => set({ destination: event.target.value })}
        />
      </Field>
      <Choice
        label={say(storyWords.means)}
        options={optionsOf(traffickingMeans, say)}
        chosen={story.means}
        several
        onChange={(means) => set({ means })}
      />
      <Choice
        label={say(storyWords.forms)}
        options={optionsOf(traffickingForms, say)}
        chosen={story.forms}
        several
        onChange={(forms) => set({ forms })}
      />
      <CodeSelect
        label={say(storyWords.period)}
        codes={periodBands}
        value={story.period}
        onChange={(code) => set({ period: code || 'unknown' })}
      />
      <CodeSelect
        label={say(storyWords.recruiter)}
        codes={recruiterRelations}
        value={story.recruiter}
        onChange={(code) => set({ recruiter: code || 'unknown' })}
      />
      <TextArea
        label={say(storyWords.words)}
        rows={8}
        maxLength={20_000}
        value={story.words}
        onChange={(text) => set({ words: text })}
      />
    </CommandForm>
  )
}
