import type { Command, SyncHeader } from '../codecs/syncml/index.ts';

type Without<One> = One extends Command ? Omit<One, 'cmdId'> : never;

/** A command without its number, which it is given when it leaves. */
export type Unnumbered = Without<Command>;

/** The Status that every message begins with. */
export function headerStatus(header: SyncHeader): Unnumbered {
  return {
    kind: 'status',
    msgRef: header.msgId,
    cmdRef: '0',
    cmd: 'SyncHdr',
    targetRefs: [header.target.uri],
    sourceRefs: [header.source.uri],
    code: 200,
    items: [],
  };
}

/** A command's element name. */
export function nameOf(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1);
}
