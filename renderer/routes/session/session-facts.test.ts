import { describe, expect, it } from 'vitest';
import { sampleDatastore } from '../../testing/samples.ts';
import {
  folderInUri,
  isRefused,
  liveliness,
  sessionLength,
  sessionTroubles,
  shortCounts,
  shortDatastore,
} from './session-facts.ts';

const plain = (value: number): string => String(value);
const counts = { added: 12, changed: 3, deleted: 1, failed: 0 };
const nothing = { added: 0, changed: 0, deleted: 0, failed: 0 };

describe('the counts of a session in short', () => {
  it('leave out what did not happen', () => {
    expect(shortCounts(counts, plain)).toBe('+12 ~3 −1');
    expect(shortCounts({ ...nothing, changed: 2 }, plain)).toBe('~2');
    expect(shortCounts(nothing, plain)).toBe('');
  });

  it('tell both directions, or the one that had something', () => {
    const up = sampleDatastore({ fromClient: counts });
    const both = sampleDatastore({ fromClient: counts, fromServer: { ...nothing, added: 4 } });
    expect(shortDatastore(both, plain)).toBe('↑ +12 ~3 −1 ↓ +4');
    expect(shortDatastore(up, plain)).toBe('↑ +12 ~3 −1');
    expect(shortDatastore(sampleDatastore(), plain)).toBe('');
  });
});

describe('what did not go smoothly', () => {
  it('is added up over the folders', () => {
    const datastores = [
      sampleDatastore({ fromClient: { ...nothing, failed: 2 }, conflicts: 1 }),
      sampleDatastore({ fromServer: { ...nothing, failed: 1 }, held: 40 }),
      sampleDatastore({ status: 404 }),
    ];
    expect(sessionTroubles({ datastores })).toEqual({
      failed: 3,
      conflicts: 1,
      held: 40,
      folders: 1,
    });
  });

  it('does not take the demand for a slow sync for a refusal', () => {
    expect(isRefused(sampleDatastore({ status: 508 }))).toBe(false);
    expect(isRefused(sampleDatastore({ status: 200 }))).toBe(false);
    expect(isRefused(sampleDatastore({ status: 403 }))).toBe(true);
  });
});

it('parts the folders that have something to tell from the quiet ones', () => {
  const refused = sampleDatastore({ status: 404 });
  const added = sampleDatastore({ fromServer: { ...nothing, added: 1 } });
  const quiet = sampleDatastore();
  expect(liveliness([quiet, refused, added])).toEqual({ lively: [refused, added], quiet: [quiet] });
});

describe('the folder in a URI', () => {
  it('is what stands behind the data type, whatever the client calls that', () => {
    expect(folderInUri('./contacts')).toBe('');
    expect(folderInUri('Contact/Unfiled')).toBe('');
    expect(folderInUri('card/Sales')).toBe('Sales');
    expect(folderInUri('events/shared/Holidays')).toBe('shared/Holidays');
  });

  it('is the URI itself where the admin has given the name', () => {
    expect(folderInUri('./Kunden')).toBe('Kunden');
  });
});

it('measures a session to its end, or to now', () => {
  expect(sessionLength({ startedAt: 1_000, endedAt: 1_450 }, 9_000)).toBe(450);
  expect(sessionLength({ startedAt: 1_000, endedAt: null }, 9_000)).toBe(8_000);
  expect(sessionLength({ startedAt: 9_500, endedAt: null }, 9_000)).toBe(0);
});
