import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPorts } from './ports.ts';
import type { PortInfo } from './ports.ts';

describe('ports', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pushdesk-ports-'));
    await mkdir(join(folder, 'by-id'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  function listOn(platform: NodeJS.Platform, list: () => Promise<readonly PortInfo[]>) {
    return listPorts({ list, devices: folder, stable: join(folder, 'by-id'), platform });
  }

  it('have the name on Linux that stays, and the words of the maker', async () => {
    await writeFile(join(folder, 'ttyUSB0'), '');
    await writeFile(join(folder, 'ttyUSB1'), '');
    await writeFile(join(folder, 'tty0'), '');
    const link = 'usb-HUAWEI_Mobile_Modem-if02-port0';
    await symlink(join(folder, 'ttyUSB0'), join(folder, 'by-id', link));
    const told = [
      { path: join(folder, 'ttyUSB0'), manufacturer: 'HUAWEI', serialNumber: '12', pnpId: link },
      { path: join(folder, 'ttyS0') },
    ];
    expect(await listOn('linux', () => Promise.resolve(told))).toEqual([
      {
        path: join(folder, 'by-id', link),
        label: 'HUAWEI Mobile Modem (interface 2)',
        serialNumber: '12',
      },
      { path: join(folder, 'ttyUSB1'), label: '', serialNumber: null },
    ]);
  });

  it('are found on a Linux that cannot tell them', async () => {
    await writeFile(join(folder, 'ttyACM0'), '');
    const ports = await listOn('linux', () => Promise.reject(new Error('spawn udevadm ENOENT')));
    expect(ports).toEqual([{ path: join(folder, 'ttyACM0'), label: '', serialNumber: null }]);
  });

  it('are those for calls that go out on macOS', async () => {
    const told = [{ path: '/dev/tty.usbmodem1', manufacturer: 'Siemens' }];
    expect(await listOn('darwin', () => Promise.resolve(told))).toEqual([
      { path: '/dev/cu.usbmodem1', label: 'Siemens', serialNumber: null },
    ]);
  });

  it('have the name on Windows that the device manager shows', async () => {
    const told = [{ path: 'COM3', manufacturer: 'Huawei', friendlyName: 'Huawei Modem (COM3)' }];
    expect(await listOn('win32', () => Promise.resolve(told))).toEqual([
      { path: 'COM3', label: 'Huawei Modem (COM3)', serialNumber: null },
    ]);
  });

  it('of this machine can be asked for', async () => {
    expect(await listPorts()).toBeInstanceOf(Array);
  });
});
