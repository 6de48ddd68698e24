import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { decodeSyncmlMessage, decodeSyncmlXml, encodeSyncml } from '../../codecs/syncml/index.ts';
import type {
  Command,
  ItemCommand,
  StatusCommand,
  SyncCommand,
  SyncmlEncoding,
  SyncmlMessage,
  WbxmlForm,
} from '../../codecs/syncml/index.ts';

/** How a stranger's messages go over the wire; they are typed as XML either way. */
export interface ReplayOptions {
  readonly url: string;
  readonly agent: Agent;
  /** As WBXML in this form; XML without it. */
  readonly wbxml?: WbxmlForm;
  /** Sends bodies in chunks of HTTP, without a length. */
  readonly isChunked?: boolean;
  /** It goes on posting to the first URL, whatever RespURI says. */
  readonly ignoresRespUri?: boolean;
}

/** What the server said to one message. */
export interface Heard {
  readonly status: number;
  readonly body: Buffer;
  readonly message: SyncmlMessage;
  /** Codes of the Statuses for commands of a name. */
  codes(command: string): number[];
  /** Adds, Replaces and Deletes of the server. */
  changes(): ItemCommand[];
  /** What is in them. */
  contents(): string[];
}

/** A recorded or rebuilt conversation of a client, message by message. */
export interface Replay {
  /** Sends the next message that has this name in the file, with these values in its placeholders. */
  send(name: string, values?: Readonly<Record<string, string>>): Promise<Heard>;
  /** What stands in the file under this name, as it is typed. */
  typed(name: string): string;
}

/**
 * Reads a conversation: a line `=== name` begins a message, lines that begin with `#` are remarks.
 * `{url}` is where the client posts to.
 */
export async function openReplay(file: string, options: ReplayOptions): Promise<Replay> {
  const text = await readFile(new URL(`./traffic/${file}`, import.meta.url), 'utf8');
  const messages = new Map<string, string>();
  for (const part of text.split(/^=== /mu).slice(1)) {
    const end = part.indexOf('\n');
    const lines = part.slice(end + 1).split('\n');
    const body = lines.filter((line) => !line.startsWith('#')).join('\n');
    messages.set(part.slice(0, end).trim(), body.trim());
  }
  let { url } = options;
  function typed(name: string): string {
    const found = messages.get(name);
    if (found === undefined) throw new Error(`${file} has no message ${name}`);
    return found;
  }
  return {
    typed,
    async send(name, values = {}) {
      const all: Readonly<Record<string, string>> = { url, ...values };
      const filled = typed(name).replace(/\{(\w+)\}/gu, (whole, key: string) => all[key] ?? whole);
      const heard = await post(filled, url, options);
      const next = heard.message.header.respUri;
      if (next !== undefined && options.ignoresRespUri !== true) url = next;
      return heard;
    },
  };
}

/** Sends what was typed, in the form that the client has. */
export async function post(typed: string, url: string, options: ReplayOptions): Promise<Heard> {
  const encoding: SyncmlEncoding = options.wbxml === undefined ? 'xml' : 'wbxml';
  // Objects have CRLF on the wire; what is typed has what the editor makes.
  const octets = Buffer.from(typed.replace(/\r?\n/gu, '\r\n'));
  const body =
    options.wbxml === undefined ? octets : encodeSyncml(decodeSyncmlXml(octets), options.wbxml);
  const outgoing = request(url, {
    agent: options.agent,
    method: 'POST',
    headers: {
      'content-type': `application/vnd.syncml+${encoding}`,
      ...(options.isChunked === true ? {} : { 'content-length': body.length }),
    },
  });
  if (options.isChunked === true) {
    for (let at = 0; at < body.length; at += 700) outgoing.write(body.subarray(at, at + 700));
    outgoing.end();
  } else {
    outgoing.end(body);
  }
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return hear(answer.statusCode ?? 0, Buffer.concat(parts), encoding);
}

function hear(status: number, body: Buffer, encoding: SyncmlEncoding): Heard {
  const message: SyncmlMessage =
    status === 200
      ? decodeSyncmlMessage(body, encoding).message
      : { header: nobody, commands: [], final: false };
  const syncs = message.commands.filter(isSync);
  const changes = (): ItemCommand[] =>
    syncs.flatMap(({ commands }) => commands as readonly ItemCommand[]);
  return {
    status,
    body,
    message,
    codes: (command) =>
      message.commands
        .filter((each): each is StatusCommand => each.kind === 'status')
        .filter(({ cmd }) => cmd === command)
        .map(({ code }) => code),
    changes,
    contents: () =>
      changes().flatMap(({ meta, items }) =>
        items.flatMap((item) => {
          if (!(item.data instanceof Uint8Array)) return [];
          const data = Buffer.from(item.data).toString('utf8');
          const format = item.meta?.format ?? meta?.format;
          return [format === 'b64' ? Buffer.from(data, 'base64').toString('utf8') : data];
        }),
      ),
  };
}

const isSync = (command: Command): command is SyncCommand => command.kind === 'sync';

const nobody = {
  verDtd: '',
  verProto: '',
  sessionId: '',
  msgId: '',
  target: { uri: '' },
  source: { uri: '' },
};
