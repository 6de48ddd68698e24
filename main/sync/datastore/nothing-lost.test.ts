import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConflictPolicy } from '../../../shared/model/account.ts';
import {
  decodeItem,
  defaultProfile,
  fingerprint,
  project,
  type ContactItem,
} from '../../groupware/content/index.ts';
import { readContent } from './known-items.ts';
import { card } from './testing/cards.ts';
import { createModelClient, VanishedError } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

/** One thing that happens in a day of an office. */
type Event =
  | {
      readonly kind: 'add' | 'edit' | 'remove';
      readonly who: number;
      readonly which: number;
      readonly field: number;
    }
  | {
      readonly kind: 'sync';
      readonly who: number;
      readonly callsToLive: number;
      readonly perMessage: number;
    }
  | { readonly kind: 'slow' | 'reset' | 'resync' | 'together'; readonly who: number };

/** The server is the last one who does something by itself; the others are phones. */
const PHONES = 2;
const anybody = fc.nat(PHONES);
const phone = fc.nat(PHONES - 1);
const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('add', 'edit', 'edit', 'remove'),
      who: anybody,
      which: fc.nat(100),
      field: fc.nat(2),
    }) as fc.Arbitrary<Event>,
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sync'),
      who: phone,
      // A session has about a dozen calls, so that many are broken off somewhere.
      callsToLive: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 14 })),
      perMessage: fc.integer({ min: 1, max: 4 }),
    }) as fc.Arbitrary<Event>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('slow', 'reset', 'resync', 'together'),
      who: phone,
    }) as fc.Arbitrary<Event>,
  },
);

/** An office of phones and people, that remembers what everybody ever wrote. */
class Office {
  readonly rig: SyncRig;
  readonly phones: ModelClient[] = [];
  /** Names of those whom somebody has deleted somewhere. */
  readonly removed = new Set<string>();
  readonly names: string[] = [];
  /** Words that a phone has sent in a session that was completed. */
  readonly sent = new Set<string>();
  #words = 0;

  constructor(rig: SyncRig) {
    this.rig = rig;
  }

  word(prefix: string): string {
    this.#words += 1;
    return `${prefix}${this.#words}x`;
  }

  async happen(event: Event): Promise<void> {
    await this.rig.clock.advance(60_000);
    switch (event.kind) {
      case 'add':
      case 'edit':
      case 'remove':
        if (event.who < PHONES) this.#onPhone(this.#phone(event.who), event);
        else await this.#onServer(event);
        return;
      case 'sync':
        await this.#sync(this.#phone(event.who), event);
        return;
      case 'slow':
        await this.#phone(event.who)
          .sync({ mode: 'slow' })
          .then((result) => this.#note(result));
        return;
      case 'reset':
        this.#phone(event.who).reset();
        return;
      case 'together': {
        const results = await Promise.all(
          this.phones.map((client) => client.sync({ perMessage: 1 + event.who })),
        );
        for (const result of results) this.#note(result);
        return;
      }
      case 'resync':
        await this.#resync(this.#phone(event.who));
    }
  }

  #phone(who: number): ModelClient {
    const found = this.phones[who];
    if (found === undefined) throw new Error(`no phone ${who}`);
    return found;
  }

  #onPhone(client: ModelClient, { kind, which, field }: Extract<Event, { which: number }>): void {
    if (kind === 'add') {
      const name = this.word('p');
      this.names.push(name);
      client.add(card({ given: name, family: 'Phone', note: this.word('n') }));
      return;
    }
    const luid = [...client.objects.keys()][which % Math.max(client.objects.size, 1)];
    if (luid === undefined) return;
    const text = client.objects.get(luid) ?? '';
    if (kind === 'remove') {
      this.removed.add(/N:[^;]*;([^;]*)/u.exec(text)?.[1] ?? '');
      client.remove(luid);
      return;
    }
    const line =
      [`TITLE:${this.word('t')}`, `NOTE:${this.word('n')}`, `ROLE:${this.word('r')}`][field] ?? '';
    const property = line.slice(0, line.indexOf(':'));
    const rest = text.split('\r\n').filter((one) => !one.startsWith(`${property}:`));
    const end = rest.indexOf('END:VCARD');
    rest.splice(end, 0, line);
    client.replace(luid, rest.join('\r\n'));
  }

  async #onServer({ kind, which, field }: Extract<Event, { which: number }>): Promise<void> {
    if (kind === 'add') {
      const name = this.word('p');
      this.names.push(name);
      await this.rig.create('contacts', {
        kind: 'contact',
        name: { given: name, family: 'Server' },
        birthday: '1815-12-10',
      });
      return;
    }
    const items = await this.rig.items('contacts');
    const row = items[which % Math.max(items.length, 1)];
    if (row === undefined) return;
    const contact = readContent(row) as ContactItem;
    if (kind === 'remove') {
      this.removed.add(contact.name?.given ?? '');
      await this.rig.remove(row);
      return;
    }
    const change = [{ title: this.word('t') }, { notes: this.word('n') }, { role: this.word('r') }][
      field
    ];
    await this.rig.update(row, { ...contact, ...change });
  }

  async #sync(client: ModelClient, event: Extract<Event, { kind: 'sync' }>): Promise<void> {
    try {
      const { callsToLive, perMessage } = event;
      this.#note(await client.sync({ callsToLive, perMessage }));
    } catch (error) {
      if (!(error instanceof VanishedError)) throw error;
    }
  }

  #note({ sent, statuses }: Awaited<ReturnType<ModelClient['sync']>>): void {
    for (const [index, change] of sent.entries()) {
      expect(statuses[index]).toBeLessThan(420);
      const text = new TextDecoder().decode(change.data);
      for (const word of text.match(/\b[pntr]\d+x\b/gu) ?? []) this.sent.add(word);
    }
  }

  async #resync({ party }: ModelClient): Promise<void> {
    for (const state of await this.rig.store.sync.listStates(party.client.id)) {
      await this.rig.store.sync.putState({ ...state, isResyncWanted: true });
    }
  }

  /** Everybody synchronises until nobody has anything to say. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      for (const client of this.phones) this.#note(await client.sync());
    }
    for (const client of this.phones) {
      const quiet = await client.sync();
      expect(quiet).toMatchObject({ mode: 'two-way', sent: [], received: [] });
    }
  }

  async check(mayCopy: boolean): Promise<void> {
    const rows = await this.rig.items('contacts');
    const contacts = rows.map((row) => readContent(row) as ContactItem);
    const names = contacts.map(({ name }) => name?.given ?? '');
    if (!mayCopy) expect(names.length).toBe(new Set(names).size);
    for (const name of this.names) {
      if (!this.removed.has(name)) expect(names).toContain(name);
    }
    const type = 'vcard-3.0';
    const expected = contacts.map((item) => fingerprint(project<'contact'>(item, type))).sort();
    for (const client of this.phones) {
      const own = [...client.objects.values()].map((text) =>
        decodeItem(new TextEncoder().encode(text), type, defaultProfile),
      );
      expect(own.map((item) => fingerprint(item)).sort()).toEqual(expected);
    }
    await this.#checkHistory();
    // What no phone can show was given up by none of them.
    for (const contact of contacts) {
      if (contact.name?.family === 'Server') expect(contact.birthday).toBe('1815-12-10');
    }
  }

  /** Whatever was sent is in an item, or in the history of one. */
  async #checkHistory(): Promise<void> {
    const collectionIds = [await this.rig.collection('contacts')];
    const query = { collectionIds, withDeleted: true, offset: 0, limit: 1_000 };
    let history = '';
    for (const row of (await this.rig.store.items.list(query)).items) {
      for (const { content } of await this.rig.store.items.listVersions(row.id)) history += content;
    }
    for (const word of this.sent) expect(history).toContain(word);
  }
}

describe('whatever happens in an office, and wherever a session breaks', () => {
  it.each(['newer', 'server', 'client', 'both'] as const)(
    'all sides end equal, nothing is there twice, nothing is lost (conflicts: %s)',
    async (conflict: ConflictPolicy) => {
      await fc.assert(
        fc.asyncProperty(fc.array(events, { minLength: 5, maxLength: 60 }), async (day) => {
          const rig = await openSyncRig();
          try {
            rig.change({ conflict });
            const office = new Office(rig);
            for (let who = 0; who < PHONES; who += 1) {
              office.phones.push(createModelClient(rig, await rig.addClient(`phone-${who}`)));
            }
            for (const event of day) await office.happen(event);
            await office.settle();
            await office.check(conflict === 'both');
          } finally {
            await rig.close();
          }
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );
});
