/** Builds the app unless `app/dist` was built from these very sources; code 0 when it is as it should be. */
export function buildApp(): Promise<{ code: number; output: string }>
