import type { Clock } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { GatewayRow, Store } from '../store/types.ts';
import type { Gateway, GatewayEvents } from './gateways/gateway.ts';
import { openHttpGateway } from './gateways/http-gateway.ts';
import type { HttpGatewayOptions } from './gateways/http-gateway.ts';
import { openModemGateway } from './gateways/modem/modem-gateway.ts';
import { createPinMemory } from './gateways/modem/pin-memory.ts';
import { openSerialPort } from './gateways/modem/serial-port-link.ts';
import { openPeerGateway } from './gateways/peer/peer-gateway.ts';
import { openSimulatorGateway } from './gateways/simulator-gateway.ts';
import type { SimulatorPhones } from './gateways/simulator-gateway.ts';
import { openSmppGateway } from './gateways/smpp/smpp-gateway.ts';

/** What gateways of all kinds are opened with. */
export interface OpenGatewayDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: LogWriter;
  readonly phones: SimulatorPhones;
  /** Milliseconds until a virtual phone reports a delivery. */
  readonly simulatorReportMs: number;
  /** Where an HTTP provider is to report the delivery of a message; null where nobody could. */
  readonly reportUrl: NonNullable<HttpGatewayOptions['reportUrl']>;
}

/**
 * Opens the gateway of a row; undefined when its settings are faulty.
 *
 * @param password Its password, token or PIN.
 */
export function openGateway(
  { store, clock, random, log, phones, simulatorReportMs, reportUrl }: OpenGatewayDeps,
  row: GatewayRow,
  password: string | undefined,
  events: GatewayEvents,
): Gateway | undefined {
  switch (row.kind) {
    case 'http':
      return openHttpGateway({ clock, row, password, reportUrl });
    case 'peer':
      return openPeerGateway({ store, clock, row, password, events });
    case 'modem': {
      const pins = createPinMemory(store);
      const modem = { clock, log, pins, openSerial: openSerialPort, row, pin: password, events };
      return openModemGateway(modem);
    }
    case 'smpp':
      return openSmppGateway({ clock, random, log, row, password, events });
    case 'simulator':
      return openSimulatorGateway({
        ...{ id: row.id, phones, events },
        reportAfterMs: simulatorReportMs,
      });
  }
}
