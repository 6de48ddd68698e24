import { spawn } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess } from './modem-pty.ts';

/** The daemon of SMS Server Tools 3, as Debian installs it. */
export const smsdProgram = '/usr/sbin/smsd';

/** A running daemon. */
export interface Smsd {
  /** Puts a text into its folder of outgoing messages. */
  send(number: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

const folders = ['outgoing', 'checked', 'failed', 'incoming', 'report', 'sent'] as const;

/** Starts the daemon for one modem, in the foreground, in a folder of the test's own. */
export async function startSmsd(folder: string, device: string): Promise<Smsd> {
  const at = (name: string): string => join(folder, 'smsd', name);
  for (const name of folders) await mkdir(at(name), { recursive: true });
  const file = at('smsd.conf');
  await writeFile(
    file,
    [
      'devices = GSM1',
      ...folders.map((name) => `${name} = ${at(name)}`),
      `logfile = ${at('smsd.log')}`,
      `pidfile = ${at('smsd.pid')}`,
      `infofile = ${at('smsd.working')}`,
      'loglevel = 7',
      'delaytime = 1',
      'delaytime_mainprocess = 1',
      'receive_before_send = no',
      '[GSM1]',
      `device = ${device}`,
      'baudrate = 115200',
      'init = ATE0+CMEE=1',
      'incoming = no',
      'report = no',
      'rtscts = no',
      '',
    ].join('\n'),
  );
  // It starts a process for each modem: they end with their group.
  const child = spawn(smsdProgram, ['-t', '-c', file], { stdio: 'ignore', detached: true });
  let count = 0;
  return {
    async send(number, text) {
      count += 1;
      const name = `message-${String(count)}`;
      await writeFile(at(name), `To: ${number.replace('+', '')}\n\n${text}`);
      await rename(at(name), join(at('outgoing'), name));
    },
    async stop() {
      const { pid } = child;
      await endProcess(child);
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // Nobody of the group is left.
      }
    },
  };
}
