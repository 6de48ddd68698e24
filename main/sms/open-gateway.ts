import type { Clock } from '../platform/clock.ts';
import type { GatewayRow } from '../store/types.ts';
import type { Gateway, GatewayEvents } from './gateways/gateway.ts';
import { openHttpGateway } from './gateways/http-gateway.ts';
import { openSimulatorGateway } from './gateways/simulator-gateway.ts';
import type { VirtualPhones } from './simulator/virtual-phones.ts';

/** What gateways of all kinds are opened with. */
export interface OpenGatewayDeps {
  readonly clock: Clock;
  readonly phones: VirtualPhones;
  /** Milliseconds until a virtual phone reports a delivery. */
  readonly simulatorReportMs: number;
}

/**
 * Opens the gateway of a row; undefined when its settings are faulty.
 *
 * @param password Its password, token or PIN.
 */
export function openGateway(
  { clock, phones, simulatorReportMs }: OpenGatewayDeps,
  row: GatewayRow,
  password: string | undefined,
  _events: GatewayEvents,
): Gateway | undefined {
  switch (row.kind) {
    case 'http':
    case 'peer':
    case 'modem':
    case 'smpp':
      return openHttpGateway({ clock, row, password });
    case 'simulator':
      return openSimulatorGateway(phones, simulatorReportMs);
  }
}
