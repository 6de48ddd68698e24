import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Something for tshark to look at. */
export type TsharkPacket = {
  /** A TPDU from or to a phone, a push as it stands behind a WAP port, or a PDU of SMPP. */
  readonly kind: 'from-phone' | 'to-phone' | 'push' | 'smpp';
  readonly bytes: Uint8Array;
};

/** What tshark says about a packet: all values of each field it found. */
export type TsharkFields = Readonly<Record<string, readonly string[]>>;

/** Fields that tell a whole packet from a broken one, asked for with all others. */
const faultFields = ['_ws.malformed', '_ws.expert.severity'];
// No text of the tests holds these.
const fieldSeparator = '|';
const valueSeparator = ';';
/** tshark's own number for an error among its expert notes. */
const errorSeverity = String(0x800000);

/**
 * Lets tshark dissect packets, all of one kind, in one go so that it can put parts together. One
 * that tshark calls malformed is an error.
 */
export async function askTshark(
  folder: string,
  packets: readonly TsharkPacket[],
  fields: readonly string[],
): Promise<TsharkFields[]> {
  const dump = join(folder, 'packets.txt');
  const capture = join(folder, 'packets.pcap');
  await writeFile(dump, packets.map(hexDump).join('\n'));
  await run('text2pcap', ['-q', ...linkOptions(packets[0]?.kind), dump, capture]);
  const asked = [...fields, ...faultFields];
  const { stdout } = await run(
    'tshark',
    [
      ...['-r', capture, '-T', 'fields', '-E', `separator=${fieldSeparator}`],
      ...['-E', 'occurrence=a', '-E', `aggregator=${valueSeparator}`],
      ...['-o', 'uat:user_dlts:"User 0 (DLT=147)","gsm_sms","0","","0",""'],
      ...asked.flatMap((field) => ['-e', field]),
    ],
    { env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split(fieldSeparator).map((text) => text.split(valueSeparator));
      const found = Object.fromEntries(asked.map((field, index) => [field, values[index] ?? []]));
      if (isFaulty(found)) throw new Error(`tshark: malformed packet ${line}`);
      return found;
    });
}

/** What text2pcap puts around packets of a kind. */
function linkOptions(kind: TsharkPacket['kind'] | undefined): string[] {
  switch (kind) {
    case 'push':
      return ['-u', '9200,2948'];
    case 'smpp':
      return ['-T', '50000,2775'];
    default:
      // Link type 147 is free for users; tshark is told that ours holds short messages. The direction
      // marks decide how it reads the message type.
      return ['-D', '-l', '147'];
  }
}

function isFaulty(fields: TsharkFields): boolean {
  const malformed = fields['_ws.malformed']?.some((value) => value !== '') ?? false;
  return malformed || (fields['_ws.expert.severity']?.includes(errorSeverity) ?? false);
}

function hexDump({ kind, bytes }: TsharkPacket): string {
  const direction = { 'from-phone': 'I\n', 'to-phone': 'O\n', push: '', smpp: '' }[kind];
  const octets = [...bytes].map((octet) => octet.toString(16).padStart(2, '0')).join(' ');
  return `${direction}000000 ${octets}\n`;
}
