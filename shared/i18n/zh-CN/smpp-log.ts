import type { smppLog as source } from '../en/smpp-log.ts';
import type { Translated } from '../types.ts';

export const smppLog: Translated<typeof source> = {
  'smpp.bound': '“{gateway}”已作为 {bind} 登录 {centre}',
  'smpp.link-lost': '“{gateway}”的连接已断开：{detail}。{seconds} 秒后重新连接',
  'smpp.unreachable': '“{gateway}”无法登录：{detail}。{seconds} 秒后重试',
  'smpp.bind-refused':
    '短信中心拒绝“{gateway}”登录：{detail}。请更正 system ID 或密码；{seconds} 秒后重试',
  'smpp.throttled':
    '短信中心要求“{gateway}”放慢速度：现以每秒 {rate, plural, other {# 条短信}} 继续',
};
