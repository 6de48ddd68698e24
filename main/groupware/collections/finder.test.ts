import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataTypeSchema } from '../../../shared/model/words.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { formatPlace, parsePlace } from '../../../shared/model/source-uri.ts';
import { createGroupwareRig } from '../testing/groupware-rig.ts';
import type { GroupwareRig } from '../testing/groupware-rig.ts';

let rig: GroupwareRig;

beforeEach(async () => {
  rig = await createGroupwareRig();
});
afterEach(() => rig.close());

/** What anna finds at a place, as the collection's id and what she may do. */
async function found(place: string, dataType: DataType = 'contacts'): Promise<unknown> {
  const access = await rig.finder.find('anna', dataType, parsePlace(place));
  return access && [access.collection.id, access.access, formatPlace(access.place)];
}

async function share(
  accountId: string,
  name: string,
  access: 'read' | 'write' = 'read',
): Promise<string> {
  await rig.clock.advance(1);
  const { id } =
    name === ''
      ? await rig.contactsOf(accountId)
      : await rig.collections.create({ accountId, dataType: 'contacts', name });
  await rig.collections.update({ id, shares: [{ accountId: 'anna', access }] });
  return id;
}

describe('the main collections of an account', () => {
  it('are made when one of them is asked for, one of each data type', async () => {
    expect(await rig.store.collections.list()).toEqual([]);
    expect(await found('')).toBeDefined();
    const rows = await rig.store.collections.list();
    expect(rows.map(({ dataType }) => dataType).sort()).toEqual([...dataTypeSchema.options].sort());
    expect(rows.every(({ accountId, name }) => accountId === 'anna' && name === '')).toBe(true);
  });

  it('are made once, however many ask at the same moment', async () => {
    const asked = dataTypeSchema.options.map((dataType) => found('', dataType));
    await Promise.all([
      ...asked,
      rig.finder.visible('anna'),
      rig.collections.list({ accountId: 'anna' }),
    ]);
    expect(await rig.store.collections.list()).toHaveLength(6);
  });

  it('are not made for an account that does not exist', async () => {
    const nobody = await rig.finder.find('nobody', 'contacts', parsePlace(''));
    expect(nobody).toBeUndefined();
    expect(await rig.finder.visible('nobody')).toEqual([]);
    await rig.addAccount('nobody');
    expect(await rig.finder.visible('nobody')).toHaveLength(6);
  });

  it('can be written, but for the mail', async () => {
    expect(await found('')).toContain('write');
    expect(await found('', 'inbox')).toContain('read');
  });
});

describe('a place', () => {
  it('is found in any letter case, composed or not', async () => {
    const { id } = await rig.collections.create({
      accountId: 'anna',
      dataType: 'contacts',
      name: 'Český tým',
    });
    expect(await found('ČESKÝ TÝM')).toEqual([id, 'write', 'Český tým']);
    expect(await found('český tým'.normalize('NFD'))).toEqual([id, 'write', 'Český tým']);
    expect(await found('Český tým', 'tasks')).toBeUndefined();
  });

  it('is seen as soon as it is made, and gone when it is removed', async () => {
    expect(await found('corporate')).toBeUndefined();
    const { id } = await rig.collections.create({
      accountId: null,
      dataType: 'contacts',
      name: '',
    });
    expect(await found('Corporate')).toEqual([id, 'read', 'corporate']);
    await rig.collections.update({ id, corporateAccess: 'write' });
    expect(await found('corporate')).toEqual([id, 'write', 'corporate']);
    await rig.collections.remove({ id });
    expect(await found('corporate')).toBeUndefined();
  });

  it('of the company may have a name', async () => {
    const { id } = await rig.collections.create({
      accountId: null,
      dataType: 'contacts',
      name: 'Suppliers',
    });
    expect(await found('corporate/suppliers')).toEqual([id, 'read', 'corporate/Suppliers']);
  });

  it('of another account is not seen unless it is shared', async () => {
    await rig.collections.create({ accountId: 'boris', dataType: 'contacts', name: 'Team' });
    expect(await found('shared/Team')).toBeUndefined();
    expect(await found('Team')).toBeUndefined();
  });
});

describe('what others share', () => {
  it('is found by its name and by its owner, with the access that was given', async () => {
    const id = await share('boris', 'Team', 'write');
    expect(await found('shared/team')).toEqual([id, 'write', 'shared/Team']);
    expect(await found('Shared/BORIS/Team')).toEqual([id, 'write', 'shared/Team']);
    expect(await found('shared/boris@example.org/team')).toEqual([id, 'write', 'shared/Team']);
  });

  it('goes by its owner where two have the same name, and the oldest by its name', async () => {
    await rig.addAccount('clara');
    const older = await share('clara', 'Team');
    const newer = await share('boris', 'team');
    expect(await found('shared/Team')).toEqual([older, 'read', 'shared/Team']);
    expect(await found('shared/clara/Team')).toEqual([older, 'read', 'shared/Team']);
    expect(await found('shared/boris/Team')).toEqual([newer, 'read', 'shared/boris/team']);
  });

  it('goes by the whole address where two owners have the same local part', async () => {
    await rig.addAccount('other', 'boris@example.com');
    const older = await share('boris', 'Team');
    const newer = await share('other', 'Team');
    expect(await found('shared/boris/Team')).toContain(newer);
    expect(await found('shared/boris@example.org/Team')).toContain(older);
    expect(await found('shared/boris@example.com/Team')).toContain(newer);
    expect(await found('shared/Team')).toContain(older);
  });

  it('goes by its owner alone when it is a main folder', async () => {
    const id = await share('boris', '');
    expect(await found('shared/boris')).toEqual([id, 'read', 'shared/boris']);
  });

  it('is listed behind own folders, once each', async () => {
    const id = await share('boris', 'Team');
    await rig.collections.create({ accountId: null, dataType: 'contacts', name: '' });
    await rig.collections.create({ accountId: 'anna', dataType: 'contacts', name: 'Sales' });
    const visible = await rig.finder.visible('anna');
    expect(visible.slice(6).map(({ place }) => formatPlace(place))).toEqual([
      'Sales',
      'corporate',
      'shared/Team',
    ]);
    expect(visible.at(-1)?.collection.id).toBe(id);
  });
});
