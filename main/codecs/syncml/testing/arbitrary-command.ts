import fc from 'fast-check';
import { md5Type } from '../message/credential-types.ts';
import type {
  Address,
  AlertCommand,
  Challenge,
  Command,
  Credentials,
  GroupCommand,
  InfoCommand,
  ItemCommand,
  MapCommand,
  Meta,
  OtherCommand,
  StatusCommand,
  SyncCommand,
  SyncItem,
  SyncmlVersion,
} from '../message/model.ts';
import { anyAddress, anyCount, anyOctets, optional, present } from './arbitrary-parts.ts';
import { anyText, anyToken } from './arbitrary-text.ts';

/** What commands are made of, as a version and form have it. */
export interface CommandParts {
  readonly version: SyncmlVersion;
  readonly item: fc.Arbitrary<SyncItem>;
  readonly meta: fc.Arbitrary<Meta>;
  readonly target: fc.Arbitrary<Address>;
  readonly cred: fc.Arbitrary<Credentials>;
}

const numbered = { cmdId: anyToken, noResp: present };
const anyCode = fc.integer({ min: 100, max: 999 });
const challenge: fc.Arbitrary<Challenge> = optional(
  { type: fc.constant(md5Type), format: fc.constant('b64'), nextNonce: anyOctets },
  ['type'],
);

/** Commands of every kind, one inside the other where they may be. */
export function anyCommand(parts: CommandParts): fc.Arbitrary<Command> {
  return fc.letrec<{ command: Command; commands: Command[] }>((tie) => ({
    commands: fc.array(tie('command'), { maxLength: 3, depthIdentifier: 'commands' }),
    command: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'commands' },
      anyItemCommand(parts),
      anyAlert(parts),
      anyMap(parts),
      anyInfo(parts),
      anyStatus(parts),
      anyOther,
      anySyncCommand(parts, tie('commands')),
      anyGroup(parts, tie('commands')),
    ),
  })).command;
}

function anyItems({ item }: CommandParts): fc.Arbitrary<SyncItem[]> {
  return fc.array(item, { maxLength: 3 });
}

function anyItemCommand(parts: CommandParts): fc.Arbitrary<ItemCommand> {
  const kinds: ItemCommand['kind'][] = ['add', 'replace', 'copy', 'delete'];
  if (parts.version === '1.2') kinds.push('move');
  const { meta, cred } = parts;
  const command = optional(
    { kind: fc.constantFrom(...kinds), ...numbered, meta, cred, items: anyItems(parts) },
    ['kind', 'cmdId', 'items'],
  );
  const marks = optional({ archive: present, softDelete: present }, []);
  return fc
    .tuple(command, marks)
    .map(([value, flags]) => (value.kind === 'delete' ? { ...value, ...flags } : value));
}

function anyAlert(parts: CommandParts): fc.Arbitrary<AlertCommand> {
  return optional(
    {
      kind: fc.constant('alert'),
      ...numbered,
      code: anyCode,
      cred: parts.cred,
      items: anyItems(parts),
    },
    ['kind', 'cmdId', 'code', 'items'],
  );
}

function anyMap({ meta, target }: CommandParts): fc.Arbitrary<MapCommand> {
  return optional(
    {
      kind: fc.constant('map'),
      ...numbered,
      target,
      source: anyAddress,
      meta,
      items: fc.array(fc.record({ target: anyText, source: anyText }), { maxLength: 3 }),
    },
    ['kind', 'cmdId', 'target', 'source', 'items'],
  );
}

function anyInfo(parts: CommandParts): fc.Arbitrary<InfoCommand> {
  const common = { ...numbered, meta: parts.meta, items: anyItems(parts) };
  const results: fc.Arbitrary<InfoCommand> = optional(
    {
      kind: fc.constant('results'),
      ...common,
      msgRef: anyToken,
      cmdRef: anyToken,
      targetRef: anyText,
      sourceRef: anyText,
    },
    ['kind', 'cmdId', 'items'],
  );
  const others: fc.Arbitrary<InfoCommand> = optional(
    { kind: fc.constantFrom('put', 'get'), ...common },
    ['kind', 'cmdId', 'items'],
  );
  return fc.oneof(results, others);
}

function anyStatus(parts: CommandParts): fc.Arbitrary<StatusCommand> {
  return optional(
    {
      kind: fc.constant('status'),
      ...numbered,
      msgRef: anyToken,
      cmdRef: anyToken,
      cmd: anyToken,
      targetRefs: fc.array(anyText, { maxLength: 2 }),
      sourceRefs: fc.array(anyText, { maxLength: 2 }),
      cred: parts.cred,
      challenge,
      code: anyCode,
      items: anyItems(parts),
    },
    ['kind', 'cmdId', 'msgRef', 'cmdRef', 'cmd', 'targetRefs', 'sourceRefs', 'code', 'items'],
  );
}

const anyOther: fc.Arbitrary<OtherCommand> = optional(
  { kind: fc.constant('other'), ...numbered, name: fc.constantFrom('Exec', 'Search') },
  ['kind', 'cmdId', 'name'],
);

function anySyncCommand(
  { version, meta, target }: CommandParts,
  commands: fc.Arbitrary<Command[]>,
): fc.Arbitrary<SyncCommand> {
  const command = optional(
    {
      kind: fc.constant('sync'),
      ...numbered,
      target,
      source: anyAddress,
      meta,
      numberOfChanges: anyCount,
      commands,
    },
    ['kind', 'cmdId', 'commands'],
  );
  return command.map(({ numberOfChanges, ...first }) =>
    version === '1.0' || numberOfChanges === undefined ? first : { ...first, numberOfChanges },
  );
}

function anyGroup(
  { meta }: CommandParts,
  commands: fc.Arbitrary<Command[]>,
): fc.Arbitrary<GroupCommand> {
  return optional({ kind: fc.constantFrom('atomic', 'sequence'), ...numbered, meta, commands }, [
    'kind',
    'cmdId',
    'commands',
  ]);
}
