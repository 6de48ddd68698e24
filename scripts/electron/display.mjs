import { say } from '../lib/run.mjs';

/** @returns {string | undefined} What to tell a person whose session has no screen. */
export function whyNoDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return undefined;
  return (
    'There is no display in this session, so no window can open.\n' +
    '`npm run serve` starts the same console for a browser.'
  );
}

/**
 * Electron refuses to run as root with its sandbox. The product never switches it off; here, on
 * the development command line, it is done for root alone, and said.
 * @returns {string[]}
 */
export function electronParameters() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say(
    'Running as root: Electron’s sandbox is off (--no-sandbox). Use an ordinary user for real work.',
  );
  return ['--no-sandbox'];
}
