import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { asServe } from '../fixtures/hosts.ts';
import { expect, test } from '../fixtures/test.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with every header in the caller's hand, which fetch does not allow. */
async function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const json = { 'content-type': 'application/json' };

test('answers nothing of the API without its token', async ({ desk }) => {
  const { ready } = asServe(desk).serve;
  const url = `${ready.console}/api/system/status`;
  const withoutToken = await ask(url, { method: 'POST', headers: json, body: '{}' });
  expect(withoutToken.status).toBe(401);
  const wrongToken = await ask(url, {
    method: 'POST',
    headers: { ...json, authorization: 'Bearer wrong' },
    body: '{}',
  });
  expect(wrongToken.status).toBe(401);
  const right = await ask(url, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${ready.token}` },
    body: '{}',
  });
  expect(right.status).toBe(200);
});

test('refuses another Host (DNS rebinding) and another Origin (a foreign page)', async ({
  desk,
}) => {
  const { ready } = asServe(desk).serve;
  const authorization = `Bearer ${ready.token}`;
  const url = `${ready.console}/api/system/status`;
  const headers = { ...json, authorization };
  const rebound = await ask(url, {
    method: 'POST',
    headers: { ...headers, host: 'attacker.example' },
    body: '{}',
  });
  expect(rebound.status).toBeGreaterThanOrEqual(400);
  const foreign = await ask(url, {
    method: 'POST',
    headers: { ...headers, origin: 'https://attacker.example' },
    body: '{}',
  });
  expect(foreign.status).toBeGreaterThanOrEqual(400);
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
});

test('gives its pages a policy that allows no foreign script, frame or connection', async ({
  desk,
}) => {
  const { headers } = await ask(`${asServe(desk).serve.ready.console}/`);
  const policy = headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('serves nothing from outside its folder', async ({ desk }) => {
  const { ready } = asServe(desk).serve;
  for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/serve.js']) {
    const { body } = await ask(`${ready.console}${path}`);
    expect(body).not.toContain('"dependencies"');
    expect(body).not.toContain('startServer');
  }
});

test('never shows a secret again, on any way out', async ({ desk }) => {
  const { ready } = asServe(desk).serve;
  const secrets = { gateway: 'gw-Sesame-71', account: 'acc-Sesame-72', server: 'srv-Sesame-73' };
  await desk.api.gateways.create({
    kind: 'http',
    name: 'Secret keeper',
    url: 'http://127.0.0.1:9/?user=%user%&password=%password%&to=%number%&text=%data;hex%',
    user: 'office',
    password: secrets.gateway,
  });
  const { id } = await desk.api.accounts.create({
    address: 'ada@example.org',
    displayName: 'Ada',
    password: secrets.account,
  });
  await desk.api.devices.create({
    accountId: id,
    name: 'Phone',
    clientType: 'nokia',
    number: '+48600100200',
    pushEnabled: true,
  });
  await desk.api.push.updateSettings({ serverPassword: secrets.server, mergeWindowMs: 0 });
  await desk.api.push.setActive({ active: true });
  await desk.api.changes.report({ account: 'ada@example.org', folder: 'contacts' });
  await expect
    .poll(async () => (await desk.api.log.list({ level: 'warn' })).entries.length)
    .toBeGreaterThan(0);
  const said = JSON.stringify([
    await desk.api.gateways.list(),
    await desk.api.accounts.list(),
    await desk.api.push.settings(),
    await desk.api.settings.get(),
    await desk.api.messages.list(),
    await desk.api.log.list({ limit: 10_000 }),
    await desk.api.system.status(),
  ]);
  for (const secret of [...Object.values(secrets), ready.token]) expect(said).not.toContain(secret);
});
