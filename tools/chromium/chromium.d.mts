/** Finds a Chromium, or installs one: its program and the flags that it needs on this machine. */
export function findChromium(): Promise<{ path: string; args: string[] }>
