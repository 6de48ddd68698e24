import { md5Base64 } from '../codecs/hash.ts';
import { decodeSyncmlMessage, encodedSize, encodeSyncmlMessage } from '../codecs/syncml/index.ts';
import type { Command, SyncmlForm, SyncmlMessage, SyncHeader } from '../codecs/syncml/index.ts';
import type { Unnumbered } from './commands.ts';
import { phoneLimits } from './limits.ts';

/** How the phone reaches its server. */
export interface PhoneConnection {
  /** Address as it is typed into the phone. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The phone's device id (Source/LocURI). */
  readonly deviceId: string;
  /** Session id, in hexadecimal digits when it answers an alert. */
  readonly sessionId: string;
  /** Sends one message and resolves to the answer. */
  post(url: string, body: Uint8Array): Promise<Uint8Array>;
}

/** A session that the server ended, or that cannot go on. */
export class PhoneSyncError extends Error {
  override readonly name = 'PhoneSyncError';
  /** SyncML status, or a word: `network`, `certificate`, `no-settings`, `no-password`, `too-long`. */
  readonly problem: string;

  constructor(problem: string, options?: ErrorOptions) {
    super(`the phone's session ended: ${problem}`, options);
    this.problem = problem;
  }
}

/** The conversation itself: numbers, addresses, credentials; what is said comes from elsewhere. */
export interface PhoneSession {
  /** Octets that a message may have, by what the server said. */
  readonly room: () => number;
  /** Octets of a command within a message. */
  size(command: Unnumbered): number;
  /** Sends a message and reads the answer; signs in again when the server asks for it. */
  send(commands: readonly Unnumbered[], final: boolean): Promise<SyncmlMessage>;
}

const form: SyncmlForm = { encoding: 'wbxml', version: '1.2' };

/** Opens a conversation. */
export function openPhoneSession(connection: PhoneConnection): PhoneSession {
  let url = connection.url;
  let msgId = 0;
  let isSignedIn = false;
  let nonce = new Uint8Array();
  let usesBasic = false;
  let serverRoom: number = phoneLimits.messageOctets;

  function header(): SyncHeader {
    const { user, password, deviceId, sessionId } = connection;
    const data = usesBasic
      ? Buffer.from(`${user}:${password}`).toString('base64')
      : md5Base64(md5Base64(user, ':', password), ':', nonce);
    const type = usesBasic ? 'syncml:auth-basic' : 'syncml:auth-md5';
    return {
      verDtd: '1.2',
      verProto: 'SyncML/1.2',
      sessionId,
      msgId: String(msgId),
      target: { uri: url },
      source: { uri: deviceId, name: user },
      meta: { maxMsgSize: phoneLimits.messageOctets, maxObjSize: phoneLimits.objectOctets },
      ...(isSignedIn ? {} : { cred: { type, format: 'b64', data } }),
    };
  }

  async function exchange(commands: readonly Unnumbered[], final: boolean): Promise<SyncmlMessage> {
    msgId += 1;
    if (msgId > phoneLimits.messages) throw new PhoneSyncError('too-long');
    const numbered = numberCommands(commands);
    const body = encodeSyncmlMessage({ header: header(), commands: numbered, final }, form);
    const answer = await connection.post(url, body);
    const { message } = decodeSyncmlMessage(answer, 'wbxml');
    url = message.header.respUri ?? url;
    const { maxMsgSize } = message.header.meta ?? {};
    if (maxMsgSize !== undefined) serverRoom = Math.min(maxMsgSize, phoneLimits.messageOctets);
    return message;
  }

  return {
    room: () => serverRoom,
    size: (command) => encodedSize({ ...command, cmdId: '9999' }, form),
    async send(commands, final) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await exchange(commands, final);
        const status = statusOfHeader(answer);
        const { challenge } = status ?? {};
        if (status === undefined || status.code < 300) {
          isSignedIn ||= status?.code === 212;
          return answer;
        }
        const isChallenge = status.code === 401 || status.code === 407;
        if (!isChallenge || challenge === undefined || attempt >= phoneLimits.signIns) {
          throw new PhoneSyncError(String(status.code));
        }
        usesBasic = challenge.type === 'syncml:auth-basic';
        nonce = new Uint8Array(challenge.nextNonce ?? []);
      }
    },
  };
}

function numberCommands(commands: readonly Unnumbered[]): Command[] {
  let last = 0;
  const number = (command: Unnumbered): Command => {
    last += 1;
    const cmdId = String(last);
    if (command.kind !== 'sync') return { ...command, cmdId };
    return { ...command, cmdId, commands: command.commands.map(number) };
  };
  return commands.map(number);
}

function statusOfHeader({ commands }: SyncmlMessage) {
  for (const command of commands) {
    if (command.kind === 'status' && command.cmd === 'SyncHdr') return command;
  }
  return undefined;
}
