import type { incomingLog as source } from '../en/incoming-log.ts';
import type { Translated } from '../types.ts';

export const incomingLog: Translated<typeof source> = {
  'incoming.received': '来自 {number} 的短信，收件人 {to}',
  'incoming.for-nobody': '来自 {number} 的短信：没有规则说明收件人，保留在控制台中',
  'incoming.conflict':
    '来自 {number} 的短信：有多人给该号码发过短信，因此不自动归属任何人，保留在控制台中',
  'incoming.empty': '来自 {number} 的空短信已丢弃',
  'incoming.discarded': '来自 {number} 的短信已按规则丢弃',
};
