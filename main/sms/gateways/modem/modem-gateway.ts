import type { Clock } from '../../../platform/clock.ts';
import type { LogWriter } from '../../../platform/logbook.ts';
import { noGatewayFacts } from '../../../../shared/model/gateway.ts';
import type { GatewayRow } from '../../../store/types.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import type { Gateway, GatewayCheck, GatewayEvents, HandOver } from '../gateway.ts';
import { ModemKeeper } from './modem-keeper.ts';
import type { ModemFacts, ModemSettings, ModemStatus } from './modem-state.ts';
import { pause } from '../../../platform/pause.ts';
import type { PinMemory } from './pin-memory.ts';
import type { OpenSerial } from './serial-link.ts';
import { describeSubmits } from './submit-commands.ts';

/** What a modem's gateway is opened with. */
export interface ModemGatewayDeps {
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly pins: PinMemory;
  readonly openSerial: OpenSerial;
  readonly row: GatewayRow;
  /** PIN of the SIM. */
  readonly pin: string | undefined;
  readonly events: GatewayEvents;
}

/** How long a check waits for a port to open and a SIM to be ready. */
const longestCheckMs = 45_000;

/** Opens the gateway of a GSM modem. It takes messages one at a time. Undefined without a port. */
export function openModemGateway(deps: ModemGatewayDeps): Gateway | undefined {
  const { clock, row } = deps;
  const settings = settingsOf(row, deps.pin);
  if (settings.path === '') return undefined;
  const keeper = new ModemKeeper({ ...deps, settings });
  let last: Promise<unknown> = Promise.resolve();

  async function send(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver> {
    if (signal.aborted) return { outcome: 'aborted' };
    const session = keeper.ready;
    if (session === undefined) return notReady(keeper.status);
    const sent = await session.send(message, signal);
    keeper.note(sent);
    return sent.result;
  }

  return {
    handOver(message, signal) {
      const end = keeper.begin();
      const result = last.then(() => send(message, signal)).finally(end);
      last = result;
      // The modem finishes what it began, so that its answer is not taken for that of the next.
      return orAborted(result, signal);
    },
    check: (signal) => checkModem(keeper, settings, clock, signal),
    describe: (message) => describeSubmits(message, settings.reports, clock.now()),
    facts: () => ({ ...noGatewayFacts, ...keeper.facts, connectedAt: keeper.connectedAt }),
    close: () => void keeper.close(),
  };
}

function settingsOf(row: GatewayRow, pin = ''): ModemSettings {
  const { path, baudRate, smsc, initCommands, reports } = row.options;
  return {
    ...{ gatewayId: row.id, name: row.name, pin, path, baudRate, reports },
    smsc: smsc.replace(/[\s().\-/]/gu, ''),
    initCommands: initCommands
      .split('\n')
      .map((command) => command.trim())
      .filter((command) => command !== ''),
  };
}

function notReady({ reason, detail }: ModemStatus): HandOver {
  return { outcome: 'refused', reason, detail, permanent: false, fault: 'gateway' };
}

function orAborted(result: Promise<HandOver>, signal: AbortSignal): Promise<HandOver> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve({ outcome: 'aborted' });
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function checkModem(
  keeper: ModemKeeper,
  { path, smsc }: ModemSettings,
  clock: Clock,
  signal: AbortSignal,
): Promise<GatewayCheck> {
  const session = keeper.reachable;
  if (session === undefined) {
    const enough = new AbortController();
    await Promise.race([
      keeper.retry(AbortSignal.any([signal, enough.signal])),
      pause(clock, longestCheckMs, enough.signal),
    ]);
    enough.abort();
    const { reason, detail } = keeper.status;
    return result(reason === 'connecting' ? { reason: 'no-answer', detail } : keeper.status);
  }
  if ((await session.look()) === 'silent') {
    return result({ reason: 'no-answer', detail: 'no answer to AT' });
  }
  return result(await session.readNetwork());

  function result({ reason, detail }: ModemStatus): GatewayCheck {
    const facts = keeper.reachable?.facts;
    const steps = facts === undefined ? [] : stepsOf(path, facts, smsc);
    const words = [...steps, detail].filter((step) => step !== '');
    return { ok: reason === 'ok', reason, detail: words.join('; ') };
  }
}

/** What worked, in the order in which it was tried. */
function stepsOf(path: string, facts: ModemFacts, smsc: string): string[] {
  const { device, registration, operator, signalDbm } = facts;
  const centre = facts.smsc ?? smsc;
  return [
    `${path} is open`,
    `${device ?? 'the modem'} answers`,
    'the SIM is ready',
    centre === '' ? 'no service centre is set' : `service centre ${centre}`,
    `registration: ${registration ?? 'not told'}${operator === null ? '' : `, ${operator}`}`,
    signalDbm === null ? 'no signal is told' : `signal ${String(signalDbm)} dBm`,
  ];
}
