/** The SyncML server's own path. */
export const syncPath = '/syncml';

/**
 * Paths under which other servers offer SyncML. A phone that moves here from one of them, or whose
 * settings are a copy of an old guide, keeps its path; only the host name changes.
 */
export const usualPaths: readonly string[] = [
  '/syncML',
  '/sync',
  '/ds',
  '/funambol/ds',
  '/sync4j/sync',
  '/services/syncml',
  '/sync/server',
  '/mobilesync/server',
  '/cgi-bin/xubisync',
  '/rpc.php',
  '/horde/rpc.php',
  '/syncevolution',
];

/** What is wrong with a path. */
export type PathFault = 'case' | 'slash' | 'doubled' | 'trailing' | 'leading' | 'root' | 'unknown';

/** What a request's path is to the SyncML server. */
export type PathVerdict =
  /** A known path, as it was sent; one slash behind it is as good as none. */
  | { readonly kind: 'right'; readonly path: string }
  /** `path` is the known path that must have been meant. */
  | { readonly kind: 'wrong'; readonly path: string; readonly fault: PathFault };

/** Faults by which the path alone does not tell that SyncML was meant. */
export const vagueFaults: ReadonlySet<PathFault> = new Set<PathFault>([
  'leading',
  'root',
  'unknown',
]);

const absoluteForm = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/iu;
const junkBehind = /[\s/.,;:'"`<>()[\]{}|\\*!]+$/u;

/** A request target, which may be an absolute URL (RFC 9112 §3.2.2), cut into path and query. */
function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const local = decode(target.replace(absoluteForm, ''));
  // Some phones escape the question mark of RespURI, so the cut comes after the decoding.
  const end = local.search(/[?#]/u);
  return end === -1
    ? { path: local, query: '' }
    : { path: local.slice(0, end), query: local.slice(end) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone per cent sign is trailing garbage like any other.
    return text;
  }
}

/** The session token that RespURI carries back (OMA SyncML Representation Protocol §"RespURI"). */
export function sessionToken(target: string): string | undefined {
  return /[?&;]sessionid=([^&;#\s]{1,256})/iu.exec(decode(target))?.[1];
}

function repeats(segments: readonly string[], unit: readonly string[]): boolean {
  return (
    segments.length > unit.length &&
    segments.length % unit.length === 0 &&
    segments.every((segment, index) => segment === unit[index % unit.length])
  );
}

function compareWith(known: string, path: string): PathFault | undefined {
  const lower = known.toLowerCase();
  if (path === lower) return 'slash';
  const unit = lower.slice(1).split('/');
  if (repeats(path.slice(1).split('/'), unit)) return 'doubled';
  const glued = path.slice(1).replaceAll('/', '');
  const gluedUnit = unit.join('');
  if (glued !== gluedUnit && glued.split(gluedUnit).join('') === '') return 'doubled';
  if (path.startsWith(lower) && !/^[\w-]/u.test(path.slice(lower.length))) return 'trailing';
  return path.endsWith(lower) ? 'leading' : undefined;
}

/** How plainly a fault shows which path was meant; the plainest verdict wins. */
const plainness: readonly PathFault[] = ['slash', 'doubled', 'trailing', 'leading'];

/**
 * Judges the target of a request: a right address of the SyncML server, or a wrong one and the one
 * that must have been meant. Every path gets a verdict; one that reminds of nothing is `unknown`.
 *
 * @param aliases Further right paths, each with one slash in front and none behind.
 */
export function judgeSyncPath(target: string, aliases: readonly string[]): PathVerdict {
  const { path } = splitTarget(target);
  const known = [syncPath, ...aliases, ...usualPaths];
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (known.includes(bare)) return { kind: 'right', path };
  const tidied = `/${path.replace(/\\/gu, '/').replace(junkBehind, '')}`.replace(/\/{2,}/gu, '/');
  if (tidied === '/') return { kind: 'wrong', path: syncPath, fault: 'root' };
  const lower = tidied.toLowerCase();
  const found = known
    .map((candidate) => ({ candidate, fault: compareWith(candidate, lower) }))
    .filter((each): each is { candidate: string; fault: PathFault } => each.fault !== undefined)
    .sort(
      (one, other) =>
        plainness.indexOf(one.fault) - plainness.indexOf(other.fault) ||
        other.candidate.length - one.candidate.length,
    )[0];
  if (found === undefined) return { kind: 'wrong', path: syncPath, fault: 'unknown' };
  return { kind: 'wrong', path: found.candidate, fault: nameFault(found, path, lower) };
}

/** Several spellings lead to the same tidied path; what the person sees first is named. */
function nameFault(
  { candidate, fault }: { readonly candidate: string; readonly fault: PathFault },
  path: string,
  lower: string,
): PathFault {
  if (fault !== 'slash') return fault;
  if (path.toLowerCase() === candidate.toLowerCase()) return 'case';
  return path
    .replace(/^[/\\]+|[/\\]+$/gu, '')
    .toLowerCase()
    .replace(/[/\\]+/gu, '/') === lower.slice(1)
    ? 'slash'
    : 'trailing';
}
