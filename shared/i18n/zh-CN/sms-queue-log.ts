import type { smsQueueLog as source } from '../en/sms-queue-log.ts';
import type { Translated } from '../types.ts';

export const smsQueueLog: Translated<typeof source> = {
  'sms.uncertain': '不清楚“{gateway}”是否已接收发往 {number} 的短信：{detail}。它不会自动重发',
  'sms.repeated': '发往 {number} 的短信以相同字节重发：其移交曾被中断',
  'sms.submitted': '发往 {number} 的短信已放入队列：{parts, plural, other {# 段}}',
  'sms.not-delivered': '网络无法送达“{gateway}”已接收、发往 {number} 的短信：{detail}',
  'sms.queue-paused': '短信队列已暂停：恢复前不发送任何短信',
  'sms.queue-resumed': '短信队列继续运行',
  'sms.retried': '手动重发了 {count, plural, other {# 条短信}}',
  'sms.dropped': '手动从队列中移除了 {count, plural, other {# 条短信}}',
  'sms.rerouted': '手动将 {count, plural, other {# 条短信}}改由“{gateway}”发送',
  'sms.unbound': '{count, plural, other {# 条短信}}重新按路由发送',
  'sms.paused': '手动暂缓了 {count, plural, other {# 条短信}}',
  'sms.resumed': '暂缓的 {count, plural, other {# 条短信}}继续发送',
};
