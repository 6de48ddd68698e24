import type { Configuration, ProvisioningLink } from '../../../../shared/model/provisioning.ts';
import type { StateMark } from '../../../../shared/model/words.ts';

/** One thing that was sent to a device. */
export type HistoryRow =
  | { readonly kind: 'configuration'; readonly at: number; readonly configuration: Configuration }
  | { readonly kind: 'link'; readonly at: number; readonly link: ProvisioningLink };

/** Configurations and links together, newest first. */
export function historyRows(
  configurations: readonly Configuration[],
  links: readonly ProvisioningLink[],
): readonly HistoryRow[] {
  return [
    ...configurations.map<HistoryRow>((configuration) => ({
      kind: 'configuration',
      at: configuration.createdAt,
      configuration,
    })),
    ...links.map<HistoryRow>((link) => ({ kind: 'link', at: link.createdAt, link })),
  ].sort((one, other) => other.at - one.at);
}

/** State marks of links. */
export const linkMarks: Readonly<Record<ProvisioningLink['state'], StateMark>> = {
  open: 'waiting',
  used: 'working',
  expired: 'off',
  revoked: 'off',
};
