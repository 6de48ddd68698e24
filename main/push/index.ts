export type { AlertNow, AlertNowInput } from './alert-now.ts';
export { createPush } from './push.ts';
export type { Push, PushDeps } from './push.ts';
