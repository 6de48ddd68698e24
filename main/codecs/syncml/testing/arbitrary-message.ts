import fc from 'fast-check';
import type {
  Address,
  Meta,
  SyncHeader,
  SyncItem,
  SyncmlMessage,
  SyncmlVersion,
} from '../message/model.ts';
import type { SyncmlEncoding } from '../message/message-codec.ts';
import { anyCommand } from './arbitrary-command.ts';
import {
  anyAddress,
  anyCredentials,
  anyFilter,
  anyItem,
  anyMeta,
  optional,
  present,
} from './arbitrary-parts.ts';
import { anyText, anyToken } from './arbitrary-text.ts';

/** Messages as that version and form can carry them. */
export function anyMessage(
  version: SyncmlVersion,
  encoding: SyncmlEncoding,
): fc.Arbitrary<SyncmlMessage> {
  const meta = anyMeta.map((value) => metaOf(value, version));
  const target: fc.Arbitrary<Address> =
    version === '1.2'
      ? optional({ uri: anyText, name: anyText, filter: anyFilter }, ['uri'])
      : anyAddress;
  const item = anyItem({ encoding, meta, target }).map((value) => itemOf(value, version));
  const cred = anyCredentials(encoding);
  const header: fc.Arbitrary<SyncHeader> = optional(
    {
      verDtd: fc.constant<string>(version),
      verProto: fc.constant(`SyncML/${version}`),
      sessionId: anyToken,
      msgId: anyToken,
      target,
      source: anyAddress,
      respUri: anyText,
      noResp: present,
      cred,
      meta,
    },
    ['verDtd', 'verProto', 'sessionId', 'msgId', 'target', 'source'],
  );
  const command = anyCommand({ version, item, meta, target, cred });
  return fc.record({
    header,
    commands: fc.array(command, { maxLength: 4 }),
    final: fc.boolean(),
  });
}

function metaOf(meta: Meta, version: SyncmlVersion): Meta {
  const { maxObjSize, ...rest } = meta;
  return version === '1.0' ? rest : meta;
}

function itemOf(item: SyncItem, version: SyncmlVersion): SyncItem {
  const { sourceParent, targetParent, ...flat } = item;
  if (version === '1.2') return item;
  const { moreData, ...whole } = flat;
  return version === '1.0' ? whole : flat;
}
