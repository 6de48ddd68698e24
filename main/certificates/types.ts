import type { Attention } from '../../shared/model/system.ts';
import type { Certificate, ListenerSettings } from '../../shared/model/settings.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { SecretBox, ValuesRepository } from '../store/types.ts';

/** What the certificates need. */
export interface CertificatesDeps {
  readonly dataDir: string;
  /** Seals the keys at rest. */
  readonly secretBox: SecretBox;
  /** Remembers when an authority may be asked again. */
  readonly values: ValuesRepository;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Events;
  readonly log: LogWriter;
  /** Settings of the listeners as they are now. */
  readonly settings: () => ListenerSettings;
  /** Calls back after the listeners' settings have changed. */
  readonly onSettings: (listener: () => void) => Stop;
  readonly onFault: (error: unknown) => void;
  /** Names and addresses of this machine, the likeliest first. */
  readonly machineNames?: () => readonly string[];
}

/** The certificate of the devices' listener: where it comes from, and how it is kept good. */
export interface Certificates extends Pick<
  AreaService<'settings'>,
  'certificate' | 'renewCertificate'
> {
  /**
   * Loads or makes what the settings ask for, and follows them from then on. Resolves when there is
   * something to speak TLS with, or it is known why not; an authority is not waited for.
   */
  start(): Promise<StopAsync>;
  /** Resolves when what the settings ask for has been tried. */
  settled(): Promise<void>;
  /** Chain and key (PEM) to speak TLS with; undefined while there is nothing. */
  identity(): { readonly cert: string; readonly key: string } | undefined;
  /**
   * Chain and key (PEM) to sign documents with: those of {@link identity}, or, while TLS is off, the
   * self-made ones. Undefined when they cannot be had.
   */
  signer(): Promise<
    { readonly cert: string; readonly key: string; readonly isSelfMade: boolean } | undefined
  >;
  /** Why there is nothing, in English like all details of listeners. */
  detail(): string;
  /** Calls back when there is something else to speak TLS with. */
  onChange(listener: () => void): Stop;
  /** Answer to an HTTP-01 challenge (RFC 8555 §8.3); undefined for a token that nobody asked for. */
  challenge(token: string): string | undefined;
  /** Certificate of the self-made authority while it is in use: what phones install. */
  authority(): { readonly der: Uint8Array; readonly fingerprint: string } | undefined;
  /** How it is. */
  status(): Certificate;
  /** What an admin should look at; null when there is nothing. */
  attention(): Attention | null;
}
