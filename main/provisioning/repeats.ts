import { provisioningLimits } from '../../shared/model/provisioning.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';

/**
 * The newest sending of the same configuration within the last ten minutes; undefined when there is
 * none. One that has failed is on no phone, so it does not count.
 */
export function repeatOf(
  sent: readonly ConfigurationRow[],
  fingerprint: string,
  now: number,
): ConfigurationRow | undefined {
  return sent.find(
    (row) =>
      row.fingerprint === fingerprint &&
      row.state !== 'failed' &&
      row.createdAt > now - provisioningLimits.repeatMs,
  );
}
