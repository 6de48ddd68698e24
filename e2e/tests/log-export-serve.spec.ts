import { readFile } from 'node:fs/promises';
import { goTo } from '../fixtures/pages.ts';
import { setUpOffice } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';

test('the log can be taken along as lines of JSON', async ({ desk, sink }) => {
  await setUpOffice(desk.api, sink);
  await goTo(desk.page, 'log');
  await desk.page.getByRole('button', { name: 'More' }).click();
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('menuitem', { name: /NDJSON/u }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { text: string });
  expect(entries.map(({ text }) => text)).toContainEqual(expect.stringContaining('Push is on'));
});
