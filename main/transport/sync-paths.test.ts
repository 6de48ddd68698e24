import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSyncPath, sessionToken, usualPaths } from './sync-paths.ts';

const aliases = ['/pim/Sync'];

describe('the address of the SyncML server', () => {
  it.each([
    ['/syncml', '/syncml'],
    ['/syncml/', '/syncml/'],
    ['/syncml?sessionid=5', '/syncml'],
    ['/syncml%3Fsessionid=5', '/syncml'],
    ['http://sync.example.org/syncml', '/syncml'],
    ['/pim/Sync', '/pim/Sync'],
    ['/funambol/ds', '/funambol/ds'],
    ['/cgi-bin/xubisync', '/cgi-bin/xubisync'],
    ['/syncML', '/syncML'],
  ])('%s is right', (target, path) => {
    expect(judgeSyncPath(target, aliases)).toEqual({ kind: 'right', path });
  });

  it.each([
    ['/SyncML', '/syncml', 'case'],
    ['/SYNCML', '/syncml', 'case'],
    ['/Funambol/DS', '/funambol/ds', 'case'],
    ['/pim/sync', '/pim/Sync', 'case'],
    ['//syncml', '/syncml', 'slash'],
    ['/syncml//', '/syncml', 'slash'],
    ['///SyncML', '/syncml', 'slash'],
    ['/\\syncml', '/syncml', 'slash'],
    ['syncml', '/syncml', 'slash'],
    ['/funambol//ds', '/funambol/ds', 'slash'],
    ['http://sync.example.org//syncml', '/syncml', 'slash'],
    ['/syncml/syncml', '/syncml', 'doubled'],
    ['/syncml/syncml/', '/syncml', 'doubled'],
    ['/syncml//SyncML/syncml', '/syncml', 'doubled'],
    ['/syncmlsyncml', '/syncml', 'doubled'],
    ['/funambol/ds/funambol/ds', '/funambol/ds', 'doubled'],
    ['/syncml.', '/syncml', 'trailing'],
    ['/syncml,', '/syncml', 'trailing'],
    ['/syncml%20', '/syncml', 'trailing'],
    ['/syncml%', '/syncml', 'trailing'],
    ['/syncml;jsessionid=1', '/syncml', 'trailing'],
    ['/syncml:8080', '/syncml', 'trailing'],
    ['/syncml/contacts', '/syncml', 'trailing'],
    ['/syncml/index.php', '/syncml', 'trailing'],
    ['/syncml"', '/syncml', 'trailing'],
    ['/http:/sync.example.org/syncml', '/syncml', 'leading'],
    ['/webmail/syncml', '/syncml', 'leading'],
    ['/', '/syncml', 'root'],
    ['//', '/syncml', 'root'],
    ['', '/syncml', 'root'],
    ['http://sync.example.org', '/syncml', 'root'],
    ['/?sessionid=4', '/syncml', 'root'],
    ['/syncmlx', '/syncml', 'unknown'],
    ['/index.html', '/syncml', 'unknown'],
  ])('%s must mean %s: %s', (target, path, fault) => {
    expect(judgeSyncPath(target, aliases)).toEqual({ kind: 'wrong', path, fault });
  });

  it('is always judged, and what it is put right to is right', () => {
    const piece = fc.constantFrom('/', 'syncml', 'SYNC', 'ds', '%', '%2', '?', '.', ' ', 'x', '\\');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
        const verdict = judgeSyncPath(pieces.join(''), aliases);
        expect(judgeSyncPath(verdict.path, aliases).kind).toBe('right');
      }),
    );
  });

  it('is none of another server’s twice', () => {
    expect(new Set(usualPaths).size).toBe(usualPaths.length);
  });
});

describe('the session token in it', () => {
  it.each([
    ['/syncml?sessionid=5f', '5f'],
    ['/syncml?SessionID=5f', '5f'],
    ['/syncml?a=b&sessionid=5f&c=d', '5f'],
    ['/syncml%3Fsessionid%3D5f', '5f'],
    ['/syncml/?sessionid=5f#x', '5f'],
    ['/syncml?mysessionid=5f', undefined],
    ['/syncml', undefined],
  ])('of %s is %s', (target, token) => {
    expect(sessionToken(target)).toBe(token);
  });
});
