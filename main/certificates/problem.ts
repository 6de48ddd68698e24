import type { CertificateProblem } from '../../shared/model/settings.ts';

/** A reason why there is no certificate that an admin can do something about. */
export class CertificateError extends Error {
  readonly problem: CertificateProblem;

  constructor(
    code: CertificateProblem['code'],
    params: CertificateProblem['params'] = {},
    cause?: unknown,
  ) {
    super(`certificate: ${code}`, { cause });
    this.name = 'CertificateError';
    this.problem = { code, params };
  }
}

/** What went wrong, as a problem; what is no {@link CertificateError} becomes one of `code`. */
export function toProblem(error: unknown, code: CertificateProblem['code']): CertificateProblem {
  if (error instanceof CertificateError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { code, params: { detail } };
}
