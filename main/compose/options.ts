import type { Diagnostics } from '../log/diagnostics.ts';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { SecretBox } from '../store/types.ts';
import type { SettingsOverrides } from '../system/settings.ts';

/** How a server is started. */
export interface ServerOptions {
  /** Folder of everything that is kept; made when it is not there. */
  readonly dataDir: string;
  readonly host: 'desktop' | 'serve';
  /** Seals secrets at rest. */
  readonly secretBox: SecretBox;
  /** Folder of the built console. */
  readonly rendererDir: string;
  readonly diagnostics: Diagnostics;
  /** SQLite binary to load in place of the one in the package. */
  readonly nativeBinding?: string | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Settings that win over the stored ones. */
  readonly overrides?: SettingsOverrides | undefined;
  /** Offers the console over HTTP; without it nothing but the doors for changes listens. */
  readonly console?: ConsoleOptions | undefined;
  /** The data is made up, and the console says so. */
  readonly isDemo?: boolean;
  /** Judges answers too; for tests. */
  readonly checksAnswers?: boolean;
  /** Opens no socket and starts no daily work: for making the demo's history. */
  readonly isSilent?: boolean;
  /** Milliseconds until a virtual phone reports a delivery. */
  readonly simulatorReportMs?: number;
}

/** Where the console listens, and who is let in. */
export interface ConsoleOptions {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  /** Further names with ports under which a proxy offers it. */
  readonly allowedHosts: readonly string[];
}
