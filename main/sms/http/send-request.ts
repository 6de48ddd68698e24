import { AppError } from '../../../shared/model/errors.ts';
import { messageLimits } from '../../../shared/model/message.ts';
import { smsNumber } from '../numbers.ts';
import type { SubmitRequest } from '../submit.ts';
import { readBinary } from './binary.ts';
import { smsHttpLimits } from './limits.ts';
import type { Parameters } from './parameters.ts';
import type { Refusal } from './refusals.ts';

/** What a request wants to be sent. */
export interface SendRequest {
  /** As they are stored; each is a message of its own. */
  readonly numbers: readonly string[];
  /** The message, the same for all numbers. */
  readonly message: Pick<
    SubmitRequest,
    'text' | 'data' | 'udh' | 'dcs' | 'pid' | 'sender' | 'maxParts' | 'expiresInMs' | 'hops'
  >;
  readonly isBulk: boolean;
  /** Id or name of the gateway that is asked for; empty leaves it open. */
  readonly gateway: string;
  /** What the caller calls this message: handing it in again changes nothing. Empty is nothing. */
  readonly reference: string;
}

const longestExpirySeconds = 7 * 86_400;

function invalid(parameter: string): Refusal {
  return { refused: 'parameter-invalid', parameter };
}

/** Reads the parameters of a message. */
export function readSend(parameters: Parameters, defaultParts: number): SendRequest | Refusal {
  const numbers = readNumbers(parameters.getAll('number'));
  if ('refused' in numbers) return numbers;
  const octet = (name: string) => readInteger(parameters.get(name), 0, 255);
  const dcs = octet('dcs');
  const pid = octet('pid');
  const maxParts = readInteger(parameters.get('maxmsgs'), 1, messageLimits.parts);
  const expires = readInteger(parameters.get('expires'), 1, longestExpirySeconds);
  const isBulk = readSwitch(parameters.get('bulk'));
  const hops = octet('hops');
  if (dcs === 'faulty') return invalid('dcs');
  if (pid === 'faulty') return invalid('pid');
  if (maxParts === 'faulty') return invalid('maxmsgs');
  if (expires === 'faulty') return invalid('expires');
  if (hops === 'faulty') return invalid('hops');
  if (hops !== undefined && hops > smsHttpLimits.hops) return { refused: 'too-many-hops' };
  const reference = parameters.get('ref');
  if (isBulk === undefined) return invalid('bulk');
  if (!isShortLine(reference, smsHttpLimits.referenceLength)) return invalid('ref');
  const sender = parameters.get('sender').trim();
  if (!isShortLine(sender, smsHttpLimits.senderLength)) return { refused: 'sender-invalid' };
  const content = readContent(parameters, maxParts ?? defaultParts);
  if ('refused' in content) return content;
  return {
    numbers,
    message: {
      ...content,
      ...(dcs === undefined ? {} : { dcs }),
      ...(pid === undefined ? {} : { pid }),
      ...(sender === '' ? {} : { sender }),
      ...(expires === undefined ? {} : { expiresInMs: expires * 1_000 }),
      ...(hops === undefined ? {} : { hops }),
    },
    isBulk: isBulk || numbers.length > 1,
    gateway: parameters.get('id').trim(),
    reference,
  };
}

function readContent(
  parameters: Parameters,
  maxParts: number,
): Pick<SendRequest['message'], 'text' | 'data' | 'udh' | 'maxParts'> | Refusal {
  const data = parameters.get('data');
  const udh = parameters.get('udh');
  const isBinary = readSwitch(parameters.get('binary'));
  if (isBinary === undefined) return invalid('binary');
  if (!isBinary) {
    if (udh !== '') return { refused: 'udh-invalid' };
    if (data === '') return { refused: 'data-missing' };
    // Nobody types a zero octet or half of a surrogate pair, and networks cut or drop such texts.
    if (/[\0\p{Surrogate}]/u.test(data)) return { refused: 'data-invalid' };
    if (data.length > messageLimits.text) return { refused: 'too-long' };
    return { text: data, maxParts };
  }
  if (data === '' && udh === '') return { refused: 'data-missing' };
  if (data.length > messageLimits.octets * 2 || udh.length > 400) return { refused: 'too-long' };
  const encoding = parameters.get('encoding').toLowerCase();
  if (encoding !== '' && encoding !== 'hex' && encoding !== 'base64') return invalid('encoding');
  const binary = readBinary({ data, udh }, encoding === '' ? undefined : encoding);
  return typeof binary === 'string' ? { refused: binary } : binary;
}

/** Numbers in lists, and several parameters: each is a message. */
function readNumbers(values: readonly string[]): readonly string[] | Refusal {
  const items = values.flatMap((value) => {
    // Somebody did not encode the plus, which a form spells as a space.
    const isInternational = /^ *(?:\+| \d)/u.test(value);
    const list = value.split(/[,;]/u);
    return isInternational ? list.map((item) => item.replace(/^ +(?=[1-9])/u, '+')) : list;
  });
  const wanted = items.filter((item) => item.trim() !== '');
  if (wanted.length === 0) return { refused: 'number-missing' };
  if (wanted.length > smsHttpLimits.numbers) return { refused: 'too-many-numbers' };
  try {
    return wanted.map((item) => {
      if (item.length > smsHttpLimits.numberLength) throw new AppError('INVALID_INPUT');
      return smsNumber(item);
    });
  } catch (error) {
    if (error instanceof AppError) return { refused: 'number-invalid' };
    throw error;
  }
}

/** Decimal, or hex behind `0x`; undefined when nothing is told. */
function readInteger(text: string, least: number, most: number): number | undefined | 'faulty' {
  const bare = text.trim();
  if (bare === '') return undefined;
  if (!/^(?:\d{1,9}|0x[0-9a-f]{1,6})$/iu.test(bare)) return 'faulty';
  const value = Number(bare);
  return value >= least && value <= most ? value : 'faulty';
}

function readSwitch(text: string): boolean | undefined {
  if (/^(?:1|true|yes|on)$/iu.test(text)) return true;
  return /^(?:|0|false|no|off)$/iu.test(text) ? false : undefined;
}

function isShortLine(text: string, longest: number): boolean {
  return text.length <= longest && !/\p{Cc}/u.test(text);
}
