import { showDate, zone } from '@ke-vai/contract/date/date.ts'

/** «21/11/2026 14:05», in Việt Nam. */
export function showMoment(at: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [day, time] = parts.format(new Date(at)).split(' ')
  return `${showDate(day ?? '')} ${time}`
}
