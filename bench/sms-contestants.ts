import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { kannelPrograms, startKannel } from '../main/sms/testing/kannel.ts';
import { withScratch } from './scratch.ts';
import { startServeProcess } from './serve-process.ts';
import type { LoadOptions, SmsPeer } from './sms-peer.ts';

/** An alert of one part: header and data, as a phone is pushed. */
const udh = Buffer.from('0605040b84c002', 'hex');
const data = Buffer.from(`010603ceaf85${'00'.repeat(40)}`, 'hex');

/** Something that takes messages over HTTP and sends them over SMPP. */
export interface Contestant {
  readonly name: 'product' | 'kannel';
  /** Runs `work` while it is connected to the peer's service centre. */
  with<T>(
    peer: SmsPeer,
    window: number,
    work: (target: LoadOptions['target']) => Promise<T>,
  ): Promise<T>;
}

/** Whether Kannel is installed here. */
export function hasKannel(): boolean {
  return Object.values(kannelPrograms).every((program) => existsSync(program));
}

/** Kannel with its queue on disk, receipts asked for, and a callback for each. */
export const kannel: Contestant = {
  name: 'kannel',
  async with(peer, window, work) {
    const running = await startKannel({ port: peer.servicePort, window });
    try {
      await bound(peer);
      const escaped = (bytes: Buffer): string =>
        [...bytes].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
      const callback = encodeURIComponent(`http://127.0.0.1:${peer.toldPort}/dlr?status=%d`);
      const query =
        `username=${running.user}&password=${encodeURIComponent(running.password)}&from=12345` +
        `&to=%2BNUMBER&coding=1&mclass=1&udh=${escaped(udh)}&text=${escaped(data)}` +
        `&dlr-mask=3&dlr-url=${callback}`;
      const path = `/cgi-bin/sendsms?${query}`;
      return await work({ port: running.port, path, headers: {} });
    } finally {
      await running.stop();
    }
  },
};

/** The built `serve` with its durable queue; who handed a message in may ask for its reports. */
export const product: Contestant = {
  name: 'product',
  with: (peer, window, work) =>
    withScratch(async (folder) => {
      const serve = await startServeProcess(folder);
      try {
        await serve.client.gateways.create({
          kind: 'smpp',
          name: 'Centre',
          host: '127.0.0.1',
          port: peer.servicePort,
          systemId: 'pushdesk',
          password: 'secret',
          concurrency: window,
        });
        await serve.client.smsUsers.create({ name: 'bench', password: 'secret' });
        await bound(peer);
        const query = new URLSearchParams({
          number: '+NUMBER',
          binary: '1',
          udh: udh.toString('base64'),
          data: data.toString('base64'),
          dcs: String(0xf5),
        });
        const authorization = `Basic ${Buffer.from('bench:secret').toString('base64')}`;
        return await work({
          port: serve.devicesPort,
          path: `/sms/?${query.toString()}`,
          headers: { authorization },
        });
      } finally {
        await serve.stop();
      }
    }),
};

/** Resolves when the service centre has a link. */
async function bound(peer: SmsPeer): Promise<void> {
  for (let tries = 0; (await peer.sessions()) === 0; tries += 1) {
    if (tries > 500) throw new Error('nobody has bound');
    await pause(20);
  }
}
