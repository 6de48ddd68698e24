import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedSize, type SyncmlForm } from '../../codecs/syncml/index.ts';
import type { Command } from '../../codecs/syncml/message/model.ts';
import { createSizes } from './sizes.ts';

/** Texts that a writer has to take care of. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '&', '<', '"', 'ž', '€', '𝄞', '/') }),
  fc.string({ unit: 'grapheme-ascii' }),
);
const number = fc.nat({ max: 99_999 }).map(String);
const data = fc.oneof(
  text,
  fc.constant(']]>]]>x]]>'),
  text.map((part) => part.repeat(200)),
);

const status = fc.record({
  kind: fc.constant('status' as const),
  cmdId: number,
  msgRef: number,
  cmdRef: number,
  cmd: fc.constantFrom('Add', 'SyncHdr'),
  targetRefs: fc.array(text, { maxLength: 2 }),
  sourceRefs: fc.array(text, { maxLength: 2 }),
  code: fc.integer({ min: 100, max: 599 }),
  items: fc.constant([]),
});

const item = fc
  .record({
    kind: fc.constantFrom('add' as const, 'replace' as const),
    cmdId: number,
    uri: text,
    body: data,
    type: fc.constantFrom('text/vcard', 'text/x-vcard'),
    isTarget: fc.boolean(),
    isBase64: fc.boolean(),
    isPart: fc.boolean(),
  })
  .map(({ kind, cmdId, uri, body, type, isTarget, isBase64, isPart }): Command => {
    const address = isTarget ? { target: { uri } } : { source: { uri } };
    return {
      kind,
      cmdId,
      meta: { type, ...(isBase64 ? { format: 'b64' } : {}) },
      items: [
        {
          ...address,
          data: new TextEncoder().encode(body),
          ...(isPart ? { moreData: true } : {}),
        },
      ],
    };
  });

describe('the size of a command', () => {
  it.each(['wbxml', 'xml'] as const)(
    'in %s is never too small, and seldom too large',
    (encoding) => {
      const form: SyncmlForm = { encoding, version: '1.2' };
      const sizes = createSizes(form);
      fc.assert(
        fc.property(fc.oneof(status, item), (command) => {
          const exact = encodedSize(command, form);
          const reckoned = sizes.of(command);
          expect(reckoned).toBeGreaterThanOrEqual(exact);
          const json = JSON.stringify(command);
          const specials = json.match(/[&<>'\\]/g)?.length ?? 0;
          const empties = json.match(/""|"data":{}/g)?.length ?? 0;
          expect(reckoned - exact).toBeLessThanOrEqual(8 + 5 * specials + 24 * empties);
        }),
        { numRuns: 500 },
      );
    },
  );
});
