import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Server, Socket } from 'node:net';

/** Fields of a PDU by the names that the specification has for them. */
export type SmppFields = Readonly<Record<string, unknown>>;

/** A PDU as the package `smpp` has it; which fields there are depends on the command. */
export interface PackagePdu {
  readonly command: string;
  readonly command_status: number;
  readonly sequence_number: number;
  readonly [field: string]: unknown;
  response(fields?: SmppFields): PackagePdu;
}

/** One connection of a client; emits each PDU by its command. */
export interface PackageSession extends EventEmitter {
  readonly socket: Socket;
  send(pdu: PackagePdu, onResponse?: (pdu: PackagePdu) => void): boolean;
  close(): void;
  destroy(): void;
}

interface SmppPackage {
  readonly PDU: new (command: string, fields?: SmppFields) => PackagePdu;
  readonly filters: { readonly message: { decode: (value: unknown) => unknown } };
  createServer(
    options: { readonly key?: string; readonly cert?: string },
    listener: (session: PackageSession) => void,
  ): Server;
}

// It has no types of its own.
const require = createRequire(import.meta.url);
const smppPackage = require('smpp') as SmppPackage;
// Left to itself it takes texts and headers apart; tests want the octets.
smppPackage.filters.message.decode = (value) => value;

/** Implementation of SMPP by somebody else, for a service centre to test against. */
export { smppPackage };
