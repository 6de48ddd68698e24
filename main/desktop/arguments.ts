/** What the desktop was asked for when it was started. */
export interface DesktopArguments {
  /** Data folder, when it is not the usual one. */
  readonly dataDir: string | undefined;
  readonly isDemo: boolean;
  /** Started with the session: in the tray, without a window. */
  readonly isHidden: boolean;
  /** SQLite for this Electron, when the one in the package does not fit. */
  readonly nativeBinding: string | undefined;
}

/** Switch by which the login item starts the desktop. */
export const hiddenSwitch = '--hidden';

function valueOf(argv: readonly string[], name: string): string | undefined {
  for (const [index, argument] of argv.entries()) {
    if (argument === name) return argv[index + 1];
    if (argument.startsWith(`${name}=`)) return argument.slice(name.length + 1);
  }
  return undefined;
}

/**
 * Reads the command line and the environment. Switches of Chromium's stand beside ours, so what is
 * unknown is left alone.
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DesktopArguments {
  return {
    dataDir: valueOf(argv, '--data') ?? (env['PUSHDESK_DATA'] || undefined),
    isDemo: argv.includes('--demo'),
    isHidden: argv.includes(hiddenSwitch),
    nativeBinding: env['PUSHDESK_SQLITE_BINDING'] || undefined,
  };
}
