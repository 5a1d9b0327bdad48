import { type MonthState, monthStates } from '@ke-vai/contract/month/state.ts'
import { useLanguage } from '../language/language.ts'

/** Where a month stands, in words; the colour only repeats them. */
export function StateChip({ state }: { state: MonthState }) {
  const { say } = useLanguage()
  return <span className={`state state-${state}`}>{say(monthStates[state])}</span>
}
