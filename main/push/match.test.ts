import { expect, it } from 'vitest';
import type { ChangeSource } from '../../shared/model/change.ts';
import type { ClientTypeId, DataType } from '../../shared/model/words.ts';
import { createMatcher } from './match.ts';

type Known = readonly [DataType, string, string?];

function device(clientType: ClientTypeId, ...folders: readonly Known[]) {
  return {
    clientType,
    folders: folders.map(([dataType, name, place = '']) => ({
      id: name,
      dataType,
      name,
      syncType: 'two-way' as const,
      enabled: true,
      place,
    })),
  };
}

const phone = device(
  'synthesis',
  ['contacts', 'contacts'],
  ['contacts', 'Firma', 'corporate'],
  ['contacts', 'contacts/Sales'],
  ['calendar', 'events'],
  ['calendar', 'Team calendar', 'shared/Team'],
);
const other = device('funambol', ['contacts', 'scard'], ['calendar', 'scal']);

function concerned(
  [dataType, folder]: readonly [DataType, string],
  source: ChangeSource = 'api',
  one = phone,
): string[] {
  return createMatcher({ dataType, folder, source }, () => [phone, other])(one).map(
    ({ name }) => name,
  );
}

it.each([
  ['a data type', 'contacts', 'contacts', ['contacts']],
  ['a data type in other letters', 'contacts', 'Contacts', ['contacts']],
  ['the corporate folder', 'contacts', 'contacts/corporate', ['Firma']],
  ['the corporate folder by the device’s own name', 'contacts', 'Firma', ['Firma']],
  ['a folder of the user', 'contacts', 'CONTACTS/sales', ['contacts/Sales']],
  ['a shared folder', 'calendar', 'events/shared/team', ['Team calendar']],
  ['a shared folder with its owner', 'calendar', 'events/shared/anna/team', ['Team calendar']],
  ['the main calendar by its URI', 'calendar', 'events', ['events']],
  ['another device’s name that means the main one', 'calendar', 'scal', ['events']],
] as const)('takes %s for the folders that stand for it', (_what, dataType, folder, names) => {
  expect(concerned([dataType, folder])).toEqual(names);
});

it.each([
  ['a name that means nothing here', 'contacts', 'Kontakte'],
  ['a place that nobody has', 'contacts', 'contacts/Elsewhere'],
] as const)('misses nothing: %s concerns all of the data type', (_what, dataType, folder) => {
  expect(concerned([dataType, folder])).toEqual(['contacts', 'Firma', 'contacts/Sales']);
  expect(concerned([dataType, folder], 'api', other)).toEqual(['scard']);
});

it('does not wake a device for a place that it has no folder for', () => {
  expect(concerned(['contacts', 'contacts/corporate'], 'api', other)).toEqual([]);
  expect(concerned(['contacts', 'contacts/Elsewhere'], 'session', other)).toEqual([]);
});

it('believes the server rather than the name that a device gave a folder', () => {
  const misnamed = device('synthesis', ['contacts', 'contacts/Sales', 'corporate']);
  const sales = ['contacts', 'contacts/Sales'] as const;
  expect(concerned(sales, 'session', misnamed)).toEqual([]);
  expect(concerned(sales, 'api', misnamed)).toEqual(['contacts/Sales']);
});

it('leaves unticked folders out', () => {
  const unticked = device('synthesis', ['contacts', 'contacts']);
  for (const folder of unticked.folders) folder.enabled = false;
  expect(concerned(['contacts', 'contacts'], 'api', unticked)).toEqual([]);
});

it('wakes phones that keep tasks in their calendar for a change of tasks', () => {
  const nokia = device('nokia', ['contacts', 'Contacts'], ['calendar', 'Calendar']);
  expect(concerned(['tasks', 'tasks'], 'session', nokia)).toEqual(['Calendar']);
  const both = device('nokia', ['calendar', 'Calendar'], ['tasks', 'Tasks']);
  expect(concerned(['tasks', 'tasks'], 'session', both)).toEqual(['Tasks']);
});
