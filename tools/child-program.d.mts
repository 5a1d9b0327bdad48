/** The repository's folder. */
export const root: string

/** Runs a program of Node's in the repository's folder, to its end; code 0 when all went well. */
export function runNode(
  args: string[],
  how: { show: boolean; mortal?: boolean; env?: Record<string, string> },
): Promise<{ code: number; output: string }>
