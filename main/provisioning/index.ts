export { createProvisioning } from './provisioning.ts';
export type { Provisioning } from './provisioning.ts';
export type { ProvisioningDeps } from './provisioning-deps.ts';
