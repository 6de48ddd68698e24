import type { DissectNode, DissectedBytes } from '../../../../shared/model/dissect.ts';
import type { MessagePart } from '../../../../shared/model/message.ts';

/** Elements of a user data header whose octets mean numbers (GSM 03.40 §9.2.3.24). */
const elements = {
  '00': [
    ['udh.reference', 1],
    ['udh.total', 1],
    ['udh.sequence', 1],
  ],
  '05': [
    ['udh.destinationPort', 2],
    ['udh.sourcePort', 2],
  ],
  '08': [
    ['udh.reference', 2],
    ['udh.total', 1],
    ['udh.sequence', 1],
  ],
} as const satisfies Record<string, readonly (readonly [string, number])[]>;

function isKnown(id: string): id is keyof typeof elements {
  return Object.hasOwn(elements, id);
}

function element(hex: string, at: number): DissectNode {
  const id = hex.slice(at * 2, at * 2 + 2);
  const length = Number.parseInt(hex.slice(at * 2 + 2, at * 2 + 4), 16);
  const children: DissectNode[] = [
    { key: 'udh.elementId', value: `0x${id}`, offset: at, length: 1 },
    { key: 'udh.elementLength', value: String(length), offset: at + 1, length: 1 },
  ];
  const octets = hex.slice((at + 2) * 2, (at + 2 + length) * 2);
  const fields = isKnown(id) ? elements[id] : [];
  const known = fields.reduce((sum, [, octetCount]) => sum + octetCount, 0);
  if (known === length && known > 0) {
    let offset = at + 2;
    for (const [key, count] of fields) {
      const value = Number.parseInt(hex.slice(offset * 2, (offset + count) * 2), 16);
      children.push({ key, value: String(value), offset, length: count });
      offset += count;
    }
  } else if (length > 0) {
    children.push({ key: 'udh.data', value: octets, offset: at + 2, length });
  }
  return { key: 'udh.element', value: '', offset: at, length: 2 + length, children };
}

/** The header with its elements; null where their lengths do not fit. */
function header(udh: string): DissectNode | null {
  const length = udh.length / 2;
  const told = Number.parseInt(udh.slice(0, 2), 16);
  if (told !== length - 1) return null;
  const children: DissectNode[] = [
    { key: 'udh.length', value: String(told), offset: 0, length: 1 },
  ];
  for (let at = 1; at < length;) {
    const node = at + 2 <= length ? element(udh, at) : null;
    if (node === null || at + node.length > length) return null;
    children.push(node);
    at += node.length;
  }
  return { key: 'udh', value: '', offset: 0, length, children };
}

/** One part as bytes with what its header says. For messages of which no trace knows more. */
export function partBytes(part: MessagePart): DissectedBytes {
  const udh = part.udh.toLowerCase();
  const data = part.data.toLowerCase();
  const length = udh.length / 2;
  const unknown: DissectNode = { key: 'undecodable', value: '', offset: 0, length };
  return {
    hex: udh + data,
    tree: [
      ...(length === 0 ? [] : [header(udh) ?? unknown]),
      ...(data === ''
        ? []
        : [{ key: 'sms.data', value: '', offset: length, length: data.length / 2 }]),
    ],
  };
}
