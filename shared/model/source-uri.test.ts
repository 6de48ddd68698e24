import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientTypes } from '../catalogue/client-types.ts';
import { collectionNameSchema } from './collection.ts';
import {
  bareSourceUri,
  formatPlace,
  formatSourceUri,
  isSamePlace,
  parsePlace,
  parseSourceUri,
  placeOfFolder,
} from './source-uri.ts';
import type { Place } from './source-uri.ts';
import { dataTypeSchema } from './words.ts';
import type { DataType } from './words.ts';

/** Data type and place in one text. */
function meaning(uri: string): string | undefined {
  const found = parseSourceUri(uri);
  return found && `${found.dataType}:${formatPlace(found.place)}`;
}

describe('source URIs as hosters tell them', () => {
  it.each([
    ['events', 'calendar:'],
    ['events/název_uživatelského_adresáře', 'calendar:název_uživatelského_adresáře'],
    ['events/corporate', 'calendar:corporate'],
    ['events/shared/název_sdileneho_adresáře', 'calendar:shared/název_sdileneho_adresáře'],
    ['contacts', 'contacts:'],
    ['contacts/shared/název_sdileneho_adresáře', 'contacts:shared/název_sdileneho_adresáře'],
    ['contacts/corporate', 'contacts:corporate'],
    ['contacts/název_uživatelského_adresáře', 'contacts:název_uživatelského_adresáře'],
    ['tasks', 'tasks:'],
    ['tasks/shared/název_sdileneho_adresáře', 'tasks:shared/název_sdileneho_adresáře'],
    ['tasks/název_seznamu_úkolů', 'tasks:název_seznamu_úkolů'],
  ])('%s', (uri, expected) => {
    expect(meaning(uri)).toBe(expected);
    const upper = parseSourceUri(uri.toUpperCase());
    const found = parseSourceUri(uri);
    expect(upper?.dataType).toBe(found?.dataType);
    expect(isSamePlace(upper?.place as Place, found?.place as Place)).toBe(true);
  });
});

describe('names as clients have them when they are delivered', () => {
  const offered = clientTypes.flatMap(({ id, folders }) =>
    folders.map(({ name, dataType }) => [id, name, dataType] as const),
  );
  it.each(offered)('%s: %s', (_, name, dataType) => {
    expect(meaning(name)).toBe(`${dataType}:`);
  });

  it.each<[string, DataType]>([
    ['./Contact/Unfiled', 'contacts'],
    ['./EventTask/Tasks', 'calendar'],
    ['./calendar/events', 'calendar'],
    ['./calendar/tasks', 'tasks'],
    ['card3', 'contacts'],
    ['con', 'contacts'],
    ['cal', 'calendar'],
    ['cal2', 'calendar'],
    ['task2', 'tasks'],
    ['pnote', 'notes'],
    ['Memo', 'notes'],
    ['todo', 'tasks'],
    ['addressbook', 'contacts'],
  ])('%s', (name, dataType) => {
    expect(meaning(name)).toBe(`${dataType}:`);
  });
});

describe('what clients put around a name', () => {
  it.each([
    './contacts',
    '/contacts',
    'contacts/',
    '//contacts//',
    './/contacts',
    ' Contacts ',
    'contacts?',
    'contacts?SINCE&EQ;20240101T000000Z/x',
    'https://sync.example.org/contacts',
    'syncml://sync.example.org:8080/./contacts',
    '%63ontacts',
  ])('%s is taken off', (uri) => {
    expect(meaning(uri)).toBe('contacts:');
  });

  it('leaves the names of folders as they are written', () => {
    expect(meaning('./Contacts//Můj%20t%C3%BDm/')).toBe('contacts:Můj tým');
    expect(meaning('contacts/100%')).toBe('contacts:100%');
    expect(meaning('contacts/Corporate/Sales')).toBe('contacts:corporate/Sales');
    expect(meaning('contacts/SHARED/anna/Team')).toBe('contacts:shared/anna/Team');
  });

  it.each(['', '/', '.', '?', 'bookmarks', 'devinf12', './push-off', 'contactsX', 'x/contacts'])(
    'makes no data type of %j',
    (uri) => {
      expect(parseSourceUri(uri)).toBeUndefined();
    },
  );

  it('is no way to keep the server busy', () => {
    const hostile = [
      `contacts${'/'.repeat(1_000_000)}x`,
      `${'./'.repeat(1_000_000)}contacts`,
      `contacts/${'%'.repeat(1_000_000)}`,
      `${'a+'.repeat(1_000_000)}://contacts`,
    ];
    for (const uri of hostile) {
      expect(parseSourceUri(uri)).toBeUndefined();
      expect(bareSourceUri(uri).length).toBeLessThan(3_000);
    }
  });
});

describe('a place', () => {
  const names = fc
    .string({ minLength: 1, maxLength: 80 })
    .filter((name) => collectionNameSchema.safeParse(name).data === name)
    // What a percent escape is, and a dot, cannot be told from its letters.
    .filter((name) => !name.includes('%') && name !== '.');
  const places: fc.Arbitrary<Place> = fc.oneof(
    names.map((name): Place => ({ kind: 'own', name })),
    fc.constant<Place>({ kind: 'own', name: '' }),
    names.map((name): Place => ({ kind: 'corporate', name })),
    fc.constant<Place>({ kind: 'corporate', name: '' }),
    names.map((name): Place => ({ kind: 'shared', name })),
    fc.tuple(names, names).map((both): Place => ({ kind: 'shared', name: both.join('/') })),
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(parsePlace(formatPlace(place))).toEqual(place);
      }),
    );
  });

  it('is the same however its letters are written', () => {
    const place = parsePlace('shared/Český tým');
    expect(isSamePlace(place, parsePlace('SHARED/český TÝM'.normalize('NFD')))).toBe(true);
    expect(isSamePlace(place, parsePlace('Český tým'))).toBe(false);
  });

  it('is told by a source URI of any data type', () => {
    const dataTypes = fc.constantFrom(...dataTypeSchema.options);
    fc.assert(
      fc.property(dataTypes, places, (dataType, place) => {
        expect(parseSourceUri(formatSourceUri({ dataType, place }))).toEqual({ dataType, place });
      }),
    );
  });
});

describe('the place of a device’s folder', () => {
  const folder = (name: string, place = '', dataType: DataType = 'contacts') =>
    formatPlace(placeOfFolder({ dataType, name, place }));

  it('is the one that the admin chose', () => {
    expect(folder('Contacts', 'shared/Team')).toBe('shared/Team');
    expect(folder('contacts/Sales', 'corporate')).toBe('corporate');
  });

  it('else the one in its own name', () => {
    expect(folder('contacts/Sales')).toBe('Sales');
    expect(folder('events/shared/Team', '', 'calendar')).toBe('shared/Team');
  });

  it('else the main one', () => {
    expect(folder('Contacts')).toBe('');
    expect(folder('My people')).toBe('');
    expect(folder('events/Sales')).toBe('');
  });
});
