import { CodecError } from '../codec-error.ts';
import { readItems, writeItems, type CommandItem } from './items.ts';

/** Which way a database is synchronised, from the client's point of view. */
export type SynthesisMode = 'two-way' | 'from-server' | 'from-client';

/** A database of the client; what is absent stays as it is there. */
export type SynthesisDatabase = {
  /** The client's own name of it, such as `contacts`. */
  readonly name: string;
  readonly enabled?: boolean;
  readonly mode?: SynthesisMode;
  /** The server's name of it. */
  readonly path?: string;
};

/** A profile of a Synthesis client; what is absent stays as it is there. */
export type SynthesisProfile = {
  /** What the client calls the profile; it keeps about 40 characters. */
  readonly name: string;
  /** URL of the server; the client keeps about 125 characters. */
  readonly uri?: string;
  /** Appended to the URL. */
  readonly uriPath?: string;
  readonly user?: string;
  /** Without it the client asks its user; the product never sends one. */
  readonly password?: string;
  readonly syncmlVersion?: '1.0' | '1.1' | '1.2';
  /** Credentials of the web server in front, where it wants some. */
  readonly httpUser?: string;
  /** As for {@link password}. */
  readonly httpPassword?: string;
  readonly databases: readonly SynthesisDatabase[];
};

/**
 * What a client is told: `add` leaves a profile of that name alone, `modify` makes none, `update`
 * does either.
 */
export type SynthesisCommand =
  | { readonly action: 'add' | 'update' | 'modify'; readonly profile: SynthesisProfile }
  | { readonly action: 'delete'; readonly profileName: string };

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type DraftDatabase = Mutable<SynthesisDatabase>;
type DraftProfile = Mutable<Omit<SynthesisProfile, 'databases'>> & {
  readonly databases: DraftDatabase[];
};

const modes: readonly SynthesisMode[] = ['two-way', 'from-server', 'from-client'];
/** Numbers that the client has for versions; 0 lets it find out. */
const versions = { '1.0': '1', '1.1': '2', '1.2': '3' } as const;
const versionNames = Object.keys(versions) as (keyof typeof versions)[];

const textTags: readonly (readonly [
  tag: string,
  key: 'uri' | 'uriPath' | 'user' | 'password' | 'httpUser' | 'httpPassword',
])[] = [
  ['uri', 'uri'],
  ['uripath', 'uriPath'],
  ['user', 'user'],
  ['pwd', 'password'],
  ['httpuser', 'httpUser'],
  ['httppwd', 'httpPassword'],
];

/**
 * Writes a command as the client's sources have it: one line of text. How it gets to a client is
 * left open there; its configurator takes it, and so does a Put of a session. A text that no line
 * can hold is a CodecError.
 */
export function synthesisCommand(command: SynthesisCommand): string {
  const { action } = command;
  if (action === 'delete') {
    return writeItems([
      { tag: 'cmd', value: action },
      { tag: 'pf', value: command.profileName },
    ]);
  }
  return writeItems([{ tag: 'cmd', value: action }, ...profileItems(command.profile)]);
}

/**
 * Reads a command of one line. Items that clients know and we do not use are passed over; another
 * command is a CodecError `unsupported`, one that names no profile `missing`.
 */
export function parseSynthesisCommand(text: string): SynthesisCommand {
  const [first, second, ...items] = readItems(text);
  if (first?.tag !== 'cmd') throw new CodecError('synthesis-command', 'missing');
  const action = first.value;
  if (!isAction(action)) throw new CodecError('synthesis-command', 'unsupported');
  // A client takes nothing else in this place; "defpf" also allows it to overwrite its first one.
  if (second?.tag !== 'pf' && second?.tag !== 'defpf') {
    throw new CodecError('synthesis-command', 'missing');
  }
  return action === 'delete'
    ? { action, profileName: second.value }
    : { action, profile: profileOf(second.value, items) };
}

function profileItems(profile: SynthesisProfile): CommandItem[] {
  const { name, syncmlVersion, databases } = profile;
  return [
    { tag: 'pf', value: name },
    ...textTags.flatMap(([tag, key]) => optional(tag, profile[key])),
    ...optional('syncmlvers', syncmlVersion === undefined ? undefined : versions[syncmlVersion]),
    ...databases.flatMap(databaseItems),
  ];
}

function databaseItems({ name, enabled, mode, path }: SynthesisDatabase): CommandItem[] {
  return [
    { tag: 'db', value: name },
    ...optional('enabled', enabled === undefined ? undefined : enabled ? '1' : '0'),
    ...optional('mode', mode === undefined ? undefined : String(modes.indexOf(mode))),
    ...optional('path', path),
  ];
}

function optional(tag: string, value: string | undefined): CommandItem[] {
  return value === undefined ? [] : [{ tag, value }];
}

function profileOf(name: string, items: readonly CommandItem[]): SynthesisProfile {
  const profile: DraftProfile = { name, databases: [] };
  for (const item of items) {
    if (item.tag === 'db') profile.databases.push({ name: item.value });
    else if (!readProfileItem(profile, item)) readDatabaseItem(profile.databases.at(-1), item);
  }
  return profile;
}

function readProfileItem(profile: DraftProfile, { tag, value }: CommandItem): boolean {
  const key = textTags.find(([candidate]) => candidate === tag)?.[1];
  if (key !== undefined) profile[key] = value;
  else if (tag === 'syncmlvers') {
    const version = versionNames.find((candidate) => versions[candidate] === value);
    if (version !== undefined) profile.syncmlVersion = version;
  } else return false;
  return true;
}

function readDatabaseItem(database: DraftDatabase | undefined, { tag, value }: CommandItem): void {
  if (database === undefined) return;
  if (tag === 'enabled') database.enabled = value === '1';
  else if (tag === 'path') database.path = value;
  else if (tag === 'mode') {
    const mode = modes[Number.parseInt(value.charAt(0), 10)];
    if (mode !== undefined) database.mode = mode;
  }
}

function isAction(text: string): text is SynthesisCommand['action'] {
  return text === 'add' || text === 'update' || text === 'modify' || text === 'delete';
}
