import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/settings.ts';
import type { MailSettings } from '../../shared/model/provisioning.ts';
import type { LogLine } from '../platform/logbook.ts';
import { createMail } from './mail.ts';
import type { Mail } from './mail.ts';
import { closedPort, startMailServer } from './testing/mail-server.ts';
import type { MailServerOptions, TestMailServer } from './testing/mail-server.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const password = 'mail s3cret';
const mail = { to: 'ada@example.org', subject: 'Settings', text: 'Here they are.\n' };

async function serve(options: MailServerOptions = {}): Promise<TestMailServer> {
  const server = await startMailServer(options);
  stops.push(server.close);
  return server;
}

function writer(
  settings: Partial<MailSettings>,
  authorities?: string,
): { mail: Mail; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const made = createMail({
    settings: () => ({
      ...defaultSettings.mail,
      ...{ host: '127.0.0.1', security: 'none', user: 'desk', from: 'desk@example.org' },
      ...settings,
    }),
    password: () => password,
    log: {
      write(line) {
        lines.push(line);
        return {} as never;
      },
    },
    authorities,
  });
  return { mail: made, lines };
}

describe('mail', () => {
  it('is handed to the server with the sender of the settings', async () => {
    const server = await serve({ user: 'desk', password });
    const { mail: sender, lines } = writer({ port: server.port });
    await sender.send(mail);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      from: 'desk@example.org',
      to: ['ada@example.org'],
      isSecure: false,
    });
    expect(server.received[0]?.content).toMatch(/^Subject: Settings\r$/mu);
    expect(server.received[0]?.content).toContain('Here they are.');
    expect(lines).toMatchObject([{ key: 'mail.sent', params: { to: 'ada@example.org' } }]);
  });

  it('goes through STARTTLS when that is asked for', async () => {
    const server = await serve({ user: 'desk', password, tls: true });
    const { mail: sender } = writer(
      { host: 'localhost', port: server.port, security: 'starttls' },
      server.authority,
    );
    await sender.send(mail);
    expect(server.received[0]).toMatchObject({ isSecure: true });
  });

  it('is not sent in the clear when the server hides STARTTLS', async () => {
    const server = await serve({ user: 'desk', password });
    const { mail: sender } = writer({ port: server.port, security: 'starttls' });
    await expect(sender.send(mail)).rejects.toMatchObject({ code: 'MAIL_FAILED' });
    expect(server.received).toEqual([]);
    expect(server.passwords).toEqual([]);
  });

  it('is not given to a server whose certificate nobody vouches for', async () => {
    const server = await serve({ user: 'desk', password, tls: true });
    const { mail: sender } = writer({ host: 'localhost', port: server.port, security: 'starttls' });
    await expect(sender.send(mail)).rejects.toMatchObject({ code: 'MAIL_FAILED' });
    expect(server.passwords).toEqual([]);
  });

  it('tells a refused sign-in in the words of the server, without the password', async () => {
    const server = await serve({ user: 'desk', password: 'other', repeatsPassword: true });
    const { mail: sender, lines } = writer({ port: server.port });
    const test = await sender.testMail({ to: mail.to });
    expect(test.ok).toBe(false);
    expect(test.detail).toContain('535');
    expect(JSON.stringify([test, lines])).not.toContain(password);
    expect(JSON.stringify([test, lines])).not.toContain(Buffer.from(password).toString('base64'));
    expect(lines.at(-1)).toMatchObject({ level: 'error', key: 'mail.failed' });
  });

  it('tells a refused recipient', async () => {
    const server = await serve({ user: 'desk', password, refusesRecipients: true });
    const { mail: sender } = writer({ port: server.port });
    await expect(sender.send(mail)).rejects.toMatchObject({
      code: 'MAIL_FAILED',
      params: { detail: expect.stringContaining('550') },
    });
  });

  it('tells a server that is not there', async () => {
    const { mail: sender } = writer({ port: await closedPort() });
    const test = await sender.testMail({ to: mail.to });
    expect(test).toMatchObject({ ok: false, detail: expect.stringContaining('ECONNREFUSED') });
  });

  it('sends a test, and says what the server answered', async () => {
    const server = await serve({ user: 'desk', password });
    const { mail: sender } = writer({ port: server.port });
    expect(await sender.testMail({ to: mail.to })).toMatchObject({ ok: true });
    expect(server.received).toHaveLength(1);
  });

  it('needs a server and a sender', async () => {
    expect(writer({ host: '' }).mail.isReady()).toBe(false);
    expect(writer({ from: '' }).mail.isReady()).toBe(false);
    expect(writer({}).mail.isReady()).toBe(true);
    await expect(writer({ host: '' }).mail.send(mail)).rejects.toMatchObject({
      code: 'MAIL_FAILED',
    });
  });

  it('takes no further headers from a subject', async () => {
    const server = await serve({ user: 'desk', password });
    const { mail: sender } = writer({ port: server.port });
    await sender.send({ ...mail, subject: 'Phone\r\nBcc: eve@example.org\r\n\r\nBody' });
    expect(server.received[0]?.content).not.toMatch(/^Bcc:/imu);
    expect(server.received[0]?.to).toEqual(['ada@example.org']);
  });
});
