import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesisCommandLimits } from '../limits.ts';
import { codecErrorOf } from '../testing/hostile-bytes.ts';
import { parseSynthesisCommand, synthesisCommand, type SynthesisCommand } from './index.ts';

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', "'", '\\', ';', '=', ' '),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 20,
  })
  .map((value) => value.replaceAll(/\p{Cc}/gu, ''));

const command: fc.Arbitrary<SynthesisCommand> = fc.oneof(
  fc.record({
    action: fc.constantFrom('add', 'update', 'modify'),
    profile: fc.record(
      {
        name: text,
        uri: text,
        uriPath: text,
        user: text,
        password: text,
        syncmlVersion: fc.constantFrom('1.0', '1.1', '1.2'),
        httpUser: text,
        httpPassword: text,
        databases: fc.array(
          fc.record(
            {
              name: text,
              enabled: fc.boolean(),
              mode: fc.constantFrom('two-way', 'from-server', 'from-client'),
              path: text,
            },
            { requiredKeys: ['name'] },
          ),
          { maxLength: 4 },
        ),
      },
      { requiredKeys: ['name', 'databases'] },
    ),
  }),
  fc.record({ action: fc.constant('delete'), profileName: text }),
);

function errorOf(line: string): string | undefined {
  return codecErrorOf(() => parseSynthesisCommand(line))?.code;
}

describe('a command to a Synthesis client', () => {
  it('is one line of items, and no password among them that nobody gave', () => {
    const line = synthesisCommand({
      action: 'update',
      profile: {
        name: 'Example "Sync"',
        uri: 'http://sync.example.com:80/syncml',
        user: 'alice',
        syncmlVersion: '1.2',
        databases: [
          { name: 'contacts', enabled: true, mode: 'two-way', path: 'card' },
          { name: 'notes', enabled: false },
        ],
      },
    });
    expect(line).toBe(
      [
        String.raw`cmd="update";pf="Example \"Sync\"";uri="http://sync.example.com:80/syncml"`,
        'user="alice";syncmlvers="3"',
        'db="contacts";enabled="1";mode="0";path="card";db="notes";enabled="0"',
      ].join(';'),
    );
    expect(line).not.toMatch(/pwd/);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(command, (value) => {
        expect(parseSynthesisCommand(synthesisCommand(value))).toEqual(value);
      }),
    );
  });

  it('may be quoted otherwise, and say more than we use', () => {
    const line = ` cmd=update; defpf = 'a;"b' ;roflags=3;uri=http://a/ ;mode="1";db=contacts;mode='12';slow=1;enabled=yes;`;
    expect(parseSynthesisCommand(`${line}\r\n`)).toEqual({
      action: 'update',
      profile: {
        name: 'a;"b',
        uri: 'http://a/',
        databases: [{ name: 'contacts', enabled: false, mode: 'from-server' }],
      },
    });
  });

  it('keeps what a client would not understand out of the profile', () => {
    expect(parseSynthesisCommand('cmd=add;pf=a;syncmlvers=9;db=x;mode=7;mode=')).toEqual({
      action: 'add',
      profile: { name: 'a', databases: [{ name: 'x' }] },
    });
  });

  it.each([
    ['that is empty', '', 'missing'],
    ['that does not begin with one', 'pf="a";cmd="add"', 'missing'],
    ['that is another', 'cmd="reg";text="a";key="b"', 'unsupported'],
    ['that names no profile', 'cmd="add";uri="a"', 'missing'],
    ['that ends behind a tag', 'cmd', 'truncated'],
    ['that ends in a value', 'cmd="add";pf="a', 'truncated'],
    ['that ends in an escape', String.raw`cmd="add";pf="a\"`, 'truncated'],
    ['with something behind a value', 'cmd="add"pf="a"', 'invalid-value'],
    ['with a value of no tag', 'cmd="add";="a"', 'invalid-value'],
    ['of two lines', 'cmd="add";pf="a"\ncmd="delete";pf="b"', 'invalid-value'],
    ['without end', `cmd="add";pf="${'a'.repeat(synthesisCommandLimits.length)}"`, 'too-long'],
    ['with items without end', `cmd=add;pf=a${';a=b'.repeat(1000)}`, 'too-many'],
  ])('is refused %s', (_name, line, code) => {
    expect(errorOf(line)).toBe(code);
  });

  it.each([
    ['a line break', 'a\nb', 'invalid-value'],
    ['a NUL', 'a\0', 'invalid-value'],
    ['half a character', '\ud800', 'invalid-value'],
    ['no end', 'a'.repeat(40_000), 'too-long'],
  ])('is not written with %s', (_name, profileName, code) => {
    const error = codecErrorOf(() => synthesisCommand({ action: 'delete', profileName }));
    expect(error).toMatchObject({ format: 'synthesis-command', code });
  });

  it('is not written with databases without end', () => {
    const profile = { name: 'a', databases: Array(300).fill({ name: 'x' }) };
    const error = codecErrorOf(() => synthesisCommand({ action: 'add', profile }));
    expect(error?.code).toBe('too-many');
  });

  it('is read or refused, whatever it is, and nothing else', () => {
    const piece = fc.constantFrom('cmd=', 'add', ';', 'pf=', '"', "'", '\\', 'db=', ' ', 'é', '\t');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((parts) => parts.join('')),
          fc.string(),
        ),
        (line) => {
          errorOf(line);
          errorOf(`cmd=add;pf=a;${line}`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
