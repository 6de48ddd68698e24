import type { Hardware } from '../../../shared/model/session.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';

/** Manufacturer and model as a person says them; the manufacturer not twice. */
export function hardwareName({ manufacturer, model }: Hardware): string {
  if (manufacturer === '') return model === '' ? '–' : model;
  return model.toLowerCase().startsWith(manufacturer.toLowerCase())
    ? model
    : `${manufacturer} ${model}`.trim();
}

/** Signs by which clients give themselves away: in what they call themselves, or in their DevInf. */
const signs: readonly (readonly [RegExp, ClientTypeId])[] = [
  [/memotoo/iu, 'memotoo'],
  [/^(sc-pim|fol-|fwm-|fpc-|fjm-|fbb-|fac-|fmz-)|funambol|sync4j/iu, 'funambol'],
  [/synthesis|syncevolution/iu, 'synthesis'],
  [/sony\s*ericsson/iu, 'sony-ericsson'],
  [/nokia/iu, 'nokia'],
  [/apple|iphone|ipad/iu, 'ios'],
  [/android/iu, 'android'],
];

/** The client type that a client most likely is; `other` where nothing tells. */
export function guessClientType(client: {
  readonly syncId: string;
  readonly hardware: Hardware | null;
}): ClientTypeId {
  const { manufacturer = '', model = '', softwareVersion = '' } = client.hardware ?? {};
  // Each by itself: the sign of Funambol's clients stands at the beginning.
  const texts = [client.syncId, model, manufacturer, softwareVersion];
  const found = signs.find(([sign]) => texts.some((text) => sign.test(text)));
  return found?.[1] ?? 'other';
}
