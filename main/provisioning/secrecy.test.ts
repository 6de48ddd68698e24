import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromHex } from '../codecs/bytes.ts';
import { joinSegments } from '../codecs/gsm-sms/index.ts';
import { decodeProvisioningSms, verifyProvisioningMac } from '../codecs/oma-cp/index.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';
import type { MessagePart } from '../../shared/model/message.ts';

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

/** The parts of an SMS as octets. */
function octetsOf(parts: readonly MessagePart[] | null) {
  return (parts ?? []).map(({ udh, data }) => ({ udh: fromHex(udh), data: fromHex(data) }));
}

it('lets no password of an access point and no PIN be read from what is told of the SMS', async () => {
  const { provisioning } = rig;
  rig.set({ security: 'userpin' });
  const password = 'operator’s own';
  const login = { name: 'Internet', apn: 'internet', auth: 'pap', user: 'guest' } as const;
  const { id: accessPointId } = await provisioning.saveAccessPoint({ ...login, password });
  for (const type of ['nokia', 'nokia-old', 'sony-ericsson', 'synthesis'] as const) {
    const { id: deviceId } = await rig.addDevice(type);
    await provisioning.setOptions({ deviceId, accessPointId });
    const sent = await provisioning.send({ deviceId });
    const messages = await rig.messagesOf(sent.traceId);
    const told = messages.map(({ shownParts }) => joinSegments(octetsOf(shownParts)).payload);
    const real = messages.map(({ parts }) => joinSegments(octetsOf(parts)).payload);
    expect(Buffer.concat(real).includes(password)).toBe(type !== 'synthesis');
    expect(Buffer.concat(told).includes(password)).toBe(false);
    expect(told.map(({ length }) => length)).toEqual(real.map(({ length }) => length));
    if (sent.format !== 'oma-cp') continue;
    const { pin } = await provisioning.pin({ id: sent.id });
    const [first] = messages;
    const seen = decodeProvisioningSms(octetsOf(first?.shownParts ?? null));
    const given = decodeProvisioningSms(octetsOf(first?.parts ?? null));
    expect(verifyProvisioningMac(given, { pin })).toBe(true);
    // Whoever tries all PINs finds one that has nothing to do with the real one.
    expect(verifyProvisioningMac(seen, { pin })).toBe(false);
    expect(verifyProvisioningMac(seen, { pin: '0000' })).toBe(true);
    expect(verifyProvisioningMac({ ...given, mac: seen.mac }, { pin })).toBe(false);
  }
});
