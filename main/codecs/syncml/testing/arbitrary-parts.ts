import fc from 'fast-check';
import { encodeUtf8 } from '../../bytes.ts';
import { devinf, metinf } from '../elements.ts';
import { basicType, md5Type } from '../message/credential-types.ts';
import type { SyncmlEncoding } from '../message/message-codec.ts';
import type {
  Address,
  Credentials,
  ItemData,
  Meta,
  SyncFilter,
  SyncItem,
} from '../message/model.ts';
import { anyText, anyToken } from './arbitrary-text.ts';

/** Records of which only some keys are always there. */
export function optional<Shape, Key extends keyof Shape>(
  model: { [Property in keyof Shape]: fc.Arbitrary<Shape[Property]> },
  requiredKeys: Key[],
) {
  return fc.record<Shape, Key>(model, { requiredKeys });
}

/** A mark that is there when it is. */
export const present = fc.constant<boolean>(true);

/** Octets as nonces and binary items have them. */
export const anyOctets: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 40 });

/** A size or a number of things. */
export const anyCount = fc.nat({ max: 5_000_000 });

/** Target or Source without a filter. */
export const anyAddress: fc.Arbitrary<Address> = optional({ uri: anyText, name: anyText }, ['uri']);

/** Meta of the newest version. */
export const anyMeta: fc.Arbitrary<Meta> = optional(
  {
    type: anyToken,
    format: fc.constantFrom('b64', 'chr', 'bin'),
    mark: anyToken,
    size: anyCount,
    anchor: optional({ last: anyText, next: anyText }, []),
    version: anyToken,
    nextNonce: anyOctets,
    maxMsgSize: anyCount,
    maxObjSize: anyCount,
  },
  [],
);

/** Filter of a datastore. */
export const anyFilter: fc.Arbitrary<SyncFilter> = optional(
  {
    metaType: anyToken,
    filterType: fc.constantFrom('INCLUSIVE', 'EXCLUSIVE'),
    record: optional({ metaType: anyToken, data: anyText }, ['data']),
    field: optional(
      {
        metaType: anyToken,
        data: fc.oneof(
          anyText,
          anyToken.map((name) => devinf('Property', devinf('PropName', name))),
        ),
      },
      ['data'],
    ),
  },
  ['filterType'],
);

/** Credentials; raw octets exist in WBXML only. */
export function anyCredentials(encoding: SyncmlEncoding): fc.Arbitrary<Credentials> {
  const textual: fc.Arbitrary<Credentials> = optional(
    {
      type: fc.constantFrom(basicType, md5Type),
      format: fc.constant('b64'),
      data: fc.base64String({ maxLength: 32 }).filter(({ length }) => length !== 16),
    },
    ['type', 'data'],
  );
  if (encoding === 'xml') return textual;
  const raw = fc.record({
    type: fc.constant(md5Type),
    data: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  });
  return fc.oneof(textual, raw);
}

/** Items of the newest version. */
export function anyItem({
  encoding,
  meta,
  target,
}: {
  readonly encoding: SyncmlEncoding;
  readonly meta: fc.Arbitrary<Meta>;
  readonly target: fc.Arbitrary<Address>;
}): fc.Arbitrary<SyncItem> {
  return optional(
    {
      target,
      source: anyAddress,
      sourceParent: anyText,
      targetParent: anyText,
      meta,
      data: anyData(encoding),
      moreData: present,
    },
    [],
  );
}

function anyData(encoding: SyncmlEncoding): fc.Arbitrary<ItemData> {
  const texts = anyText.map((text) => encodeUtf8(text, 'syncml'));
  const anchor = anyToken.map((next) => metinf('Anchor', metinf('Next', next)));
  const document = anyToken.map((id) => devinf('DevInf', devinf('DevID', id)));
  return encoding === 'xml'
    ? fc.oneof(texts, anchor, document)
    : fc.oneof(texts, anchor, anyOctets);
}
