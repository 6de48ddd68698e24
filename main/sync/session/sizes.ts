import { encodedSize, type SyncmlForm } from '../../codecs/syncml/index.ts';
import type { Command, ItemCommand, StatusCommand } from '../../codecs/syncml/message/model.ts';

/**
 * Octets that commands take in a message, never fewer than the writer makes of them. What comes by
 * the thousand, Statuses and whole items, is reckoned from one like it that was measured; all else
 * is measured.
 */
export interface Sizes {
  of(command: Command): number;
}

/** A text of one octet stands where the reckoned one will be. */
const mark = 'x';

/** Sizes in messages of this form. */
export function createSizes(form: SyncmlForm): Sizes {
  const isXml = form.encoding === 'xml';
  const measured = new Map<string, number>();

  function measureOnce(key: string, sample: () => Command): number {
    let size = measured.get(key);
    if (size === undefined) {
      size = encodedSize(sample(), form);
      measured.set(key, size);
    }
    return size;
  }

  /** Octets of a text beyond the one of the mark. */
  function more(text: string): number {
    const octets = Buffer.byteLength(text) - mark.length;
    return isXml ? octets + escapes(text) : octets;
  }

  function ofStatus(status: StatusCommand): number {
    const { cmd, targetRefs, sourceRefs, code } = status;
    const key = `${cmd}/${String(targetRefs.length)}/${String(sourceRefs.length)}`;
    let size = measureOnce(key, () => ({
      ...status,
      cmdId: mark,
      msgRef: mark,
      cmdRef: mark,
      targetRefs: targetRefs.map(() => mark),
      sourceRefs: sourceRefs.map(() => mark),
      code: 0,
    }));
    size += more(status.cmdId) + more(status.msgRef) + more(status.cmdRef) + more(String(code));
    for (const ref of targetRefs) size += more(ref);
    for (const ref of sourceRefs) size += more(ref);
    return size;
  }

  function ofItem(command: ItemCommand, uri: string, data: Uint8Array): number {
    const { kind, meta } = command;
    const side = command.items[0]?.target ? 'target' : 'source';
    const key = `${kind}/${meta?.type ?? ''}/${meta?.format ?? ''}/${side}`;
    const base = measureOnce(key, () => ({
      ...command,
      cmdId: mark,
      items: [{ [side]: { uri: mark }, data: Uint8Array.of(0x78) }],
    }));
    return base + more(command.cmdId) + more(uri) + data.length + (isXml ? splits(data) : lengths);
  }

  return {
    of(command) {
      if (command.kind === 'status') {
        const isPlain = command.items.length === 0 && !command.challenge && !command.cred;
        return isPlain ? ofStatus(command) : encodedSize(command, form);
      }
      const plain = plainItem(command);
      return plain ? ofItem(plain.command, plain.uri, plain.data) : encodedSize(command, form);
    },
  };
}

/** An Add or Replace that is nothing but a type, an id and octets. */
function plainItem(
  command: Command,
): { command: ItemCommand; uri: string; data: Uint8Array } | undefined {
  if (command.kind !== 'add' && command.kind !== 'replace') return undefined;
  const { meta } = command;
  const [item, second] = command.items;
  if (!item || second || meta?.size !== undefined || item.meta || item.moreData === true) {
    return undefined;
  }
  const { source, target, data, sourceParent } = item;
  if (!(data instanceof Uint8Array) || sourceParent !== undefined) return undefined;
  const uri = source?.uri ?? target?.uri;
  return uri === undefined ? undefined : { command, uri, data };
}

/** The length of opaque octets takes four octets more than that of one octet, at most. */
const lengths = 4;

const special = /[&<>"'\r]/g;

/** What references add to the characters that they stand for: five octets at most. */
function escapes(text: string): number {
  return 5 * (text.match(special)?.length ?? 0);
}

const sectionEnd = ']]>';
const splitOctets = ']]><![CDATA['.length;

/** What the splitting of CDATA sections adds. */
function splits(data: Uint8Array): number {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.length);
  let size = 0;
  for (let at = buffer.indexOf(sectionEnd); at >= 0;) {
    size += splitOctets;
    at = buffer.indexOf(sectionEnd, at + sectionEnd.length);
  }
  return size;
}
