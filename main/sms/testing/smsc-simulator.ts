import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../platform/clock.ts';
import { smppPackage } from './smsc-package.ts';
import type { PackagePdu, PackageSession, SmppFields } from './smsc-package.ts';
import { receiptFields } from './smsc-receipts.ts';
import type { ReceiptWish } from './smsc-receipts.ts';

/** A message that the centre was given. */
export interface SubmittedMessage {
  /** The id that it was answered with; empty where it was not taken. */
  readonly id: string;
  /** All fields, by the names of the specification. */
  readonly fields: SmppFields;
  /** Octets of short_message or message_payload, hex. */
  readonly octets: string;
}

/** What the centre does; a test may change it while it runs. */
export interface SmscBehaviour {
  user: string;
  password: string;
  /** What it calls itself. */
  systemId: string;
  /** Status of every bind, instead of the look at user and password. */
  bindStatus: number | undefined;
  /** Status of the nth submit_sm, from 1; 0 takes it. */
  submitStatus: (nth: number) => number;
  /** Milliseconds until a submit_sm is answered. */
  latencyMs: number;
  /** Messages that are taken within a second; those beyond are RTHROTTLED. */
  mostPerSecond: number;
  /** No answer at all. */
  isMute: { bind: boolean; submit: boolean; enquire: boolean; unbind: boolean };
  /** A refused submit_sm is answered with a generic_nack instead. */
  nacks: boolean;
  /** Cuts the connection at every nth submit_sm, which it does not answer; 0 never. */
  dropEvery: number;
  ids: 'hex' | 'dec' | 'uuid' | 'none';
  /** Milliseconds until a receipt comes for what asks for one; undefined sends none. */
  receiptAfterMs: number | undefined;
  receipt: Omit<ReceiptWish, 'id'>;
}

/** A service centre on loopback, by an implementation of SMPP that is not ours. */
export interface SmscSimulator {
  readonly port: number;
  readonly behaviour: SmscBehaviour;
  readonly submitted: readonly SubmittedMessage[];
  /** `bind_transceiver` …, in their order, refused ones as well. */
  readonly binds: readonly string[];
  /** enquire_link of clients. */
  readonly enquiries: number;
  /** Links that were signed off. */
  readonly unbinds: number;
  /** Links that are open now. */
  readonly links: number;
  /** Most submit_sm that waited for their answer at once. */
  readonly mostOpen: number;
  /** Commands of everything that came, but for submit_sm. */
  readonly commands: readonly string[];
  /** Statuses of the answers to what the centre sent. */
  readonly answers: readonly number[];
  /** Sends a PDU to the newest link that may receive it; resolves with the status of the answer. */
  send(command: string, fields?: SmppFields): Promise<number>;
  /** Sends a receipt. */
  report(wish: ReceiptWish): Promise<number>;
  /** Puts octets on all links, whatever they are. */
  write(bytes: Uint8Array): void;
  /** Cuts all links. */
  drop(): void;
  close(): Promise<void>;
}

const throttledStatus = 0x58;
const wrongStateStatus = 0x04;

/** Starts a centre on a free port, or on the one that another had before. */
export async function startSmsc(
  tls: { readonly key?: string; readonly cert?: string } = {},
  wantedPort = 0,
): Promise<SmscSimulator> {
  const behaviour: SmscBehaviour = {
    user: 'tester',
    password: 'secret',
    systemId: 'SIMULATOR',
    bindStatus: undefined,
    submitStatus: () => 0,
    latencyMs: 0,
    mostPerSecond: Infinity,
    isMute: { bind: false, submit: false, enquire: false, unbind: false },
    nacks: false,
    dropEvery: 0,
    ids: 'hex',
    receiptAfterMs: undefined,
    receipt: { dialect: 'both' },
  };
  const submitted: SubmittedMessage[] = [];
  const binds: string[] = [];
  const commands: string[] = [];
  const answers: number[] = [];
  const sessions: { readonly session: PackageSession; bind: string }[] = [];
  const counts = { enquiries: 0, unbinds: 0, submits: 0, open: 0, mostOpen: 0, nextId: 0xa000001 };
  const second = { at: 0, taken: 0 };
  const timers = new Set<NodeJS.Timeout>();

  function later(delayMs: number, action: () => void): void {
    if (delayMs === 0) {
      action();
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, delayMs);
    timers.add(timer);
  }

  function nextId(): string {
    counts.nextId += 1;
    switch (behaviour.ids) {
      case 'hex':
        return counts.nextId.toString(16).toUpperCase();
      case 'dec':
        return String(counts.nextId);
      case 'uuid':
        return randomUUID();
      case 'none':
        return '';
    }
  }

  function statusOfSubmit(nth: number, bind: string): number {
    if (bind === '' || bind === 'bind_receiver') return wrongStateStatus;
    const now = Math.floor(systemClock.now() / 1_000);
    if (now !== second.at) Object.assign(second, { at: now, taken: 0 });
    const status = behaviour.submitStatus(nth);
    if (status !== 0) return status;
    if (second.taken >= behaviour.mostPerSecond) return throttledStatus;
    second.taken += 1;
    return 0;
  }

  function onSubmit(session: PackageSession, bind: string, pdu: PackagePdu): void {
    counts.submits += 1;
    const nth = counts.submits;
    if (behaviour.dropEvery > 0 && nth % behaviour.dropEvery === 0) {
      session.destroy();
      return;
    }
    const status = statusOfSubmit(nth, bind);
    const id = status === 0 ? nextId() : '';
    submitted.push({ id, fields: { ...pdu }, octets: octetsOf(pdu) });
    if (behaviour.isMute.submit) return;
    counts.open += 1;
    counts.mostOpen = Math.max(counts.mostOpen, counts.open);
    later(behaviour.latencyMs, () => {
      counts.open -= 1;
      if (status === 0) session.send(pdu.response({ message_id: id }));
      else if (behaviour.nacks) session.send(nackOf(pdu, status));
      else session.send(pdu.response({ command_status: status }));
      const { receiptAfterMs } = behaviour;
      if (status !== 0 || receiptAfterMs === undefined || pdu['registered_delivery'] === 0) return;
      later(receiptAfterMs, () => void simulator.report({ ...behaviour.receipt, id }));
    });
  }

  const server = smppPackage.createServer(tls, (session) => {
    const entry = { session, bind: '' };
    sessions.push(entry);
    session.on('close', () => void sessions.splice(sessions.indexOf(entry), 1));
    session.on('error', () => undefined);
    session.on('pdu', (pdu: PackagePdu) => {
      if (pdu.command !== 'submit_sm') commands.push(pdu.command);
    });
    for (const command of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
      session.on(command, (pdu: PackagePdu) => {
        binds.push(command);
        if (behaviour.isMute.bind) return;
        const status = behaviour.bindStatus ?? statusOfBind(pdu, behaviour);
        if (status === 0) {
          entry.bind = command;
          session.send(pdu.response({ system_id: behaviour.systemId }));
          return;
        }
        session.send(pdu.response({ command_status: status }));
        session.close();
      });
    }
    session.on('submit_sm', (pdu: PackagePdu) => onSubmit(session, entry.bind, pdu));
    session.on('enquire_link', (pdu: PackagePdu) => {
      counts.enquiries += 1;
      if (!behaviour.isMute.enquire) session.send(pdu.response());
    });
    session.on('unbind', (pdu: PackagePdu) => {
      counts.unbinds += 1;
      if (behaviour.isMute.unbind) return;
      session.send(pdu.response());
      session.close();
    });
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));

  const simulator: SmscSimulator = {
    port: (server.address() as AddressInfo).port,
    behaviour,
    submitted,
    binds,
    commands,
    answers,
    get enquiries() {
      return counts.enquiries;
    },
    get unbinds() {
      return counts.unbinds;
    },
    get links() {
      return sessions.length;
    },
    get mostOpen() {
      return counts.mostOpen;
    },
    send(command, fields = {}) {
      const entry = sessions.findLast(({ bind }) => bind !== '' && bind !== 'bind_transmitter');
      if (entry === undefined) return Promise.resolve(wrongStateStatus);
      return new Promise((resolve) => {
        entry.session.send(new smppPackage.PDU(command, fields), (answer) => {
          answers.push(answer.command_status);
          resolve(answer.command_status);
        });
      });
    },
    report: (wish) => simulator.send('deliver_sm', receiptFields(wish)),
    write(bytes) {
      for (const { session } of sessions) session.socket.write(bytes);
    },
    drop() {
      for (const { session } of [...sessions]) session.destroy();
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      simulator.drop();
      await closed;
    },
  };
  return simulator;
}

function statusOfBind(pdu: PackagePdu, { user, password }: SmscBehaviour): number {
  if (pdu['system_id'] !== user) return 0x0f;
  return pdu['password'] === password ? 0 : 0x0e;
}

function nackOf(pdu: PackagePdu, status: number): PackagePdu {
  const { sequence_number } = pdu;
  return new smppPackage.PDU('generic_nack', { sequence_number, command_status: status });
}

function octetsOf(pdu: PackagePdu): string {
  const { short_message: short, message_payload: payload } = pdu;
  if (Buffer.isBuffer(short) && short.length > 0) return short.toString('hex');
  return Buffer.isBuffer(payload) ? payload.toString('hex') : '';
}
