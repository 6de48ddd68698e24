import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly isSecure: boolean;
  readonly content: string;
}

/** How the server behaves. */
export interface MailServerOptions {
  readonly user?: string;
  readonly password?: string;
  /** Offers STARTTLS, with a certificate for `localhost`. */
  readonly tls?: boolean;
  /** Puts the password that it refuses into its answer. */
  readonly repeatsPassword?: boolean;
  readonly refusesRecipients?: boolean;
}

/** A mail server on loopback. */
export interface TestMailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Passwords that it was told. */
  readonly passwords: readonly string[];
  /** What to trust, PEM. */
  readonly authority: string;
  readonly close: () => Promise<void>;
}

async function makeIdentity(): Promise<{ readonly cert: string; readonly key: string }> {
  x509.cryptoProvider.set(crypto);
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    keys,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const body = key.toString('base64').replace(/(.{64})/gu, '$1\n');
  return {
    cert: certificate.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
  };
}

/** Starts it on a port of the system's choice. */
export async function startMailServer(options: MailServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const passwords: string[] = [];
  const identity = options.tls === true ? await makeIdentity() : undefined;
  const server = new SMTPServer({
    ...(identity ?? {}),
    disabledCommands: identity === undefined ? ['STARTTLS'] : [],
    allowInsecureAuth: identity === undefined,
    authOptional: options.user === undefined,
    onAuth(given, _session, done) {
      const username = given.username ?? '';
      const password = given.password ?? '';
      passwords.push(password);
      const isRight = username === options.user && password === options.password;
      const echo = options.repeatsPassword === true ? ` ${password}` : '';
      if (isRight) done(null, { user: username });
      else done(Object.assign(new Error(`wrong password${echo}`), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, done) {
      const refusal = Object.assign(new Error('no such mailbox here'), { responseCode: 550 });
      done(options.refusesRecipients === true ? refusal : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          content: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    port,
    received,
    passwords,
    authority: identity?.cert ?? '',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
