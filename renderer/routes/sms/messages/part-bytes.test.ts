import { expect, it } from 'vitest';
import { partBytes } from './part-bytes.ts';

it('tells the ports and the place of a part', () => {
  const { hex, tree } = partBytes({ udh: '0B05040B8423F0000301020A'.slice(0, 24), data: 'FFEE' });
  expect(hex).toBe('0b05040b8423f0000301020affee');
  const fields = tree[0]?.children?.flatMap(({ children }) => children ?? []) ?? [];
  expect(fields.map(({ key, value }) => [key, value])).toEqual([
    ['udh.elementId', '0x05'],
    ['udh.elementLength', '4'],
    ['udh.destinationPort', '2948'],
    ['udh.sourcePort', '9200'],
    ['udh.elementId', '0x00'],
    ['udh.elementLength', '3'],
    ['udh.reference', '1'],
    ['udh.total', '2'],
    ['udh.sequence', '10'],
  ]);
  expect(tree[1]).toMatchObject({ key: 'sms.data', offset: 12, length: 2 });
});

it('says of a header that does not fit that it does not', () => {
  expect(partBytes({ udh: '0605', data: '' }).tree[0]).toMatchObject({ key: 'undecodable' });
  expect(partBytes({ udh: '0305FF00', data: '' }).tree[0]).toMatchObject({ key: 'undecodable' });
  expect(partBytes({ udh: '', data: '41' }).tree).toHaveLength(1);
});
