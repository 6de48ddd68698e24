import type { smsApiLog as source } from '../en/sms-api-log.ts';
import type { Translated } from '../types.ts';

export const smsApiLog: Translated<typeof source> = {
  'sms-user.created': '已创建短信用户 {user}',
  'sms-user.updated': '已更改短信用户 {user}：{names}',
  'sms-user.removed': '已删除短信用户 {user}',
  'sms-api.sign-in-refused': '有人从 {remote} 以 {user} 的身份登录短信 API，但密码错误或用户不存在',
  'sms-api.sign-in-guessed':
    '从 {remote} 以 {user} 的身份登录短信 API 多次失败：后续尝试需要等待。可能有人在猜测密码，或某个程序使用旧密码',
  'sms-api.report-unknown': '“{gateway}”的短信报告用词无法识别：{said}。可在其设置中用模式说明含义',
  'sms-api.limit-reached':
    '短信用户 {user} 已用完本月限额（{limit, plural, other {# 条分段}}）：消息被拒绝',
};
