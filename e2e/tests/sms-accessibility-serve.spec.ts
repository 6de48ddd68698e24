import type { Locator, Page } from '@playwright/test';
import { violations } from '../fixtures/axe.ts';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';
import { gatewayCard, messageTo } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ demo: true });

const kinds = ['modem', 'http', 'peer', 'smpp', 'simulator'] as const;
const views = ['test', 'settings', 'prices', 'log'] as const;

/** Opens a dialog, looks at it, and closes it by the keyboard. */
async function lookAt(page: Page, opener: Locator, check: () => Promise<void>): Promise<void> {
  await opener.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

for (const theme of ['light', 'dark'] as const) {
  test(`panels and dialogs of SMS have no accessibility violation in the ${theme} theme`, async ({
    desk,
  }) => {
    test.setTimeout(300_000);
    const { page, api } = desk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await prefer(page, { theme, language: 'en' });
    const found: string[] = [];
    const check = (place: string) => async (): Promise<void> => {
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      found.push(...(await violations(page)).map((violation) => `${place}: ${violation}`));
    };
    const { gateways } = await api.gateways.list({});
    const simulator = gateways.find(({ kind }) => kind === 'simulator');
    if (simulator === undefined) throw new Error('the demo has no simulator');
    await api.routes.create({
      name: 'Night watch',
      prefixes: ['+48'],
      gateways: [{ gatewayId: simulator.id, weight: 1 }],
    });
    await api.smsUsers.create({ name: 'night-watch', password: 'secret', monthlyLimit: 10 });
    const { accounts } = await api.accounts.list({});
    const budget = { perMinute: null, perDay: 1, perMonth: 100 };
    await api.budgets.set({ scope: 'account', id: accounts[0]?.id ?? '', ...budget });
    const number = '+48600100299';
    await api.messages.send({ number, text: 'Hello' });
    await expect.poll(async () => (await messageTo(api, number))?.state).toBe('delivered');
    await api.simulator.reply({ number, text: 'Hello yourself' });

    await goTo(page, 'sms');
    await expect(gatewayCard(page, simulator.name)).toBeVisible();
    await lookAt(page, page.getByRole('button', { name: 'Add gateway' }), check('kinds'));
    for (const kind of kinds) {
      await goTo(page, `sms?add=${kind}`);
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
      for (const fold of await page.getByRole('dialog').locator('summary').all()) {
        await fold.click();
      }
      await check(`new ${kind}`)();
    }
    for (const view of views) {
      await goTo(page, `sms?open=${simulator.id}&view=${view}`);
      await expect(page.getByRole('region', { name: simulator.name })).toBeVisible();
      await check(`gateway, ${view}`)();
    }
    await goTo(page, 'sms?tab=routes');
    await page.getByLabel('To the number').fill(number);
    await expect(page.getByText(/^It would go by/u)).toBeVisible();
    await check('explained')();
    await lookAt(page, page.getByRole('button', { name: 'Add route' }), check('route'));
    await goTo(page, 'sms?tab=messages');
    await lookAt(page, page.getByRole('button', { name: 'Write an SMS' }), check('write'));
    await page.getByRole('row').filter({ hasText: number }).click();
    for (const tab of ['Course', 'Bytes', 'Log']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await check(`message, ${tab}`)();
    }
    await page.getByRole('checkbox', { name: 'Select all rows' }).check();
    await check('messages selected')();
    await goTo(page, 'sms?tab=incoming');
    await page.getByRole('row').filter({ hasText: 'Hello yourself' }).click();
    await expect(page.getByRole('region', { name: `SMS from ${number}` })).toBeVisible();
    await check('incoming')();
    await goTo(page, 'sms?tab=incoming&show=rules');
    await lookAt(page, page.getByRole('button', { name: 'Add rule' }), check('rule'));
    await goTo(page, 'sms?tab=users');
    await lookAt(page, page.getByRole('button', { name: 'Edit night-watch' }), check('user'));
    await goTo(page, 'sms?tab=budgets');
    await lookAt(page, page.getByRole('button', { name: /^Limits for one acc/u }), check('budget'));
    // A notice in the corner, with its button.
    await page
      .getByRole('button', { name: /^Remove: / })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('alert').getByRole('button', { name: 'Close' })).toBeVisible();
    await check('notice')();
    expect(found).toEqual([]);
  });
}
