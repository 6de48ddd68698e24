import type { Session } from '../session.ts';
import { SealedElsewhereError } from '../store-errors.ts';
import type { SecretBox, SecretsRepository } from '../types.ts';

/** Sealed bytes that only another machine or person can open, each as base64. */
export type SealedElsewhere = ReadonlySet<string>;

function keyOf(sealed: Uint8Array): string {
  return Buffer.from(sealed).toString('base64');
}

function isSealedElsewhere(box: SecretBox, sealed: Uint8Array): boolean {
  try {
    box.open(sealed);
    return false;
  } catch (error) {
    // Any other fault is told to who asks for that secret.
    return error instanceof SealedElsewhereError;
  }
}

/** Tries all secrets: once, when the store is opened, since later ones are sealed here. */
export async function findSealedElsewhere(
  session: Session,
  box: SecretBox,
): Promise<SealedElsewhere> {
  const rows = await session.db.selectFrom('secrets').select('sealed').execute();
  return new Set(
    rows.filter(({ sealed }) => isSealedElsewhere(box, sealed)).map(({ sealed }) => keyOf(sealed)),
  );
}

/**
 * Secrets in SQL: what is stored is what the box has sealed, and nothing else. A folder that has moved
 * has to work: what cannot be opened here is as good as not set, and stays until it is set anew.
 */
export function secretsRepository(
  session: Session,
  box: SecretBox,
  elsewhere: SealedElsewhere,
): SecretsRepository {
  async function namesOf(isLost: boolean): Promise<Set<string>> {
    const rows = await session.db.selectFrom('secrets').select(['name', 'sealed']).execute();
    const found = rows.filter(({ sealed }) => elsewhere.has(keyOf(sealed)) === isLost);
    return new Set(found.map(({ name }) => name));
  }

  return {
    async get(name) {
      const row = await session.db
        .selectFrom('secrets')
        .select('sealed')
        .where('name', '=', name)
        .executeTakeFirst();
      return row && !isSealedElsewhere(box, row.sealed) ? box.open(row.sealed) : undefined;
    },
    async set(name, secret) {
      const sealed = Buffer.from(box.seal(secret));
      await session.db
        .insertInto('secrets')
        .values({ name, sealed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed }))
        .execute();
    },
    async remove(name) {
      await session.db.deleteFrom('secrets').where('name', '=', name).execute();
    },
    names: () => namesOf(false),
    lostNames: () => (elsewhere.size === 0 ? Promise.resolve(new Set()) : namesOf(true)),
  };
}
