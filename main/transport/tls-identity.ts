import type { Stop } from '../platform/clock.ts';

/** A certificate chain with its key, both PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
}

/** What the devices' listeners need of the certificates. */
export interface TlsIdentitySource {
  /** What to speak TLS with; undefined while there is nothing. */
  identity(): TlsIdentity | undefined;
  /** Why there is nothing, in English like all details of listeners. */
  detail(): string;
  /** Resolves when what the settings ask for has been tried. */
  settled(): Promise<void>;
  /** Calls back when there is something else to speak TLS with. */
  onChange(listener: () => void): Stop;
  /** Answer to an HTTP-01 challenge (RFC 8555 §8.3); undefined for a token that nobody asked for. */
  challenge(token: string): string | undefined;
  /** Certificate of the self-made authority while it is in use: what phones install. */
  authority(): { readonly der: Uint8Array; readonly fingerprint: string } | undefined;
}
