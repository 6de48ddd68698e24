/** TP-DCS of a binary SMS for the phone itself: 8-bit data, class 1 (GSM 03.38 §4). */
export const binaryDataCoding = 0xf5;
