import type { SyncmlSpace } from '../elements.ts';
import { vocabularies } from '../vocabulary.ts';

/** Namespaces as they are written; SyncML's own carries the version behind it. */
export const namespaceNames: Readonly<Record<SyncmlSpace, string>> = {
  syncml: 'SYNCML:SYNCML',
  metinf: 'syncml:metinf',
  devinf: 'syncml:devinf',
};

const anySpace = ['syncml', 'metinf', 'devinf'] as const;

/** Declarations that are in force at an element. */
export interface NamespaceScope {
  readonly inherited: SyncmlSpace | undefined;
  readonly prefixes: ReadonlyMap<string, SyncmlSpace>;
}

/** Where no declaration is in force. */
export const emptyScope: NamespaceScope = { inherited: undefined, prefixes: new Map() };

/** An element's name without its prefix, the vocabulary it is of, and the scope of its children. */
export interface ResolvedName {
  readonly name: string;
  readonly space: SyncmlSpace;
  readonly scope: NamespaceScope;
}

/**
 * Finds out which vocabulary an element is of. Clients declare namespaces in any letter case, on
 * some elements only, or nowhere: what an element says itself comes first, then what it stands in,
 * then whoever knows the name.
 */
export function resolveName(
  qualified: string,
  attributes: Readonly<Record<string, string>>,
  scope: NamespaceScope,
  parent: SyncmlSpace | undefined,
): ResolvedName {
  const declared = declarations(attributes, scope);
  const colon = qualified.indexOf(':');
  const name = colon < 0 ? qualified : qualified.slice(colon + 1);
  const own = colon < 0 ? declared.own : declared.scope.prefixes.get(qualified.slice(0, colon));
  for (const space of [own, parent, scope.inherited]) {
    if (space !== undefined && vocabularies[space].tokens.has(name)) {
      return { name, space, scope: declared.scope };
    }
  }
  const space = anySpace.find((candidate) => vocabularies[candidate].tokens.has(name));
  return { name, space: space ?? own ?? parent ?? 'syncml', scope: declared.scope };
}

function declarations(
  attributes: Readonly<Record<string, string>>,
  scope: NamespaceScope,
): { own: SyncmlSpace | undefined; scope: NamespaceScope } {
  let own: SyncmlSpace | undefined;
  let prefixes: Map<string, SyncmlSpace> | undefined;
  for (const attribute of Object.keys(attributes)) {
    if (!attribute.startsWith('xmlns')) continue;
    const space = spaceOf(attributes[attribute] ?? '');
    if (attribute === 'xmlns') own = space;
    else if (attribute[5] === ':' && space !== undefined) {
      prefixes ??= new Map(scope.prefixes);
      prefixes.set(attribute.slice(6), space);
    }
  }
  if (own === undefined && prefixes === undefined) return { own, scope };
  const inherited = own ?? scope.inherited;
  return { own, scope: { inherited, prefixes: prefixes ?? scope.prefixes } };
}

function spaceOf(namespace: string): SyncmlSpace | undefined {
  const name = namespace.trim().toLowerCase();
  if (name.startsWith('syncml:syncml')) return 'syncml';
  if (name.startsWith('syncml:metinf')) return 'metinf';
  return name.startsWith('syncml:devinf') ? 'devinf' : undefined;
}
