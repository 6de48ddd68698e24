import { smsLimits } from '../limits.ts';
import { alphabetOf } from './data-coding.ts';
import { textToSeptets } from './gsm7-alphabet.ts';
import { headerSeptets } from './gsm7-packing.ts';
import { languagePairs, noLanguages, type NationalLanguages } from './national-languages.ts';
import { segmentText, type SmsSegment, type TextOptions } from './segment.ts';

/** What a text becomes when it is sent. */
export type TextDescription = {
  /** With tables of languages it is the GSM alphabet as well. */
  readonly alphabet: 'gsm7' | 'ucs2';
  readonly parts: number;
  /** Septets or UTF-16 units in all parts, without headers. */
  readonly units: number;
  /** How many more the last part has room for. */
  readonly unitsLeft: number;
  /** Characters that make it UCS2, each once. */
  readonly outside: readonly string[];
};

/**
 * Describes what {@link segmentText} makes of a text with the same options; more than 255 parts are
 * a CodecError `too-many`.
 */
export function describeText(
  text: string,
  options: Pick<TextOptions, 'nationalTables'>,
): TextDescription {
  const { dataCoding, segments } = segmentText(text, { ...options, reference: 0 });
  const isGsm = alphabetOf(dataCoding) === 'gsm7';
  const unitsOf = ({ data }: SmsSegment): number => (isGsm ? data.length : data.length / 2);
  const last = segments.at(-1);
  return {
    alphabet: isGsm ? 'gsm7' : 'ucs2',
    parts: segments.length,
    units: segments.reduce((sum, segment) => sum + unitsOf(segment), 0),
    unitsLeft: last === undefined ? 0 : roomIn(last, isGsm) - unitsOf(last),
    outside: isGsm ? [] : outsideOf(text, options.nationalTables === true),
  };
}

/** Units that a part with this header holds. */
function roomIn({ udh }: SmsSegment, isGsm: boolean): number {
  return isGsm
    ? smsLimits.userDataSeptets - headerSeptets(udh.length)
    : Math.floor((smsLimits.userDataOctets - udh.length) / 2);
}

/** Where tables of languages have all characters, and yet save nothing, the default one lacks some. */
function outsideOf(text: string, nationalTables: boolean): readonly string[] {
  const lacking = lackedBy([...new Set(text)], [noLanguages]);
  const everywhere = nationalTables ? lackedBy(lacking, languagePairs) : [];
  return everywhere.length > 0 ? everywhere : lacking;
}

function lackedBy(characters: readonly string[], tables: readonly NationalLanguages[]): string[] {
  return characters.filter((each) =>
    tables.every((languages) => textToSeptets(each, languages) === undefined),
  );
}
