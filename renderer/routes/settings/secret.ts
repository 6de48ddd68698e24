/** What is to become of a secret that is only ever told as "set": keep it, take it away, or a new one. */
export interface SecretChange {
  /** A new secret; empty leaves it as it is. */
  readonly value: string;
  readonly removes: boolean;
}

/** Leaves a secret as it is. */
export const keepSecret: SecretChange = { value: '', removes: false };

/** What is sent for a secret: nothing, an empty text that removes it, or the new one. */
export function secretInput<Name extends string>(
  name: Name,
  change: SecretChange,
): Partial<Record<Name, string>> {
  if (change.removes) return { [name]: '' } as Partial<Record<Name, string>>;
  return change.value === '' ? {} : ({ [name]: change.value } as Partial<Record<Name, string>>);
}

/** A new secret of 32 random octets, in letters that every program can hold (base64url). */
export function makeSecret(): string {
  const octets = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
