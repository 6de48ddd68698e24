import { fromHex } from '../bytes.ts';
import cp from '../vectors/cp.json' with { type: 'json' };
import san from '../vectors/san.json' with { type: 'json' };
import sms from '../vectors/sms.json' with { type: 'json' };
import syncml from '../vectors/syncml.json' with { type: 'json' };
import wsp from '../vectors/wsp.json' with { type: 'json' };

type Vector = { readonly name: string; readonly hex: string };

const all: readonly Vector[] = [cp, san, sms, syncml, wsp].flatMap(
  (file): readonly Vector[] => file.vectors,
);

/** Octets of a test vector; the file it is in says who made and who checked it. */
export function vector(name: string): Uint8Array {
  const found = all.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return fromHex(found.hex);
}

/** Octets of every vector. */
export const allVectors: readonly Uint8Array[] = all.map(({ hex }) => fromHex(hex));

/** The notifications of SyncML 1.2 with their meaning and what their digests were made of. */
export const sanVectors = san.vectors.filter(({ name }) => name.startsWith('san12'));

/** The provisioning documents and what they look like as XML. */
export const cpVectors = cp.vectors.map(({ name, decoded }) => ({ name, xml: decoded.xml }));
