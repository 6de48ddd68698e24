import { AppError } from '../../../shared/model/errors.ts';
import type { RouteExplanation } from '../../../shared/model/route.ts';
import type { AreaService } from '../../api/services.ts';
import {
  alphabetOf,
  headerSeptets,
  segmentText,
  textToSeptets,
} from '../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { smsLimits } from '../../codecs/limits.ts';
import { invalidField } from '../../../shared/model/errors.ts';
import { smsNumber } from '../numbers.ts';

/** What {@link createPreview} works with. */
export interface PreviewDeps {
  explain(number: string, accountId: string | null): RouteExplanation;
  currency(): string;
}

type Preview = AreaService<'messages'>['preview'];

/** Tells what a text becomes and which way it would go; nothing is sent. */
export function createPreview({ explain, currency }: PreviewDeps): Preview {
  return ({ text = '', number, accountId, gatewayId }) => {
    const described = describe(text);
    const way = wayOf(number, (known) => explain(known, accountId ?? null), gatewayId);
    const cost = way?.price === undefined || way.price === null ? null : way.price;
    return Promise.resolve({
      ...described,
      gatewayId: way?.gatewayId ?? null,
      gatewayName: way?.gatewayName ?? null,
      cost: cost === null ? null : cost * described.parts,
      currency: currency(),
    });
  };
}

function describe(text: string) {
  const { dataCoding, segments } = segmented(text);
  const isGsm = alphabetOf(dataCoding) === 'gsm7';
  const unitOctets = isGsm ? 1 : 2;
  const last = segments.at(-1);
  const units = segments.reduce((sum, { data }) => sum + data.length / unitOctets, 0);
  const characters = isGsm ? [] : [...text].filter((each) => textToSeptets(each) === undefined);
  return {
    alphabet: isGsm ? ('gsm7' as const) : ('ucs2' as const),
    parts: segments.length,
    units,
    unitsLeft: last === undefined ? 0 : roomOf(last, isGsm) - last.data.length / unitOctets,
    outside: [...new Set(characters)],
  };
}

function segmented(text: string): ReturnType<typeof segmentText> {
  try {
    return segmentText(text, { reference: 0 });
  } catch (error) {
    if (error instanceof CodecError) throw invalidField('text', 'too-long');
    throw error;
  }
}

/** Units that a part with this header holds. */
function roomOf({ udh }: SmsSegment, isGsm: boolean): number {
  if (isGsm) return smsLimits.userDataSeptets - headerSeptets(udh.length);
  return Math.floor((smsLimits.userDataOctets - udh.length) / 2);
}

interface Way {
  readonly gatewayId: string;
  readonly gatewayName: string;
  readonly price: number | null;
}

/** Undefined where there is no number yet, or no way for it. */
function wayOf(
  written: string | undefined,
  explain: (number: string) => RouteExplanation,
  bound: string | undefined,
): Way | undefined {
  const number = written === undefined ? undefined : readNumber(written);
  if (number === undefined) return undefined;
  const { steps, gatewayId } = explain(number);
  return steps.find((step) => step.gatewayId === (bound ?? gatewayId));
}

/** Undefined while it is still being typed. */
function readNumber(written: string): string | undefined {
  try {
    return smsNumber(written);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
