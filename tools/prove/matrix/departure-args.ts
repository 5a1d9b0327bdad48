import { today } from '@ke-vai/contract/date/date.ts'

/** What is agreed with a person before she goes to work abroad, with this for its code word. */
export const departureArgs = (of: object, codeWord: string) => ({
  ...of,
  country: 'japan',
  leavesAbout: today().slice(0, 7),
  work: 'factory',
  checkInOn: [today()],
  nextStep: 'commune_union',
  words: { contact: 'x', way: 'call', codeWord },
  agreed: true,
})
