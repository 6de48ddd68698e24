import type { AreaService } from '../api/services.ts';
import type { StopAsync } from '../platform/clock.ts';
import type { MessageRow, Repositories } from '../store/types.ts';
import { createGatewaysArea } from './areas/gateways-area.ts';
import { later } from './areas/later.ts';
import { createMessagesArea } from './areas/messages-area.ts';
import { openGateway } from './open-gateway.ts';
import { GatewayPool } from './queue/gateway-pool.ts';
import type { QueueDeps } from './queue/queue-deps.ts';
import { SmsQueue } from './queue/queue.ts';
import type { Enqueued } from './queue/queue.ts';
import { VirtualPhones } from './simulator/virtual-phones.ts';
import { createConfigurations } from './simulator/configurations.ts';
import type { Configurations } from './simulator/configurations.ts';
import type { PhonesPort } from './simulator/phones-port.ts';

/** How long a virtual phone takes to report a delivery, unless told otherwise. */
const defaultReportDelayMs = 250;

/** What the SMS service needs of the others. */
export interface SmsDeps extends QueueDeps {
  /** The password in the digests of alerts, as virtual phones know it; empty when none is set. */
  serverPassword(): Promise<string>;
  /** What lies on the virtual phones, and the sessions that alerts start. */
  readonly phones: PhonesPort;
  /** Milliseconds until a virtual phone reports a delivery; 0 reports at once. */
  readonly simulatorReportMs?: number;
}

/** The SMS service: the queue, the ways out, the virtual phones. */
export interface Sms {
  readonly gateways: AreaService<'gateways'>;
  readonly messages: AreaService<'messages'>;
  readonly routes: AreaService<'routes'>;
  readonly smsUsers: AreaService<'smsUsers'>;
  readonly costs: AreaService<'costs'>;
  readonly budgets: AreaService<'budgets'>;
  readonly incoming: AreaService<'incoming'>;
  readonly simulator: Pick<AreaService<'simulator'>, 'phones'> & Configurations;
  /** Messages were put into the queue. Cheap; to be called after the transaction is over. */
  wake(): void;
  /**
   * Puts new messages (state `queued`) into the queue within the caller's transaction, and claims
   * those that can go at once, which saves a transaction on their way out. `begin` of the answer is
   * to be called when the transaction is stored, `drop` when it was not; no {@link wake} is needed.
   */
  enqueue(tx: Repositories, rows: readonly MessageRow[]): Promise<Enqueued>;
  /** Whether any gateway is switched on. */
  hasActiveGateway(): boolean;
  /** Whether a simulator is switched on, so that virtual phones answer for the devices. */
  hasActiveSimulator(): boolean;
  /** Opens the gateways, takes up what the last process left behind, and begins to send. */
  start(): Promise<StopAsync>;
}

/** Makes the SMS service. Before {@link Sms.start} it knows of no gateway. */
export function createSms(deps: SmsDeps): Sms {
  const { store, clock } = deps;
  const reportMs = deps.simulatorReportMs ?? defaultReportDelayMs;
  const phones = new VirtualPhones(deps);

  const opening = { clock, phones, simulatorReportMs: reportMs };
  const pool = new GatewayPool({
    ...deps,
    open: (row, password, events) => openGateway(opening, row, password, events),
    report: () => Promise.resolve(),
    incoming: () => Promise.resolve(),
    wake: () => queue.wake(),
  });
  const queue: SmsQueue = new SmsQueue(deps, pool);
  const hasActiveSimulator = (): boolean => pool.hasOpen('simulator');

  return {
    gateways: createGatewaysArea({ ...deps, pool, wake: () => queue.wake() }),
    messages: createMessagesArea(store),
    routes: later(),
    smsUsers: later(),
    costs: later(),
    budgets: later(),
    incoming: later(),
    simulator: {
      phones: async () => ({ phones: await phones.phones(hasActiveSimulator()) }),
      ...createConfigurations({ ...deps, forget: (number) => phones.forget(number) }),
    },
    wake: () => queue.wake(),
    enqueue: (tx, rows) => queue.enqueue(tx, rows),
    hasActiveGateway: () => pool.hasOpen(),
    hasActiveSimulator,
    async start() {
      await phones.load();
      await pool.load();
      await queue.start();
      let stopping: Promise<void> | undefined;
      return () => {
        stopping ??= queue.stop().then(() => pool.close());
        return stopping;
      };
    },
  };
}
