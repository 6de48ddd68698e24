/** A place in a modem's memory. */
export interface StoredPdu {
  /** 0 unread, 1 read, 2 unsent, 3 sent. */
  status: number;
  readonly line: string;
  readonly length: number;
}

/** What a simulated modem remembers. */
export interface ModemStore {
  echo: boolean;
  cmee: number;
  csms: number;
  cnmi: number[];
  cregMode: number;
  registration: number;
  /** 0…31, or 99. */
  strength: number;
  serviceCentre: string;
  readonly pin: string | undefined;
  isUnlocked: boolean;
  pinTries: number;
  memory: string;
  readonly places: number;
  readonly messages: Map<number, StoredPdu>;
  readonly reports: Map<number, StoredPdu>;
  /** How many times `AT+CNMA` came. */
  acknowledged: number;
}

/** Lines of an answer and its last one. */
export interface CommandAnswer {
  readonly lines: readonly string[];
  readonly final: string;
}

type Handler = (store: ModemStore, argument: string) => CommandAnswer;

const ok: CommandAnswer = { lines: [], final: 'OK' };
/** Commands that need a SIM that is unlocked. */
const simCommands =
  /^\+(?:CMGL|CMGR|CMGD|CNMI|CSCA|CPMS|CSMS|CSMP|CNMA|COPS|CIMI|CCID)(?:[=?]|$)/iu;

/** Answers a command without its `AT`, such as `+CSQ` (27.005, 27.007). */
export function answerCommand(store: ModemStore, text: string): CommandAnswer {
  if (!store.isUnlocked && simCommands.test(text)) {
    return /^\+(?:COPS|CIMI|CCID)/iu.test(text) ? cme(store, 11) : error('CMS', 311);
  }
  const [, name = '', argument = ''] = /^(\+[A-Z]+|&?[A-Z])(.*)$/iu.exec(text) ?? [];
  if (text === '') return ok;
  const handler = handlers[name.toUpperCase()];
  if (handler !== undefined) return handler(store, argument);
  return name.startsWith('+') || /^[\^*$%]/u.test(text) ? cme(store, 100) : plainError;
}

const plainError: CommandAnswer = { lines: [], final: 'ERROR' };
const always: Handler = () => ok;

const handlers: Readonly<Record<string, Handler>> = {
  ...{ V: always, Q: always, X: always, S: always, L: always, M: always, H: always, Z: always },
  ...{ '&F': always, '&W': always, '&D': always, '&C': always, '&K': always },
  ...{ '+CMMS': always, '+CGSMS': always, '+CSDH': always, '+CRC': always, '+CLIP': always },
  ...{ '+CSAS': always, '+CUSD': always, '+CCWA': always, '+COLP': always, '+CRES': always },
  E: (store, argument) => {
    store.echo = argument !== '0';
    return ok;
  },
  I: () => said('PUSHDESK', 'M1', 'Revision: 1.0'),
  '+CGMI': () => said('SIMCOM_Ltd'),
  '+CGMM': () => said('SIMCOM_SIM900'),
  '+CGMR': () => said('1137B13SIM900M64_ST'),
  '+CGSN': () => said('490154203237518'),
  '+CIMI': () => said('260011234567890'),
  '+CCID': () => said('+CCID: "8948012345678901234"'),
  '+GCAP': () => said('+GCAP: +CGSM'),
  '+CPAS': () => said('+CPAS: 0'),
  '+CBC': () => said('+CBC: 0,87,3950'),
  '+CGATT': (_store, argument) => (argument === '?' ? said('+CGATT: 1') : ok),
  '+CFUN': (_store, argument) => (argument === '?' ? said('+CFUN: 1') : ok),
  '+CSCS': (_store, argument) => {
    if (argument === '=?') return said('+CSCS: ("GSM","UCS2")');
    return argument === '?' ? said('+CSCS: "GSM"') : ok;
  },
  '+CMEE': (store, argument) => {
    if (argument === '=?') return said('+CMEE: (0,1)');
    if (argument === '?') return said(`+CMEE: ${String(store.cmee)}`);
    store.cmee = Number(argument.slice(1));
    return ok;
  },
  '+CPIN': unlock,
  '+CREG': (store, argument) => {
    if (argument === '=?') return said('+CREG: (0-2)');
    if (argument !== '?') {
      store.cregMode = Number(argument.slice(1, 2));
      return ok;
    }
    const { cregMode, registration, isUnlocked } = store;
    const cell = cregMode === 2 ? ',"1A2B","00C3"' : '';
    return said(`+CREG: ${String(cregMode)},${String(isUnlocked ? registration : 2)}${cell}`);
  },
  '+CSQ': (store, argument) =>
    argument === '=?'
      ? said('+CSQ: (0-31,99),(0-7,99)')
      : said(`+CSQ: ${String(store.strength)},0`),
  '+COPS': (store, argument) => {
    if (argument !== '?') return ok;
    const isRegistered = store.registration === 1 || store.registration === 5;
    return said(isRegistered ? '+COPS: 0,0,"Testnet, PL"' : '+COPS: 0');
  },
  '+CMGF': (_store, argument) => {
    if (argument === '=?') return said('+CMGF: (0)');
    if (argument === '?') return said('+CMGF: 0');
    return argument === '=0' ? ok : error('CMS', 303);
  },
  '+CSMS': (store, argument) => {
    if (argument === '=?') return said('+CSMS: (0,1)');
    if (argument === '?') return said(`+CSMS: ${String(store.csms)},1,1,1`);
    store.csms = Number(argument.slice(1));
    return said('+CSMS: 1,1,1');
  },
  '+CSCA': (store, argument) => {
    if (argument === '?') return said(`+CSCA: "${store.serviceCentre}",145`);
    store.serviceCentre = /"([^"]*)"/u.exec(argument)?.[1] ?? store.serviceCentre;
    return ok;
  },
  '+CSMP': (_store, argument) => (argument === '?' ? said('+CSMP: 17,167,0,0') : ok),
  '+CNMI': (store, argument) => {
    if (argument === '=?') return said('+CNMI: (0-2),(0-3),(0,2,3),(0-2),(0,1)');
    if (argument === '?') return said(`+CNMI: ${store.cnmi.join(',')}`);
    const wanted = argument.slice(1).split(',').map(Number);
    const highest = [2, 3, 3, 2, 1];
    if (wanted.some((value, at) => !(value <= (highest[at] ?? 0)))) return error('CMS', 302);
    store.cnmi = store.cnmi.map((value, at) => wanted[at] ?? value);
    return ok;
  },
  '+CNMA': (store) => {
    if (store.csms !== 1) return error('CMS', 340);
    store.acknowledged += 1;
    return ok;
  },
  '+CPMS': (store, argument) => {
    if (argument === '=?') return said('+CPMS: ("SM","ME","SR"),("SM"),("SM")');
    const used = `${String(store.messages.size)},${String(store.places)}`;
    if (argument === '?') return said(`+CPMS: ${`"SM",${used},`.repeat(3).slice(0, -1)}`);
    const wanted = /"(\w+)"/u.exec(argument)?.[1] ?? '';
    if (!['SM', 'ME', 'SR'].includes(wanted)) return error('CMS', 302);
    store.memory = wanted;
    return said(`+CPMS: ${`${used},`.repeat(3).slice(0, -1)}`);
  },
  '+CMGL': (store, argument) => {
    if (argument === '=?') return said('+CMGL: (0-4)');
    const wanted = Number(argument.slice(1) || '0');
    const lines: string[] = [];
    for (const [index, stored] of memoryOf(store)) {
      if (wanted !== 4 && wanted !== stored.status) continue;
      const { status, length, line } = stored;
      lines.push(`+CMGL: ${[index, status, '', length].join(',')}\r\n${line}`);
      if (status === 0) stored.status = 1;
    }
    return { lines, final: 'OK' };
  },
  '+CMGR': (store, argument) => {
    const stored = memoryOf(store).get(Number(argument.slice(1)));
    if (stored === undefined) return error('CMS', 321);
    const answer = said(`+CMGR: ${[stored.status, '', stored.length].join(',')}\r\n${stored.line}`);
    if (stored.status === 0) stored.status = 1;
    return answer;
  },
  '+CMGD': (store, argument) => {
    const indices = [...memoryOf(store).keys()].join(',');
    if (argument === '=?') return said(`+CMGD: (${indices}),(0-4)`);
    const index = Number(/^=(\d+)/u.exec(argument)?.[1] ?? '0');
    if (index < 1 || index > store.places) return error('CMS', 321);
    memoryOf(store).delete(index);
    return ok;
  },
};

function unlock(store: ModemStore, argument: string): CommandAnswer {
  if (argument === '?') {
    const locked = store.pinTries > 0 ? 'SIM PIN' : 'SIM PUK';
    return said(`+CPIN: ${store.isUnlocked ? 'READY' : locked}`);
  }
  if (store.isUnlocked) return cme(store, 3);
  if (store.pinTries === 0) return cme(store, 12);
  if (argument.replace(/[="]/gu, '') === store.pin) {
    store.isUnlocked = true;
    store.pinTries = 3;
    return ok;
  }
  store.pinTries -= 1;
  return cme(store, store.pinTries === 0 ? 12 : 16);
}

function memoryOf(store: ModemStore): Map<number, StoredPdu> {
  return store.memory === 'SR' ? store.reports : store.messages;
}

function said(...lines: string[]): CommandAnswer {
  return { lines, final: 'OK' };
}

function cme({ cmee }: ModemStore, code: number): CommandAnswer {
  return cmee === 0 ? plainError : error('CME', code);
}

function error(kind: 'CMS' | 'CME', code: number): CommandAnswer {
  return { lines: [], final: `+${kind} ERROR: ${String(code)}` };
}
