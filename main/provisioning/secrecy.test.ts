import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromHex } from '../codecs/bytes.ts';
import { joinSegments } from '../codecs/gsm-sms/index.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;

beforeEach(async () => {
  rig = await createProvisioningRig();
  rig.set({
    security: 'usernetwpin',
    incomingMail: { protocol: 'imap', host: 'mail.example.org', port: 993, security: 'tls' },
    outgoingMail: { host: 'mail.example.org', port: 587, security: 'starttls' },
  });
});

afterEach(() => rig.store.close());

/** Passwords as people have them, long enough not to be anywhere by chance. */
const passwords = fc.tuple(
  fc.string({ minLength: 4, maxLength: 20, unit: 'grapheme-ascii' }),
  fc.string({ minLength: 4, maxLength: 20, unit: 'grapheme' }),
);

it('tells no password of the account in bytes, previews, lists or the log, whatever it is', async () => {
  const { provisioning, store, account } = rig;
  const devices = [
    await rig.addDevice('nokia'),
    await rig.addDevice('nokia-old'),
    await rig.addDevice('synthesis'),
  ];
  for (const { id: deviceId } of devices) {
    await provisioning.setOptions({ deviceId, imsi: '262011234567890', withMail: true });
  }
  await fc.assert(
    fc.asyncProperty(passwords, async ([plain, rich]) => {
      const secrets = [`§${plain}§`, `¤${rich}¤`];
      await store.secrets.set(`account:${account.id}`, secrets[0] ?? '');
      await store.secrets.set(`mailbox:${account.id}`, secrets[1] ?? '');
      rig.lines.length = 0;
      const said: unknown[] = [];
      const octets: Uint8Array[] = [];
      for (const { id: deviceId } of devices) {
        const preview = await provisioning.preview({ deviceId });
        const sent = await provisioning.send({ deviceId, confirmRepeat: true });
        const profile = await provisioning.profileOf(deviceId);
        said.push(preview, sent, profile, await store.provisioning.get(sent.id));
        for (const { parts } of await rig.messagesOf(sent.traceId)) {
          const segments = parts.map(({ udh, data }) => ({
            udh: fromHex(udh),
            data: fromHex(data),
          }));
          octets.push(joinSegments(segments).payload);
        }
      }
      const text = JSON.stringify([said, rig.lines]);
      const bytes = Buffer.concat(octets);
      for (const secret of secrets) {
        const base64 = Buffer.from(secret).toString('base64');
        expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(bytes.includes(secret)).toBe(false);
        expect(bytes.includes(base64)).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});
