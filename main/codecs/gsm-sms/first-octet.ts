/** Bits of a TPDU's first octet (GSM 03.40 §9.2.3.1 and following). */
export const firstOctetFlags = {
  /** TP-MTI, two bits. */
  messageType: 0x03,
  /** SUBMIT: TP-RD. */
  rejectDuplicates: 0x04,
  /** DELIVER and STATUS-REPORT: TP-MMS, set when there are NO more messages. */
  noMoreMessages: 0x04,
  /** DELIVER and STATUS-REPORT: TP-LP. */
  loopPrevention: 0x08,
  /** SUBMIT: TP-VPF, two bits. */
  validityFormat: 0x18,
  /** SUBMIT: TP-SRR; DELIVER: TP-SRI; STATUS-REPORT: TP-SRQ. */
  statusReport: 0x20,
  /** TP-UDHI. */
  userDataHeader: 0x40,
  /** SUBMIT and DELIVER: TP-RP. */
  replyPath: 0x80,
} as const;

/** TP-MTI; what a number means depends on the direction. */
export const messageTypes = { deliver: 0, submit: 1, statusReport: 2 } as const;

/** The flag's bit if the condition holds, for building a first octet. */
export function flagIf(condition: boolean, flag: number): number {
  return condition ? flag : 0;
}
