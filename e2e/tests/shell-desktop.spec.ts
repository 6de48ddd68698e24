import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { asElectron } from '../fixtures/hosts.ts';
import { setUpOffice } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';

test('the window comes back where and as large as it was', async ({ desk }) => {
  const wanted = { x: 60, y: 40, width: 1_150, height: 760 };
  await asElectron(desk).application.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  await desk.restart();
  const bounds = await asElectron(desk).application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toEqual(wanted);
});

test('closing the window leaves the services running, after a notice the first time', async ({
  desk,
  sink,
}) => {
  const { account } = await setUpOffice(desk.api, sink, { mergeWindowMs: 2_000 });
  const { application } = asElectron(desk);
  await application.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...given: unknown[]) => {
      asked.push((given.at(-1) as { message: string }).message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  const close = () =>
    application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const isVisible = () =>
    application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await close();
  await expect.poll(isVisible).toBe(false);
  await expect.poll(() => sink.notifications()).toHaveLength(1);

  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await close();
  await expect.poll(isVisible).toBe(false);
  const asked = await application.evaluate(() => (globalThis as { asked?: string[] }).asked);
  expect(asked).toHaveLength(1);
});

test('a second start on the same data shows the first window and ends', async ({ desk }) => {
  const { application } = asElectron(desk);
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(application.process().spawnfile, ['--no-sandbox', '--data', desk.dataDir], {
    stdio: 'ignore',
  });
  await once(second, 'exit');
  await expect
    .poll(() =>
      application.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return window !== undefined && window.isVisible() && !window.isMinimized();
      }),
    )
    .toBe(true);
});
