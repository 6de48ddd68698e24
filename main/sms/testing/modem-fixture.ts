import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import { alphabetOf, segmentText } from '../../codecs/gsm-sms/index.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { GatewayRow } from '../../store/types.ts';
import { gatewayDefaults } from '../areas/gateway-input.ts';
import type {
  Gateway,
  GatewayEvents,
  HandOver,
  IncomingPart,
  ProviderReport,
  Readiness,
} from '../gateways/gateway.ts';
import { openModemGateway } from '../gateways/modem/modem-gateway.ts';
import type { PinMemory } from '../gateways/modem/pin-memory.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { createModemLine } from './modem-line.ts';
import type { ModemLine } from './modem-line.ts';
import { ModemSimulator } from './modem-simulator.ts';
import type { ModemOptions } from './modem-simulator.ts';

/** What a gateway has told. */
export interface ModemTold {
  readonly readiness: Readiness[];
  readonly reports: ProviderReport[];
  readonly incoming: IncomingPart[];
  readonly lines: LogLine[];
  factsChanged: number;
}

/** A gateway over a simulated modem, on a clock that a test moves. */
export interface ModemFixture {
  readonly gateway: Gateway;
  readonly modem: ModemSimulator;
  readonly line: ModemLine;
  readonly clock: FakeClock;
  readonly told: ModemTold;
  /** Last thing told about being ready: `ready`, or the reason. */
  state(): string | undefined;
  /** Hands over a text and moves the clock until it is settled. */
  send(number: string, text?: string): Promise<HandOver>;
  /** Closes the gateway, and opens it again, with another PIN if one is given. */
  reopen(pin?: string): Promise<void>;
}

/** What a test may want otherwise. */
export interface ModemFixtureOptions extends Omit<ModemOptions, 'clock'> {
  readonly options?: Partial<GatewayOptions>;
  readonly givenPin?: string;
  /** Storing what came in fails as long as this says so. */
  readonly storeFails?: () => boolean;
  /** Storing what came in never ends. */
  readonly storing?: 'waits';
}

/** A row of a modem's gateway. */
export function modemRow(options: Partial<GatewayOptions> = {}): GatewayRow {
  return {
    ...gatewayDefaults,
    ...{ id: 'modem', kind: 'modem', name: 'Office modem', active: true, createdAt: 0 },
    options: { ...defaultGatewayOptions, path: '/dev/ttyUSB0', ...options },
  };
}

/** Remembers tried PINs for as long as it lives. */
export function createTestPins(): PinMemory {
  const tried = new Map<string, string>();
  return {
    wasTried: (id, pin) => Promise.resolve(tried.get(id) === pin),
    note: (id, pin) => Promise.resolve(void tried.set(id, pin)),
    clear: (id) => Promise.resolve(void tried.delete(id)),
  };
}

/** A text as the queue hands it over. */
export function outgoingText(number: string, text: string): OutgoingMessage {
  const { segments, dataCoding } = segmentText(text, { reference: 7 });
  return {
    ...{ id: `m-${number}`, traceId: null, number, dcs: dataCoding, pid: 0, parts: segments },
    ...{ alphabet: alphabetOf(dataCoding), sender: '', hasSecrets: false },
  };
}

/** Notes what a gateway tells. */
export function listenTo(
  storeFails: () => boolean = () => false,
  storing?: 'waits',
): {
  told: ModemTold;
  events: GatewayEvents;
} {
  const told: ModemTold = {
    ...{ readiness: [], reports: [], incoming: [], lines: [] },
    factsChanged: 0,
  };
  const store = (keep: () => void): Promise<void> => {
    if (storing === 'waits') return new Promise(() => undefined);
    if (storeFails()) return Promise.reject(new Error('disk full'));
    keep();
    return Promise.resolve();
  };
  const events: GatewayEvents = {
    report: (report) => store(() => told.reports.push(report)),
    incoming: (part) => store(() => told.incoming.push(part)),
    readiness: (readiness) => void told.readiness.push(readiness),
    factsChanged: () => {
      told.factsChanged += 1;
    },
  };
  return { told, events };
}

/** A log that is only noted. */
export function quietLog({ lines }: ModemTold): LogWriter {
  return {
    write(entry) {
      lines.push(entry);
      const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
      return { ...{ id: 0, at: 0, params: {}, text: '' }, ...about, ...entry };
    },
  };
}

/** Opens a gateway and lets it set its modem up. */
export async function createModemFixture(
  settings: ModemFixtureOptions = {},
): Promise<ModemFixture> {
  const clock = createFakeClock();
  const modem = new ModemSimulator({ ...settings, clock });
  const line = createModemLine(modem);
  const { told, events } = listenTo(settings.storeFails, settings.storing);
  const pins = createTestPins();
  const log = quietLog(told);
  let gateway = open(settings.givenPin);

  function open(pin: string | undefined): Gateway {
    const row = modemRow(settings.options);
    const opened = openModemGateway({
      ...{ clock, log, pins, openSerial: line.open, row, pin, events },
    });
    if (opened === undefined) throw new Error('no gateway');
    return opened;
  }

  await clock.advance(5_000);
  return {
    get gateway() {
      return gateway;
    },
    ...{ modem, line, clock, told },
    state() {
      const last = told.readiness.at(-1);
      return last === undefined ? undefined : last.ready ? 'ready' : last.reason;
    },
    async send(number, text = 'Hello') {
      let result: HandOver | undefined;
      const signal = new AbortController().signal;
      void gateway.handOver(outgoingText(number, text), signal).then((settled) => {
        result = settled;
      });
      for (let tries = 0; result === undefined && tries < 4_000; tries += 1) {
        await clock.advance(100);
      }
      if (result === undefined) throw new Error('the hand-over does not end');
      return result;
    },
    async reopen(pin) {
      gateway.close();
      await clock.advance(100);
      gateway = open(pin ?? settings.givenPin);
      await clock.advance(5_000);
    },
  };
}
