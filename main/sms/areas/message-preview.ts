import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { RouteExplanation } from '../../../shared/model/route.ts';
import type { AreaService } from '../../api/services.ts';
import { CodecError } from '../../codecs/codec-error.ts';
import { describeText } from '../../codecs/gsm-sms/index.ts';
import { smsNumber } from '../numbers.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';

/** What {@link createPreview} works with. */
export interface PreviewDeps {
  explain(number: string, accountId: string | null): RouteExplanation;
  currency(): string;
  settings(): SmsSettings;
}

type Preview = AreaService<'messages'>['preview'];

/** Tells what a text becomes and which way it would go; nothing is sent. */
export function createPreview({ explain, currency, settings }: PreviewDeps): Preview {
  return ({ text = '', number, accountId, gatewayId }) => {
    const described = describe(text, settings().nationalTables);
    const way = wayOf(number, (known) => explain(known, accountId ?? null), gatewayId);
    const cost = way?.price === undefined || way.price === null ? null : way.price;
    return Promise.resolve({
      ...described,
      outside: [...described.outside],
      gatewayId: way?.gatewayId ?? null,
      gatewayName: way?.gatewayName ?? null,
      cost: cost === null ? null : cost * described.parts,
      currency: currency(),
    });
  };
}

function describe(text: string, nationalTables: boolean): ReturnType<typeof describeText> {
  try {
    return describeText(text, { nationalTables });
  } catch (error) {
    if (error instanceof CodecError) throw invalidField('text', 'too-long');
    throw error;
  }
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
