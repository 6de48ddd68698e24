import { numberPlans, numberTypes } from '../../../codecs/smpp/index.ts';
import type { SmppAddress } from '../../../codecs/smpp/index.ts';
import type { GatewayOptions } from '../../../../shared/model/gateway.ts';

/** Longest short code; a longer number without a plus is a national one. */
const shortCodeDigits = 8;
const internationalPattern = /^\+(\d+)$/u;
const digitsPattern = /^\d+$/u;

/** Types and plans that the settings fix; null finds them by the address. */
interface Fixed {
  readonly ton: number | null;
  readonly npi: number | null;
}

/** The sender as the service centre is told it. Empty leaves it to the centre. */
export function sourceAddress(sender: string, options: GatewayOptions): SmppAddress {
  return addressOf(sender, { ton: options.sourceTon, npi: options.sourceNpi });
}

/** The recipient as the service centre is told it. */
export function destinationAddress(number: string, options: GatewayOptions): SmppAddress {
  return addressOf(number, { ton: options.destinationTon, npi: options.destinationNpi });
}

function addressOf(text: string, { ton, npi }: Fixed): SmppAddress {
  const guessed = guess(text);
  return { ton: ton ?? guessed.ton, npi: npi ?? guessed.npi, text: guessed.text };
}

function guess(text: string): SmppAddress {
  const digits = internationalPattern.exec(text)?.[1];
  if (digits !== undefined) {
    return { ton: numberTypes.international, npi: numberPlans.isdn, text: digits };
  }
  if (text !== '' && !digitsPattern.test(text)) {
    return { ton: numberTypes.alphanumeric, npi: numberPlans.unknown, text };
  }
  const npi = text.length > shortCodeDigits ? numberPlans.isdn : numberPlans.unknown;
  return { ton: numberTypes.unknown, npi, text };
}

/** A number of a service centre's as we write it: with a plus where it says that it has one. */
export function numberOf({ ton, text }: SmppAddress): string {
  return ton === numberTypes.international && digitsPattern.test(text) ? `+${text}` : text;
}
