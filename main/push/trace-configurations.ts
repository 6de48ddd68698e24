import type { Configuration } from '../../shared/model/provisioning.ts';
import type { TraceConfiguration } from '../../shared/model/trace.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import { shownMessage } from '../store/message-parts.ts';
import type { MessageRow, Store } from '../store/types.ts';
import { configurationSteps } from './configuration-steps.ts';
import type { DeviceIndex } from './device-index.ts';
import { namedDeliveries } from './named-deliveries.ts';
import type { ShowSessions } from './show-sessions.ts';

/** What {@link configurationOf} needs. */
export interface TraceConfigurationDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly devices: DeviceIndex;
  readonly showSessions: ShowSessions;
}

/** The way of one configuration. Its messages are shown without the secrets that they carry. */
export async function configurationOf(
  { store, clock, devices, showSessions }: TraceConfigurationDeps,
  row: ConfigurationRow,
  gateways: ReadonlyMap<string, string>,
): Promise<TraceConfiguration> {
  const messages: MessageRow[] = [];
  for (const id of row.messageIds) {
    const message = await store.messages.get(id);
    if (message !== undefined)
      messages.push({ ...message, parts: message.shownParts ?? message.parts });
  }
  const rows = await store.messages.listDeliveries(messages.map(({ id }) => id));
  const deliveries = await namedDeliveries(store, rows, gateways);
  const accepted = deliveries.findLast(({ outcome }) => outcome === 'accepted');
  const stored = row.sessionId === null ? undefined : await store.sessions.get(row.sessionId);
  const [session = null] = stored === undefined ? [] : await showSessions([stored]);
  const gateway = accepted?.gatewayName ?? '';
  return {
    configuration: shownConfiguration(row, clock.now()),
    deviceName: devices.get(row.deviceId)?.name ?? '',
    steps: configurationSteps({ configuration: row, messages, gateway, session }),
    messages: messages.map(shownMessage),
    deliveries,
    session,
  };
}

function shownConfiguration(row: ConfigurationRow, now: number): Configuration {
  const { accountId: _accountId, fingerprint: _fingerprint, pinUntil, ...shown } = row;
  return { ...shown, pinUntil: pinUntil !== null && pinUntil > now ? pinUntil : null };
}
