import { fitsWildcard, type DeviceIdentity } from '../groupware/content/index.ts';

/** How the protocol is spoken with a device, where that differs from the specification. */
export interface ProtocolQuirks {
  /** Part of the device's own MaxMsgSize that it can really take. */
  readonly messageSizeFactor: number;
  /** Octets above which it fails, whatever it says. */
  readonly maxMessageSize: number | undefined;
  /** Successes of single items are not told: many of them choke it. Failures are. */
  readonly omitsItemStatuses: boolean;
  /** What it is told of an item that is there already. */
  readonly alreadyThereStatus: 200 | 418;
  /** It looks for the content type in each Item, not in the command. */
  readonly wantsTypeInItem: boolean;
  /** It stops when a failed Status has more than the references to what failed. */
  readonly omitsStatusItems: boolean;
}

/** Devices that a rule is for (`*` and `?` as wildcards), and what is different with them. */
export interface ProtocolQuirkRule {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly softwareVersion?: string;
  readonly changes: Partial<ProtocolQuirks>;
}

/** What the specification asks for. */
export const defaultQuirks: ProtocolQuirks = {
  messageSizeFactor: 1,
  maxMessageSize: undefined,
  omitsItemStatuses: false,
  alreadyThereStatus: 418,
  wantsTypeInItem: false,
  omitsStatusItems: false,
};

const uiq: Partial<ProtocolQuirks> = { omitsItemStatuses: true, wantsTypeInItem: true };

/** What is known of devices. All rules that fit apply, later ones win. A new device is a new row. */
export const protocolQuirkRules: readonly ProtocolQuirkRule[] = [
  // Symbian's buffer overflows close to the size that it asks for; S40 stops at a text with a 500.
  { manufacturer: 'Nokia*', changes: { messageSizeFactor: 0.7, omitsStatusItems: true } },
  { manufacturer: 'Siemens*', changes: { maxMessageSize: 3_200 } },
  { manufacturer: 'Motorola*', model: '*V3*', changes: { maxMessageSize: 6_000 } },
  { manufacturer: 'Sony*Ericsson*', model: '*K610*', changes: { maxMessageSize: 4_500 } },
  { manufacturer: 'Sony*Ericsson*', model: '*P800*', changes: uiq },
  { manufacturer: 'Sony*Ericsson*', model: '*P900*', changes: uiq },
  { manufacturer: 'Sony*Ericsson*', model: '*M600*', changes: uiq },
  // Its clients before 3.x took 418 for a failure. SyncEvolution, built on a newer one, has another name.
  { manufacturer: 'Synthesis*', changes: { alreadyThereStatus: 200 } },
];

/** The quirks of a device: the default, then every rule that fits. */
export function quirksOf(
  device: DeviceIdentity,
  rules: readonly ProtocolQuirkRule[] = protocolQuirkRules,
): ProtocolQuirks {
  const changes = rules
    .filter(
      (rule) =>
        fitsWildcard(rule.manufacturer, device.manufacturer) &&
        fitsWildcard(rule.model, device.model) &&
        fitsWildcard(rule.softwareVersion, device.softwareVersion),
    )
    .map((rule) => rule.changes);
  return Object.assign({}, defaultQuirks, ...changes) as ProtocolQuirks;
}
