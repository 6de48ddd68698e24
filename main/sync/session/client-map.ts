import type { MapCommand } from '../../codecs/syncml/message/model.ts';
import { noteFault } from './faults.ts';
import { noteProblem, reply } from './replies.ts';
import type { SessionState } from './state.ts';
import { findStore } from './stores.ts';

/**
 * Works a Map off. It may come at any time: a client whose last session broke tells its new ids
 * before it alerts anything. Ids that the server does not know are told one by one, and do no harm.
 */
export async function handleMap(session: SessionState, map: MapCommand): Promise<void> {
  const refs = { targetRefs: [map.target.uri], sourceRefs: [map.source.uri] };
  const store = findStore(session, map.target, map.source);
  const pairs = map.items.map(({ target, source }) => ({ guid: target, luid: source }));
  let known: readonly boolean[];
  try {
    known = store
      ? await store.datastore.map(pairs)
      : await session.deps.datastores.mapEarly(session.party, map.target.uri, pairs);
  } catch (error) {
    reply(session, map, noteFault(session, error, 510), refs);
    return;
  }
  const isKnown = (index: number): boolean => known[index] === true;
  if (pairs.every((_pair, index) => isKnown(index))) {
    reply(session, map, 200, refs);
    return;
  }
  pairs.forEach(({ guid, luid }, index) => {
    const code = isKnown(index) ? 200 : 404;
    reply(session, map, code, { targetRefs: [guid], sourceRefs: [luid] });
    if (code === 200) return;
    const uri = map.target.uri;
    noteProblem(session, 'server', { command: 'Map', uri, itemRef: guid, status: code });
  });
}
