/** `+CMS ERROR` in plain words (27.005 §3.2.5, 24.011 annex E, 23.040 §9.2.3.22). */
const cmsWords: Readonly<Record<number, string>> = {
  1: 'nobody has this number',
  8: 'the operator bars sending',
  10: 'calls are barred on this SIM',
  17: 'the network failed',
  21: 'the network does not take the message',
  22: 'the memory of the phone or network is full',
  27: 'the phone cannot be reached',
  28: 'the network does not know who has this number',
  29: 'the operator does not allow this to the SIM',
  30: 'the network does not know this number',
  38: 'the network is out of order',
  41: 'the network failed for a moment',
  42: 'the network is congested',
  47: 'the network has no free resources',
  50: 'the SIM is not subscribed to SMS',
  69: 'the network does not offer this',
  81: 'the network does not know the message reference',
  95: 'the network calls the message invalid',
  96: 'the network misses a part of the message',
  97: 'the network does not know this type of message',
  98: 'the message does not fit the state of the network',
  99: 'the network does not know a part of the message',
  111: 'the network calls it a protocol error',
  127: 'another network failed',
  128: 'the service centre cannot pass it on to that service',
  129: 'the service centre does not take type 0 messages',
  130: 'there is no message to replace',
  143: 'the service centre does not take this protocol identifier',
  144: 'the service centre does not take this alphabet',
  145: 'the service centre does not take this message class',
  159: 'the service centre does not take this protocol identifier',
  160: 'the service centre does not do this command',
  161: 'the service centre does not take this command',
  175: 'the service centre refused the command',
  176: 'the service centre does not take the message',
  192: 'the service centre is busy',
  193: 'the SIM has no subscription at this service centre',
  194: 'the service centre failed',
  195: 'the service centre calls the number invalid',
  196: 'the service centre bars this number',
  197: 'the service centre has this message already',
  198: 'the service centre does not take this format of validity',
  199: 'the service centre does not take this validity',
  208: 'the memory of the SIM is full',
  209: 'the SIM has no memory for SMS',
  210: 'the modem failed',
  211: 'the memory of the modem is full',
  212: 'the SIM is busy with a menu',
  213: 'the SIM did not take the data',
  255: 'unspecified',
  300: 'the modem failed',
  301: 'the SMS service of the modem is reserved',
  302: 'the modem does not allow this now',
  303: 'the modem does not do this',
  304: 'the modem calls the message invalid',
  305: 'the modem calls a text parameter invalid',
  310: 'there is no SIM',
  311: 'the SIM asks for its PIN',
  312: 'the modem is locked to another SIM',
  313: 'the SIM failed',
  314: 'the SIM is busy',
  315: 'the SIM is of the wrong kind',
  316: 'the SIM asks for its PUK',
  317: 'the SIM asks for its PIN2',
  318: 'the SIM asks for its PUK2',
  320: 'the memory failed',
  321: 'there is no message at this place',
  322: 'the memory is full',
  330: 'the number of the service centre is missing or unknown',
  331: 'there is no network',
  332: 'the network did not answer in time',
  340: 'no acknowledgement was expected',
  500: 'unknown error',
};

/** `+CME ERROR` in plain words (27.007 §9.2). */
const cmeWords: Readonly<Record<number, string>> = {
  0: 'the phone failed',
  3: 'the modem does not allow this now',
  4: 'the modem does not do this',
  5: 'the modem is locked to another SIM',
  10: 'there is no SIM',
  11: 'the SIM asks for its PIN',
  12: 'the SIM asks for its PUK',
  13: 'the SIM failed',
  14: 'the SIM is busy',
  15: 'the SIM is of the wrong kind',
  16: 'wrong PIN',
  17: 'the SIM asks for its PIN2',
  18: 'the SIM asks for its PUK2',
  20: 'the memory is full',
  21: 'there is nothing at this place',
  22: 'not found',
  23: 'the memory failed',
  30: 'there is no network',
  31: 'the network did not answer in time',
  32: 'only emergency calls are allowed',
  50: 'the modem does not take these parameters',
  100: 'unknown error',
  515: 'the modem is busy',
};

/** An error that a modem answered with. */
export interface ModemError {
  /** `ERROR` alone has no code. */
  readonly kind: 'cms' | 'cme' | 'plain';
  /** Undefined where the modem has words instead. */
  readonly code: number | undefined;
  /** As it came: `+CMS ERROR: 38`. */
  readonly line: string;
}

/** The error in an answer's last line; undefined for other lines. */
export function readModemError(line: string): ModemError | undefined {
  if (line === 'ERROR' || line === 'COMMAND NOT SUPPORT' || line === 'TOO MANY PARAMETERS') {
    return { kind: 'plain', code: undefined, line };
  }
  const match = /^\+CM([ES]) ERROR: *(.*)$/u.exec(line);
  if (match === null) return undefined;
  const told = match[2] ?? '';
  const code = /^\d{1,5}$/u.test(told) ? Number(told) : undefined;
  return { kind: match[1] === 'S' ? 'cms' : 'cme', code, line };
}

/** The error as it came, and what it means. */
export function modemErrorText({ kind, code, line }: ModemError): string {
  const words = kind === 'cms' ? cmsWords : cmeWords;
  const meaning = code === undefined ? undefined : words[code];
  return meaning === undefined ? line : `${line}, ${meaning}`;
}
