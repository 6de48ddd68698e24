import type { SmppFields } from './smsc-package.ts';

/** A receipt, and the way in which a centre writes it. */
export interface ReceiptWish {
  /** The id of the message as the receipt is to spell it. */
  readonly id?: string;
  /** The word of Appendix B; `DELIVRD` unless told. */
  readonly state?: string;
  readonly error?: string;
  /**
   * `text` is Appendix B in short_message; `parameters` says it in receipted_message_id and
   * message_state alone; `both` does both; `terse` has the fields that matter, in another order and
   * spelling; `payload` has the text in message_payload.
   */
  readonly dialect?: 'text' | 'parameters' | 'both' | 'terse' | 'payload';
  /** The message is still on its way (esm_class 0x20). */
  readonly isIntermediate?: boolean;
  readonly from?: string;
  readonly to?: string;
}

const stateCodes: Readonly<Record<string, number>> = {
  ENROUTE: 1,
  DELIVRD: 2,
  EXPIRED: 3,
  DELETED: 4,
  UNDELIV: 5,
  ACCEPTD: 6,
  UNKNOWN: 7,
  REJECTD: 8,
};

/** The deliver_sm of a receipt (SMPP 3.4 §4.6, Appendix B). */
export function receiptFields(wish: ReceiptWish): SmppFields {
  const { id = '', state = 'DELIVRD', error = '000', dialect = 'both' } = wish;
  const common = {
    source_addr: wish.from ?? '420601123456',
    source_addr_ton: 1,
    source_addr_npi: 1,
    destination_addr: wish.to ?? '12345',
    esm_class: wish.isIntermediate === true ? 0x20 : 0x04,
  };
  const delivered = state === 'DELIVRD' ? '001' : '000';
  const long = Buffer.from(
    `id:${id} sub:001 dlvrd:${delivered} submit date:2601050900 done date:2601050901 ` +
      `stat:${state} err:${error} text:Hello`,
  );
  const parameters = { receipted_message_id: id, message_state: stateCodes[state] ?? 7 };
  switch (dialect) {
    case 'text':
      return { ...common, short_message: long };
    case 'parameters':
      return { ...common, short_message: Buffer.alloc(0), ...parameters };
    case 'both':
      return { ...common, short_message: long, ...parameters };
    case 'terse':
      return { ...common, short_message: Buffer.from(`Stat: ${state} Err:${error} Id: ${id}`) };
    case 'payload':
      return { ...common, short_message: Buffer.alloc(0), message_payload: long };
  }
}
