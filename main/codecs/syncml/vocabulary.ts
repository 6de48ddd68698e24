import type { SyncmlSpace } from './elements.ts';
import type { SyncmlKind } from './public-ids.ts';
import { devinfTags, metinfTags, syncmlTags } from './tags.ts';

/** The names of one vocabulary and their tokens, both ways. */
export interface Vocabulary {
  readonly space: SyncmlSpace;
  /** Code page in its kind of document. */
  readonly page: number;
  readonly tokens: ReadonlyMap<string, number>;
  /** By token. */
  readonly names: readonly (string | undefined)[];
}

/** Each vocabulary. DevInf 1.0 and 1.1 write "Size" where 1.2 writes MaxSize; the token is one. */
export const vocabularies: Readonly<Record<SyncmlSpace, Vocabulary>> = {
  syncml: vocabulary('syncml', 0, syncmlTags),
  metinf: vocabulary('metinf', 1, metinfTags),
  devinf: vocabulary('devinf', 0, devinfTags, { Size: devinfTags.MaxSize }),
};

/** The vocabulary of each code page. */
export const codePages: Readonly<Record<SyncmlKind, readonly Vocabulary[]>> = {
  syncml: [vocabularies.syncml, vocabularies.metinf],
  devinf: [vocabularies.devinf],
};

function vocabulary(
  space: SyncmlSpace,
  page: number,
  tags: Readonly<Record<string, number>>,
  aliases: Readonly<Record<string, number>> = {},
): Vocabulary {
  const names: (string | undefined)[] = [];
  for (const [name, token] of Object.entries(tags)) names[token] = name;
  return { space, page, tokens: new Map(Object.entries({ ...aliases, ...tags })), names };
}
