import { contract } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Services } from '../api/services.ts';

/** Services of which the given areas are real and all others say that they are not there. */
export function stubServices(real: Partial<Services>): Services {
  const services: Record<string, object> = {};
  for (const [area, procedures] of Object.entries(contract)) {
    services[area] = Object.fromEntries(
      Object.keys(procedures).map((name) => [
        name,
        () => Promise.reject(new AppError('UNAVAILABLE', { retryable: true })),
      ]),
    );
  }
  return { ...services, ...real } as Services;
}
