import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { SerialPort as ShownPort } from '../../../../shared/model/gateway.ts';

/** A port of this machine; who uses it is the caller's to say. */
export type FoundPort = Omit<ShownPort, 'usedBy'>;

/** What the system tells of a port. */
export interface PortInfo {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  /** On Linux the name under `/dev/serial/by-id`, on Windows that of the driver. */
  readonly pnpId?: string | undefined;
  /** Windows only: `USB Serial Device (COM3)`. */
  readonly friendlyName?: string | undefined;
}

const stableFolder = '/dev/serial/by-id';
/** Ports that a modem can be behind; the rest are consoles and emulated ones. */
const modemDevice = /^tty(?:USB|ACM|XRUSB|AMA|O|WCH)\d+$/u;

/** Where ports are looked for; a test has others. */
export interface PortSources {
  readonly list: () => Promise<readonly PortInfo[]>;
  /** A folder such as `/dev`. */
  readonly devices: string;
  /** `/dev/serial/by-id`: names that stay the same whichever port is plugged first. */
  readonly stable: string;
  readonly platform: NodeJS.Platform;
}

const systemSources: PortSources = {
  list: async () => {
    const { SerialPort } = await import('serialport');
    return SerialPort.list();
  },
  devices: '/dev',
  stable: stableFolder,
  platform: process.platform,
};

/** Serial ports where a modem may be, by path. Empty when the system tells none; never rejects. */
export async function listPorts(sources: PortSources = systemSources): Promise<FoundPort[]> {
  const told = await sources.list().catch(() => []);
  const isLinux = sources.platform === 'linux';
  const found = isLinux ? await linuxPorts(sources, told) : told.map((port) => shown(port));
  return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/**
 * Without udev the system tells nothing, and there are only names; with it, it tells consoles too.
 */
async function linuxPorts(
  { devices, stable }: PortSources,
  told: readonly PortInfo[],
): Promise<FoundPort[]> {
  const known = new Map(told.map((port) => [port.path, port]));
  const names = await readdir(devices).catch((): string[] => []);
  const paths = new Set(
    names.filter((name) => modemDevice.test(name)).map((name) => join(devices, name)),
  );
  for (const { path, pnpId } of told) if (pnpId !== undefined) paths.add(path);
  const ports: FoundPort[] = [];
  for (const link of await readdir(stable).catch((): string[] => [])) {
    const path = join(stable, link);
    const target = await realpath(path).catch(() => path);
    const port = known.get(target);
    paths.delete(target);
    ports.push({ ...shown({ ...port, path: target, pnpId: link }), path });
  }
  for (const path of paths) ports.push(shown(known.get(path) ?? { path }));
  return ports;
}

function shown({ path, manufacturer, serialNumber, pnpId, friendlyName }: PortInfo): FoundPort {
  const product = friendlyName ?? readableName(pnpId);
  const isNamed = manufacturer !== undefined && product.includes(manufacturer);
  const label = [isNamed ? undefined : manufacturer, product]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
  return {
    // To open the other name of the port waits for a carrier.
    path: path.replace(/^\/dev\/tty\./u, '/dev/cu.'),
    label,
    serialNumber: serialNumber ?? null,
  };
}

/** `usb-HUAWEI_Mobile-if00-port0` as people read it. */
function readableName(id = ''): string {
  const match = /^usb-(.*?)(?:-if(\d+)(?:-port\d+)?)?$/u.exec(id);
  if (match === null) return '';
  const [, name = '', part] = match;
  const words = name.replaceAll('_', ' ').trim();
  return part === undefined ? words : `${words} (interface ${String(Number.parseInt(part, 16))})`;
}
