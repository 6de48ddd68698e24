/** Names of the fields of decoded bytes. */
export const dissect = {
  sms: 'SMS',
} as const;
