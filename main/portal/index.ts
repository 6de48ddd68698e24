export { createPortal } from './portal.ts';
export type { Portal } from './portal.ts';
export type { PortalDeps, Signer } from './portal-deps.ts';
