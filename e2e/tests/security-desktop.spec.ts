import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asElectron } from '../fixtures/hosts.ts';
import { expect, test } from '../fixtures/test.ts';

interface ForeignSite {
  readonly url: string;
  visits(): number;
  stop(): Promise<void>;
}

async function startForeignSite(): Promise<ForeignSite> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end('<h1>foreign</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    visits: () => visits,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

test('cannot be led to another page by a script or a link', async ({ desk }) => {
  const foreign = await startForeignSite();
  const origin = await desk.page.evaluate(() => window.location.origin);
  await desk.page.evaluate((url) => {
    window.location.href = url;
  }, foreign.url);
  await desk.page.evaluate((url) => {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
    link.remove();
  }, foreign.url);
  // The page still answers for itself; Playwright's own wait would wait for a page that never comes.
  expect(await desk.page.evaluate(() => window.location.origin)).toBe(origin);
  expect(await desk.page.evaluate(() => document.querySelector('nav') !== null)).toBe(true);
  expect(foreign.visits()).toBe(0);
  await foreign.stop();
});

test('opens no second window and hands only https and mailto links to the system', async ({
  desk,
}) => {
  const { application } = asElectron(desk);
  await application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedLinks: opened });
    shell.openExternal = (url: string) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  for (const url of [
    'https://example.org/help',
    'mailto:ada@example.org',
    'file:///etc/passwd',
    'smb://example.org/share',
    'javascript:alert(1)',
  ]) {
    await desk.page.evaluate((target) => void window.open(target), url);
  }
  await expect
    .poll(() =>
      application.evaluate(() => (globalThis as { openedLinks?: string[] }).openedLinks ?? []),
    )
    .toEqual(['https://example.org/help', 'mailto:ada@example.org']);
  expect(application.windows()).toHaveLength(1);
});

test('has neither Node nor more than the named bridge in the page', async ({ desk }) => {
  const exposed = await desk.page.evaluate(() => ({
    bridge: Object.keys((window as { pushdesk?: object }).pushdesk ?? {}).sort(),
    frozen: Object.isFrozen((window as { pushdesk?: object }).pushdesk),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(exposed).toEqual({ bridge: ['host', 'platform', 'version'], frozen: true, node: [] });
});

test('runs no script that did not come with the product', async ({ desk }) => {
  const outcome = await desk.page.evaluate(async () => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        resolve(event.effectiveDirective);
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return { directive: await violated, injected: 'injected' in window };
  });
  expect(outcome.directive).toMatch(/^script-src/u);
  expect(outcome.injected).toBe(false);
});

test('talks to nobody on the network but through the services', async ({ desk }) => {
  const foreign = await startForeignSite();
  const refused = await desk.page.evaluate(
    (url) =>
      fetch(url).then(
        () => false,
        () => true,
      ),
    foreign.url,
  );
  expect(refused).toBe(true);
  expect(foreign.visits()).toBe(0);
  await foreign.stop();
});

test('denies the page cameras, places and the like', async ({ desk }) => {
  const states = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone'] as PermissionName[];
    return await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    );
  });
  expect(states).not.toContain('granted');
});

test('serves nothing from outside its folder', async ({ desk }) => {
  const answers = await desk.page.evaluate(() =>
    Promise.all(
      ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js'].map((path) =>
        fetch(path).then(
          async (response) => (response.ok ? await response.text() : 'refused'),
          () => 'refused',
        ),
      ),
    ),
  );
  for (const answer of answers) expect(answer).not.toContain('"dependencies"');
});
