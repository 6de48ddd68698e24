export { createTroubleshooter } from './troubleshooter.ts';
export type { TroubleshooterDeps } from './troubleshooter.ts';
