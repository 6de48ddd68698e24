import { describe, expect, it } from 'vitest';
import { fieldAt, hexBytes, hexText, treeFields } from './hex-rows.ts';

const tree = [
  {
    key: 'udh',
    value: '',
    offset: 0,
    length: 3,
    children: [
      { key: 'udh.length', value: '2', offset: 0, length: 1 },
      { key: 'udh.data', value: '0506', offset: 1, length: 2 },
    ],
  },
  { key: 'sms.data', value: 'ff', offset: 3, length: 1 },
];

describe('bytes beside what they mean', () => {
  it('are copied in rows of sixteen', () => {
    expect(hexText('00'.repeat(17))).toBe(`${Array(16).fill('00').join(' ')}\n00`);
    expect(hexText('0a')).toBe('0A');
  });

  it('are saved as they are', () => {
    expect([...hexBytes('00ff7f')]).toEqual([0, 255, 127]);
  });

  it('belong to the deepest field that covers them', () => {
    const fields = treeFields(tree);
    expect(fieldAt(fields, 1)?.node.key).toBe('udh.data');
    expect(fieldAt(fields, 3)?.node.key).toBe('sms.data');
    expect(fieldAt(fields, 4)).toBeNull();
  });

  it('have fields in their order, and none below a folded one', () => {
    expect(treeFields(tree).map(({ path }) => path)).toEqual(['0', '0.0', '0.1', '1']);
    expect(treeFields(tree, (path) => path === '0').map(({ path }) => path)).toEqual(['0', '1']);
  });
});
