import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '../platform/events.ts';
import type { LogLine } from '../platform/logbook.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { createSettings } from './settings.ts';
import type { SettingsService } from './settings.ts';

let store: Store;
let settings: SettingsService;
const lines: LogLine[] = [];
const deps = {
  events: createEvents(() => undefined),
  log: {
    write(line: LogLine) {
      lines.push(line);
      return {} as never;
    },
  },
};

beforeEach(async () => {
  lines.length = 0;
  store = await openTestStore();
  settings = await createSettings({ store, ...deps });
});
afterEach(() => store.close());

const server = { host: 'mail.example.org', port: 587, security: 'starttls', user: 'desk' } as const;
const refused = { code: 'INVALID_INPUT', fields: [{ path: 'mail.password', code: 'required' }] };

describe('the password for mail', () => {
  it('is kept, told only as "set", and removed by an empty text', async () => {
    const after = await settings.update({ mail: { ...server, password: 'very secret' } });
    expect(after.mail).toMatchObject({ ...server, hasPassword: true });
    const told = JSON.stringify([after, lines, await store.values.get('settings')]);
    expect(told).not.toContain('very secret');
    expect(lines.at(-1)?.params).toMatchObject({
      names: expect.arrayContaining(['mail.password']),
    });
    const again = await createSettings({ store, ...deps });
    expect(again.secrets().mailPassword).toBe('very secret');
    expect((await again.update({ mail: { password: '' } })).mail.hasPassword).toBe(false);
    expect(await store.secrets.names()).toEqual(new Set());
  });

  it.each([{ host: 'evil.example.org' }, { port: 25 }, { security: 'none' as const }])(
    'does not go to another server, nor in the clear: %j',
    async (change) => {
      await settings.update({ mail: { ...server, password: 'very secret' } });
      await expect(settings.update({ mail: change })).rejects.toMatchObject(refused);
      expect(settings.current().mail).toMatchObject(server);
      await settings.update({ mail: { ...change, password: 'another' } });
      expect(settings.current().mail).toMatchObject(change);
    },
  );

  it('does not follow when the server is taken away and another one put there', async () => {
    await settings.update({ mail: { ...server, password: 'very secret' } });
    await settings.update({ mail: { host: '' } });
    const other = settings.update({ mail: { host: 'evil.example.org' } });
    await expect(other).rejects.toMatchObject(refused);
  });
});

describe('what phones and mail servers are told', () => {
  it.each([
    [{ mail: { from: 'nobody' } }, 'mail.from'],
    [{ mail: { host: 'a b' } }, 'mail.host'],
    [{ provisioning: { caldavUrl: 'ftp://dav.example.org/' } }, 'provisioning.caldavUrl'],
    [
      { provisioning: { carddavUrl: 'https://me:secret@dav.example.org/' } },
      'provisioning.carddavUrl',
    ],
    [{ sync: { aliases: ['/me'] } }, 'sync.aliases.0'],
    [{ sync: { aliases: ['setup/x'] } }, 'sync.aliases.0'],
  ])('is judged: %j', async (input, path) => {
    await expect(settings.update(input)).rejects.toMatchObject({ fields: [{ path }] });
  });

  it('may have paths that only begin alike', async () => {
    const { sync } = await settings.update({ sync: { aliases: ['/meeting', '/setups'] } });
    expect(sync.aliases).toEqual(['/meeting', '/setups']);
  });
});
