import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from './parse.ts';
import type { TemplateFault } from './model.ts';

function faultOf(source: string): TemplateFault | undefined {
  const parsed = parseTemplate(source);
  return parsed.ok ? undefined : parsed.fault;
}

describe('a template', () => {
  it('is text and variables with modifiers in their order', () => {
    expect(parseTemplate('to=%number;interprefix=00%&udh=%udh;len;hex%')).toEqual({
      ok: true,
      template: [
        { kind: 'literal', text: 'to=' },
        {
          kind: 'variable',
          name: 'number',
          modifiers: [{ kind: 'interprefix', prefix: '00' }],
          position: 3,
        },
        { kind: 'literal', text: '&udh=' },
        {
          kind: 'variable',
          name: 'udh',
          modifiers: [{ kind: 'len' }, { kind: 'hex' }],
          position: 31,
        },
      ],
    });
  });

  it('keeps what is percent-encoded already', () => {
    expect(parseTemplate('from=%2B420&x=%da%dc')).toEqual({
      ok: true,
      template: [{ kind: 'literal', text: 'from=%2B420&x=%da%dc' }],
    });
  });

  it('takes two percent signs for one, and variables may touch', () => {
    const parsed = parseTemplate('%%%data;isascii%%data;isbinary;b64%');
    expect(parsed.ok && parsed.template.map(({ kind }) => kind)).toEqual([
      'percent',
      'variable',
      'variable',
    ]);
  });

  it('lets a backslash take the meaning from what ends an argument', () => {
    const parsed = parseTemplate(String.raw`%condition;value=a\;b\%c\\d=e%`);
    expect(parsed.ok && parsed.template).toMatchObject([
      { modifiers: [{ kind: 'value', text: String.raw`a;b%c\d=e` }] },
    ]);
  });

  it.each([
    ['%nobody%', 'unknown-variable', 0, '%nobody'],
    ['a=%datum;hex%', 'unknown-variable', 2, '%datum'],
    ['a=%NUMBER%', 'unknown-variable', 2, '%NUMBER'],
    ['a=%number', 'unclosed', 2, '%number'],
    ['a=%data&b=1', 'unclosed', 2, '%data'],
    ['a=%data;hex', 'unclosed', 2, '%data'],
    ['100%', 'unclosed', 3, '%'],
    ['a=%data;rot13%', 'unknown-modifier', 8, 'rot13'],
    ['a=%data;%', 'unknown-modifier', 8, '%'],
    ['a=%data;hex=1%', 'bad-argument', 8, 'hex=1'],
    ['a=%data;charset=klingon%', 'bad-argument', 8, 'charset=klingon'],
    ['a=%number;interprefix%', 'bad-argument', 10, 'interprefix'],
  ])('says what is wrong with %s', (source, code, position, token) => {
    expect(faultOf(source)).toEqual({ code, position, token });
  });

  it('is refused when it has more pieces than anybody needs', () => {
    expect(faultOf('%id%'.repeat(501))?.code).toBe('too-many');
    expect(faultOf(`%id${';hex'.repeat(17)}%`)?.code).toBe('too-many');
  });

  it('never throws and always says where, whatever it holds', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%%', ';', '=', '\\', '%data', '%udh;hex%', 'value=', '%2', '%e'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const parsed = parseTemplate(source);
        if (parsed.ok) return;
        expect(parsed.fault.position).toBeLessThan(source.length);
        expect(source).toContain(parsed.fault.token);
      }),
    );
  });

  it('without a percent sign is what it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const source = text.replaceAll('%', '');
        const template = source === '' ? [] : [{ kind: 'literal', text: source }];
        expect(parseTemplate(source)).toEqual({ ok: true, template });
      }),
    );
  });
});
