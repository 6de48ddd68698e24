/** TP-DCS values that this project writes (GSM 03.38 §4). */
export const dataCodings = {
  gsm7: 0x00,
  binary: 0x04,
  ucs2: 0x08,
  /** 8-bit, class 1: kept by the phone itself; what a WAP push is sent with. */
  binaryClass1: 0xf5,
} as const;

/** How user data is to be read. */
export type SmsAlphabet = 'gsm7' | 'binary' | 'ucs2';

/** Alphabet of a TP-DCS octet (GSM 03.38 §4). Compressed texts count as binary: nobody sends them. */
export function alphabetOf(dataCoding: number): SmsAlphabet {
  const group = dataCoding >> 4;
  if (group < 0x8) {
    if (dataCoding & 0x20) return 'binary';
    const alphabet = (dataCoding >> 2) & 3;
    // 3 is reserved, and reserved codings are to be taken for the default alphabet.
    return alphabet === 1 ? 'binary' : alphabet === 2 ? 'ucs2' : 'gsm7';
  }
  if (group === 0xe) return 'ucs2';
  return group === 0xf && (dataCoding & 4) !== 0 ? 'binary' : 'gsm7';
}
