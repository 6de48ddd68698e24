import fc from 'fast-check';
import { CodecError } from '../codec-error.ts';
import { allVectors } from './vectors.ts';

/** Bytes as an attacker or a broken phone sends them: noise, and good messages gone bad. */
export function hostileBytes(samples = allVectors): fc.Arbitrary<Uint8Array> {
  const sample = fc.constantFrom(...samples);
  const cut = fc.tuple(sample, fc.nat(1000)).map(([bytes, at]) => bytes.slice(0, at));
  const edit = fc.record({ at: fc.nat(1000), octet: fc.integer({ min: 0, max: 0xff }) });
  const edited = fc
    .tuple(sample, fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([bytes, edits]) => {
      const copy = bytes.slice();
      for (const { at, octet } of edits) copy[at % copy.length] = octet;
      return copy;
    });
  const swollen = fc
    .tuple(sample, fc.uint8Array({ maxLength: 40 }))
    .map(([bytes, tail]) => Uint8Array.from([...bytes, ...tail]));
  return fc.oneof(fc.uint8Array({ maxLength: 300 }), cut, edited, swollen);
}

/** The codec error that a call ends in, or undefined; any other error goes through. */
export function codecErrorOf(call: () => unknown): CodecError | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
}
