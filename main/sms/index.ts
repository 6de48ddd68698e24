import type { Attention } from '../../shared/model/system.ts';
import type { AreaService } from '../api/services.ts';
import type { StopAsync } from '../platform/clock.ts';
import type { MessageRow, Repositories } from '../store/types.ts';
import { createSmsAccess } from './access.ts';
import { createMessagesArea } from './areas/messages-area.ts';
import type { SmsHttp } from './http/ports.ts';
import { createIncoming } from './incoming/index.ts';
import type { Incoming } from './incoming/index.ts';
import type { MailPort } from './incoming/post.ts';
import { createProviderReports } from './http/provider-reports.ts';
import type { ProviderReportsDeps } from './http/provider-reports.ts';
import { writeFault } from './fault.ts';
import { openGateway } from './open-gateway.ts';
import type { OutgoingMessage } from './outgoing.ts';
import type { QueueDeps } from './queue/queue-deps.ts';
import { SmsQueue } from './queue/queue.ts';
import type { Enqueued } from './queue/enqueue.ts';
import { createSubmitter } from './submit.ts';
import type { Submitter } from './submit.ts';
import { VirtualPhones } from './simulator/virtual-phones.ts';
import { createWays } from './ways.ts';
import { createConfigurations } from './simulator/configurations.ts';
import type { Configurations } from './simulator/configurations.ts';
import { createPhoneLetters } from './simulator/phone-letters.ts';
import type { PhonesPort } from './simulator/phones-port.ts';

/** How long a virtual phone takes to report a delivery, unless told otherwise. */
const defaultReportDelayMs = 250;

/** What the SMS service needs of the others. */
export interface SmsDeps extends QueueDeps {
  /** The password in the digests of alerts, as virtual phones know it; empty when none is set. */
  serverPassword(): Promise<string>;
  /** What lies on the virtual phones, and the sessions that alerts start. */
  readonly phones: PhonesPort;
  /** The root of the devices' listener, for providers that report; none asks for no reports. */
  readonly reportBase?: ProviderReportsDeps['base'];
  /** Milliseconds until a virtual phone reports a delivery; 0 reports at once. */
  readonly simulatorReportMs?: number;
  /** Hands incoming SMS on; without it they stay in the console. */
  readonly mail?: MailPort;
  /** Stores the setting `queuePaused`. */
  pauseQueue(isPaused: boolean): Promise<void>;
}

/** The SMS service: the queue, the ways out, the virtual phones. */
export interface Sms extends Submitter {
  readonly gateways: AreaService<'gateways'>;
  readonly messages: AreaService<'messages'>;
  readonly routes: AreaService<'routes'>;
  readonly smsUsers: AreaService<'smsUsers'>;
  readonly costs: AreaService<'costs'>;
  readonly budgets: AreaService<'budgets'>;
  readonly incoming: AreaService<'incoming'>;
  readonly simulator: Pick<AreaService<'simulator'>, 'phones' | 'reply'> & Configurations;
  /** The API at `/sms/`. */
  readonly http: SmsHttp;
  /** Messages were put into the queue. Cheap; to be called after the transaction is over. */
  wake(): void;
  /**
   * Puts new messages (state `queued`) into the queue within the caller's transaction, and claims
   * those that can go at once, which saves a transaction on their way out. `begin` of the answer is
   * to be called when the transaction is stored, `drop` when it was not; no {@link wake} is needed.
   */
  enqueue(tx: Repositories, rows: readonly MessageRow[]): Promise<Enqueued>;
  /** What is to be said about budgets of SMS that are near their end. */
  budgetAttention(): Promise<readonly Attention[]>;
  /** Whether any gateway is switched on. */
  hasActiveGateway(): boolean;
  /** Whether a simulator is switched on, so that virtual phones answer for the devices. */
  hasActiveSimulator(): boolean;
  /** Opens the gateways, takes up what the last process left behind, and begins to send. */
  start(): Promise<StopAsync>;
}

/** Makes the SMS service. Before {@link Sms.start} it knows of no gateway. */
export function createSms(deps: SmsDeps): Sms {
  const reportMs = deps.simulatorReportMs ?? defaultReportDelayMs;
  const phones = new VirtualPhones(deps);
  const letters = createPhoneLetters({
    ...deps,
    simulators: () =>
      pool.list().flatMap(({ row }) => (row.active && row.kind === 'simulator' ? [row.id] : [])),
  });
  const access = createSmsAccess(deps);

  const providerReports = createProviderReports({
    ...deps,
    base: (reach) => deps.reportBase?.(reach) ?? null,
    optionsOf: (gatewayId) => pool.get(gatewayId)?.row.options,
    nameOf: (gatewayId) => pool.get(gatewayId)?.row.name ?? gatewayId,
    report: (gatewayId, report) => queue.report(gatewayId, report),
  });
  const opening = {
    ...deps,
    phones: {
      receive: (message: OutgoingMessage) => phones.receive(message),
      connect: letters.connect,
    },
    simulatorReportMs: reportMs,
    reportUrl: providerReports.urlOf,
  };
  const ways = createWays({
    ...deps,
    open: (row, password, events) => openGateway(opening, row, password, events),
    report: (gatewayId, report) => queue.report(gatewayId, report),
    incoming: (gatewayId, part) => incoming.take(gatewayId, part),
    wake: () => queue.roomChanged(),
    look: () => queue.wake(),
  });
  const { pool } = ways;
  const queue: SmsQueue = new SmsQueue(
    { ...deps, outcomes: access.outcomes },
    { pool, accounting: ways.accounting, laneOf: (message) => ways.router.laneOf(message) },
  );
  ways.router.onChange(() => queue.lanesChanged());
  const submitter = createSubmitter({
    ...deps,
    hasGateway: (id) => pool.get(id) !== undefined,
    put: (rows, alongside) => queue.put(rows, alongside),
  });
  const incoming: Incoming = createIncoming({
    ...deps,
    mail: deps.mail ?? { isReady: () => false, send: () => Promise.resolve() },
    answer: (answer) => submitter.submit({ ...answer, class: 'normal', source: 'console' }),
    onFault: (error) => writeFault(deps, error),
  });
  const { http, area: smsUsers } = access.open({
    submitter,
    providerReports,
    findGateway(idOrName) {
      const { row } =
        pool.get(idOrName) ?? pool.list().find((each) => each.row.name === idOrName) ?? {};
      return row?.id;
    },
  });
  const hasActiveSimulator = (): boolean => pool.hasOpen('simulator');

  return {
    ...ways.areas,
    budgetAttention: () => ways.budgetAttention(),
    messages: createMessagesArea({
      ...deps,
      outcomes: access.outcomes,
      ...submitter,
      pool,
      laneOf: (message) => ways.router.laneOf(message),
      explain: (number, accountId) => ways.router.explain(number, accountId),
      currency: () => deps.settings().currency,
      gatewayName: (id) => pool.get(id)?.row.name,
      wake: () => queue.wake(),
    }),
    smsUsers,
    incoming: incoming.area,
    simulator: {
      phones: async () => ({ phones: await phones.phones(hasActiveSimulator()) }),
      reply: letters.reply,
      ...createConfigurations({ ...deps, forget: (number) => phones.forget(number) }),
    },
    http,
    wake: () => queue.wake(),
    enqueue: (tx, rows) => queue.enqueue(tx, rows),
    submit: (request) => submitter.submit(request),
    hasActiveGateway: () => pool.hasOpen(),
    hasActiveSimulator,
    async start() {
      await phones.load();
      await providerReports.load();
      await access.load();
      await ways.load();
      await queue.start();
      const stopIncoming = incoming.start();
      let stopping: Promise<void> | undefined;
      return () => {
        stopping ??= queue.stop().then(async () => {
          await stopIncoming();
          pool.close();
          await access.stop();
        });
        return stopping;
      };
    },
  };
}
