/** What both sides call a companion by: 14 → «ĐH-014». Of the club; it says nothing of the case. */
export const companionNumber = (number: number): string => `ĐH-${String(number).padStart(3, '0')}`
