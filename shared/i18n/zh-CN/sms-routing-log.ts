import type { smsRoutingLog as source } from '../en/sms-routing-log.ts';
import type { Translated } from '../types.ts';

export const smsRoutingLog: Translated<typeof source> = {
  'gateway.throttled': '“{gateway}”要求放慢速度，已放慢：{detail}',
  'gateway.unbound':
    '{count, plural, other {# 条指定由“{gateway}”发送的短信改由其他网关发送，因为该网关已移除}}',
  'route.created': '已添加路由“{route}”',
  'route.updated': '已更改路由“{route}”：{names}',
  'route.removed': '已移除路由“{route}”',
  'route.emptied': '路由“{route}”已没有网关，不再生效。请为它指定网关，或将其移除',
  'prices.updated': '{count, plural, =0 {“{gateway}”不再有价格} other {“{gateway}”有 # 个价格}}',
  'budget.set': '已设置 {name} 的短信预算',
  'budget.removed': '已移除 {name} 的短信预算',
  'budget.accounts-set': '已设置没有单独预算的账户的短信预算',
  'budget.accounts-removed': '已移除没有单独预算的账户的短信预算',
  'budget.devices-set': '已设置没有单独预算的设备的短信预算',
  'budget.devices-removed': '已移除没有单独预算的设备的短信预算',
  'budget.near-day': '{name} 已使用当日短信预算 {limit} 条中的 {used} 条',
  'budget.near-month': '{name} 已使用当月短信预算 {limit} 条中的 {used} 条',
  'budget.used-day': '{name} 的当日短信预算（{limit} 条）已用完。之后的短信等待，或改走其他网关',
  'budget.used-month': '{name} 的当月短信预算（{limit} 条）已用完。之后的短信等待，或改走其他网关',
};
