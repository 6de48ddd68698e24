import type { ProvisioningReason } from '../../../../shared/model/provisioning.ts';

/** Where a click mends what stands in the way of a configuration. */
export type Mend =
  | { readonly kind: 'tab'; readonly tab: 'settings' | 'folders' }
  | { readonly kind: 'page'; readonly to: '/sms' | '/settings'; readonly section?: string }
  /** The field of this tab. */
  | { readonly kind: 'imsi' };

/** Reasons that a click can mend; for the others there are the link and the guide. */
export type MendableReason = Exclude<ProvisioningReason, 'no-ota-format' | 'uses-profile'>;

const mends: Readonly<Record<MendableReason, Mend>> = {
  'no-number': { kind: 'tab', tab: 'settings' },
  'no-gateway': { kind: 'page', to: '/sms' },
  'no-address': { kind: 'page', to: '/settings', section: 'devices' },
  'no-folder': { kind: 'tab', tab: 'folders' },
  'no-imsi': { kind: 'imsi' },
  'no-mail': { kind: 'page', to: '/settings', section: 'mail' },
  'too-long': { kind: 'tab', tab: 'folders' },
};

/** Whether a click can mend it. */
export function isMendable(reason: ProvisioningReason): reason is MendableReason {
  return Object.hasOwn(mends, reason);
}

/** What mends a reason. */
export function mendOf(reason: MendableReason): Mend {
  return mends[reason];
}
