import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import { fromHex } from '../../codecs/bytes.ts';
import { alphabetOf, segmentText } from '../../codecs/gsm-sms/index.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { GatewayRow } from '../../store/types.ts';
import { gatewayDefaults } from '../areas/gateway-input.ts';
import type {
  Gateway,
  GatewayEvents,
  IncomingPart,
  ProviderReport,
  Readiness,
} from '../gateways/gateway.ts';
import { openSmppGateway } from '../gateways/smpp/smpp-gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { waitFor } from './wait-for.ts';

/** A gateway to a service centre, and everything that it has told. */
export interface SmscClient {
  readonly gateway: Gateway;
  readonly readiness: Readiness[];
  readonly reports: ProviderReport[];
  readonly incoming: IncomingPart[];
  readonly lines: LogLine[];
  /** What storing does instead of succeeding at once. */
  storing: () => Promise<void>;
  /** Resolves when it can take messages. */
  ready(): Promise<void>;
  /** Whether it can take messages now. */
  readonly isReady: boolean;
}

/** What a test may want otherwise. */
export interface SmscClientOptions {
  readonly port: number;
  readonly row?: Partial<GatewayRow>;
  readonly options?: Partial<GatewayOptions>;
  readonly password?: string;
  readonly clock?: Clock;
}

/** The row of a gateway to a service centre on loopback. */
export function smppRow({ port, row, options }: SmscClientOptions): GatewayRow {
  return {
    ...gatewayDefaults,
    id: 'g1',
    kind: 'smpp',
    name: 'Carrier',
    active: true,
    createdAt: 0,
    sender: '12345',
    ...row,
    options: {
      ...defaultGatewayOptions,
      host: '127.0.0.1',
      port,
      systemId: 'tester',
      ...options,
    },
  };
}

/** Opens a gateway. The test closes it. */
export function openSmscClient(wanted: SmscClientOptions): SmscClient {
  const readiness: Readiness[] = [];
  const reports: ProviderReport[] = [];
  const incoming: IncomingPart[] = [];
  const lines: LogLine[] = [];
  const events: GatewayEvents = {
    async report(report) {
      await client.storing();
      reports.push(report);
    },
    async incoming(part) {
      await client.storing();
      incoming.push(part);
    },
    readiness: (state) => void readiness.push(state),
    factsChanged: () => undefined,
  };
  const gateway = openSmppGateway({
    clock: wanted.clock ?? systemClock,
    random: seededRandom(1),
    row: smppRow(wanted),
    password: wanted.password ?? 'secret',
    events,
    log: {
      write(line) {
        lines.push(line);
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        const { level, area, key, params = {} } = line;
        return { id: lines.length, at: 0, level, area, key, params, text: key, ...about };
      },
    },
  });
  if (gateway === undefined) throw new Error('faulty settings');
  const client: SmscClient = {
    gateway,
    readiness,
    reports,
    incoming,
    lines,
    storing: () => Promise.resolve(),
    get isReady() {
      return readiness.at(-1)?.ready === true;
    },
    ready: () =>
      waitFor(() => {
        if (!client.isReady) throw new Error(`not ready: ${JSON.stringify(readiness.at(-1))}`);
      }),
  };
  return client;
}

/** A WAP push in one part. */
export const pushMessage: OutgoingMessage = {
  id: 'm1',
  traceId: 't1',
  number: '+420601123456',
  sender: '',
  dcs: 0xf5,
  pid: 0,
  alphabet: 'binary',
  parts: [{ udh: fromHex('0605040b8423f0'), data: fromHex('010603ceaf8500') }],
  hasSecrets: false,
};

/** A text, cut into as many parts as it takes. */
export function textMessage(text: string, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const { dataCoding, segments } = segmentText(text, { reference: 7 });
  const alphabet = alphabetOf(dataCoding);
  return { ...pushMessage, dcs: dataCoding, alphabet, parts: segments, ...changes };
}
