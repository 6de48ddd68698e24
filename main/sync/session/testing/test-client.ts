import { hash } from 'node:crypto';
import {
  decodeSyncmlMessage,
  encodeSyncmlMessage,
  type SyncmlEncoding,
} from '../../../codecs/syncml/index.ts';
import type {
  Command,
  Credentials,
  ItemCommand,
  StatusCommand,
  SyncCommand,
  SyncHeader,
  SyncmlMessage,
  SyncmlVersion,
} from '../../../codecs/syncml/message/model.ts';
import type { SyncResponse } from '../../ports.ts';
import type { SyncServer } from '../../sync-server.ts';
import type { Unnumbered } from '../state.ts';
import { contentTypes } from '../wire.ts';

/** A command before the client numbers it. */
export type Draft = Unnumbered<Command>;

/** What a test client is. */
export interface TestClientOptions {
  readonly encoding?: SyncmlEncoding;
  readonly version?: SyncmlVersion;
  readonly syncId?: string;
  readonly user?: string;
  readonly sessionId?: string;
  readonly remote?: string;
  readonly maxMsgSize?: number;
  readonly maxObjSize?: number;
  /** It does not come by the URL that it is told. */
  readonly ignoresRespUri?: boolean;
}

/** What one message is to look like beside its commands. */
export interface SendOptions {
  readonly isFinal?: boolean;
  readonly cred?: Credentials | undefined;
  readonly msgId?: string;
  readonly header?: Partial<SyncHeader>;
  /** Leaves out the Status for the server's last header, and all others. */
  readonly isSilent?: boolean;
}

/** The server's answer. */
export interface Answer {
  readonly response: SyncResponse;
  readonly message: SyncmlMessage;
  readonly statuses: readonly StatusCommand[];
  /** The code of the SyncHdr. */
  readonly code: number | undefined;
  /** Codes of the Statuses for commands of a name. */
  codes(name: string): number[];
  syncs(): SyncCommand[];
  /** The item commands of all Syncs. */
  changes(): ItemCommand[];
}

/** Numbers commands from 1, those within others too. */
export function numbered(commands: readonly Draft[]): Command[] {
  let last = 0;
  const number = (command: Draft | Command): Command => {
    last += 1;
    const cmdId = String(last);
    if (!('commands' in command)) return { ...command, cmdId } as Command;
    return { ...command, cmdId, commands: command.commands.map(number) } as Command;
  };
  return commands.map(number);
}

/** Digest of MD5 credentials, since 1.1. */
export function md5Cred(user: string, password: string, nonce: Uint8Array): Credentials {
  const inner = hash('md5', `${user}:${password}`, 'base64');
  const data = hash('md5', Buffer.concat([Buffer.from(`${inner}:`), nonce]), 'base64');
  return { type: 'syncml:auth-md5', format: 'b64', data };
}

/** Basic credentials. */
export function basicCred(user = 'alice', password = 'secret'): Credentials {
  const data = Buffer.from(`${user}:${password}`).toString('base64');
  return { type: 'syncml:auth-basic', format: 'b64', data };
}

/** A client that says exactly what a test tells it to. */
export class TestClient {
  readonly server: SyncServer;
  readonly options: Required<Omit<TestClientOptions, 'maxMsgSize' | 'maxObjSize'>> &
    Pick<TestClientOptions, 'maxMsgSize' | 'maxObjSize'>;
  /** The URL's token, once it was told. */
  token: string | undefined;
  /** Octets of the last message. */
  lastBody = new Uint8Array(0);
  #msgId = 0;
  #previous: Answer | undefined;

  constructor(server: SyncServer, options: TestClientOptions = {}) {
    this.server = server;
    this.options = {
      encoding: 'wbxml',
      version: '1.2',
      syncId: 'IMEI:1',
      user: 'alice',
      sessionId: '1',
      remote: '10.0.0.1',
      ignoresRespUri: false,
      ...options,
    };
  }

  /** Sends a message with Statuses for all that the server said before, then these commands. */
  async send(commands: readonly Draft[], options: SendOptions = {}): Promise<Answer> {
    const owed = options.isSilent === true ? [] : this.statusesFor(this.#previous);
    const message: SyncmlMessage = {
      header: this.header(options),
      commands: numbered([...owed, ...commands]),
      final: options.isFinal ?? true,
    };
    const { encoding, version } = this.options;
    this.lastBody = new Uint8Array(encodeSyncmlMessage(message, { encoding, version }));
    return this.post(this.lastBody);
  }

  /** Posts octets as they are. */
  async post(body: Uint8Array): Promise<Answer> {
    const { encoding, remote } = this.options;
    const response = await this.server.handle({
      contentType: `${contentTypes[encoding]}; charset=utf-8`,
      body,
      url: 'http://sync.test/syncml',
      token: this.token,
      remote,
    });
    const answer = readAnswer(response, encoding);
    const uri = answer.message.header.respUri;
    if (uri !== undefined && !this.options.ignoresRespUri) this.token = uri.split('sessionid=')[1];
    this.#previous = answer;
    return answer;
  }

  /** The header of the next message. */
  header({ cred, msgId, header }: SendOptions): SyncHeader {
    this.#msgId = msgId === undefined ? this.#msgId + 1 : Number(msgId);
    const { version, sessionId, syncId, user, maxMsgSize, maxObjSize } = this.options;
    const query = this.token === undefined ? '' : `?sessionid=${this.token}`;
    return {
      verDtd: version,
      verProto: `SyncML/${version}`,
      sessionId,
      msgId: msgId ?? String(this.#msgId),
      target: { uri: `http://sync.test/syncml${query}` },
      source: { uri: syncId, name: user },
      ...(cred === undefined ? {} : { cred }),
      meta: {
        ...(maxMsgSize === undefined ? {} : { maxMsgSize }),
        ...(maxObjSize === undefined ? {} : { maxObjSize }),
      },
      ...header,
    };
  }

  /** Statuses of success for an answer's header and commands, as a client would send them. */
  statusesFor(answer: Answer | undefined, codeOf = usualCode): Draft[] {
    if (!answer || answer.message.commands.length === 0) return [];
    const { header, commands } = answer.message;
    const status = (cmdRef: string, cmd: string, code: number): Draft => ({
      kind: 'status',
      msgRef: header.msgId,
      cmdRef,
      cmd,
      targetRefs: [],
      sourceRefs: [],
      code,
      items: [],
    });
    const walk = (command: Command): Draft[] => {
      if (command.kind === 'status') return [];
      const inner = 'commands' in command ? command.commands.flatMap(walk) : [];
      return [status(command.cmdId, command.kind, codeOf(command)), ...inner];
    };
    return [status('0', 'SyncHdr', 200), ...commands.flatMap(walk)];
  }

  /** Signs in and alerts datastores by these URIs; package 1. */
  async begin(
    uris: readonly string[] = ['contacts'],
    { code = 200, last, next = 'c1', ...options }: BeginOptions = {},
  ): Promise<Answer> {
    const alerts = uris.map((uri) => alert(uri, { code, last, next }));
    return this.send([...(options.before ?? []), ...alerts], { cred: basicCred(), ...options });
  }
}

interface BeginOptions extends SendOptions {
  readonly code?: number;
  readonly last?: string | undefined;
  readonly next?: string;
  readonly before?: readonly Draft[];
}

/** What a client that can do everything answers. */
export function usualCode(command: Command): number {
  if (command.kind === 'add' && command.items.some(({ moreData }) => moreData === true)) return 213;
  return command.kind === 'add' ? 201 : 200;
}

/** An Alert for a datastore. */
export function alert(
  uri: string,
  {
    code = 200,
    last,
    next = 'c1',
  }: { code?: number; last?: string | undefined; next?: string } = {},
): Draft {
  const anchor = { ...(last === undefined ? {} : { last }), next };
  return {
    kind: 'alert',
    code,
    items: [{ target: { uri }, source: { uri: `./${uri}` }, meta: { anchor } }],
  };
}

/** An Add, Replace or Delete of one item. */
export function change(
  kind: ItemCommand['kind'],
  luid: string,
  text = '',
  type = 'text/x-vcard',
): Draft {
  const data = new TextEncoder().encode(text);
  return {
    kind,
    meta: { type },
    items: [{ source: { uri: luid }, ...(kind === 'delete' ? {} : { data }) }],
  };
}

/** A Sync of a datastore. */
export function sync(uri: string, commands: readonly Draft[] = []): Draft {
  return {
    kind: 'sync',
    target: { uri },
    source: { uri: `./${uri}` },
    // Numbers are given when the message is sent.
    commands: commands as readonly Command[],
  };
}

/** An Alert that asks for the next message. */
export const nextMessage: Draft = { kind: 'alert', code: 222, items: [] };

function readAnswer(response: SyncResponse, encoding: SyncmlEncoding): Answer {
  const message: SyncmlMessage =
    response.status === 200
      ? decodeSyncmlMessage(response.body, encoding).message
      : {
          header: { verDtd: '', verProto: '', sessionId: '', msgId: '', ...nowhere },
          commands: [],
          final: false,
        };
  const statuses = message.commands.filter((command) => command.kind === 'status');
  const syncs = (): SyncCommand[] =>
    message.commands.filter(({ kind }) => kind === 'sync') as SyncCommand[];
  return {
    response,
    message,
    statuses,
    code: statuses.find(({ cmdRef }) => cmdRef === '0')?.code,
    codes: (name) => statuses.filter(({ cmd }) => cmd === name).map(({ code }) => code),
    syncs,
    changes: () => syncs().flatMap(({ commands }) => commands as ItemCommand[]),
  };
}

const nowhere = { target: { uri: '' }, source: { uri: '' } };
