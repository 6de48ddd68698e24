import type { OpenSerial, SerialListener } from '../gateways/modem/serial-link.ts';
import { SerialError } from '../gateways/modem/serial-link.ts';
import type { ModemSimulator } from './modem-simulator.ts';

/** A line in memory between a gateway and a simulated modem, which can be pulled out. */
export interface ModemLine {
  readonly open: OpenSerial;
  /** How often the port was opened. */
  readonly opened: () => number;
  unplug(): void;
  plug(): void;
  /** Another program has the port, or lets it go. */
  occupy(isTaken: boolean): void;
}

/** Connects a simulated modem without any port. */
export function createModemLine(modem: ModemSimulator): ModemLine {
  let isPlugged = true;
  let isTaken = false;
  let opened = 0;
  let listener: SerialListener | undefined;

  function unplug(): void {
    isPlugged = false;
    modem.detach();
    const told = listener;
    listener = undefined;
    told?.lost('Input/output error');
  }

  return {
    open(path, _baudRate, listening) {
      if (!isPlugged) {
        return Promise.reject(new SerialError('no-port', `No such file or directory ${path}`));
      }
      if (isTaken) return Promise.reject(new SerialError('port-busy', 'Cannot lock port'));
      opened += 1;
      listener = listening;
      const type = modem.attach((bytes) => listening.data(bytes), unplug);
      return Promise.resolve({
        write: (bytes) => {
          if (listener === listening) type(bytes);
        },
        close: () => {
          if (listener === listening) {
            listener = undefined;
            modem.detach();
          }
          return Promise.resolve();
        },
      });
    },
    opened: () => opened,
    unplug,
    plug: () => {
      isPlugged = true;
    },
    occupy: (taken) => {
      isTaken = taken;
    },
  };
}
