export { createCertificates } from './certificates.ts';
export type { Certificates, CertificatesDeps } from './types.ts';
