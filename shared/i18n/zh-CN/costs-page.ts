import type { costsPage as source } from '../en/costs-page.ts';
import type { Translated } from '../types.ts';

export const costsPage: Translated<typeof source> = {
  by: '按',
  'by.month': '月份',
  'by.account': '账户',
  'by.device': '设备',
  'by.gateway': '网关',
  'by.user': 'API 用户',
  from: '从',
  to: '到',
  export: '保存为 CSV',
  saved: '{name} 已保存。',
  'column.month': '月份',
  'column.messages': '短信',
  'column.parts': '部分',
  'column.delivered': '已送达',
  'column.failed': '失败',
  'column.cost': '费用',
  'column.unpriced': '无价格',
  nobody: '无',
  total:
    '{messages, plural, =0 {没有短信} other {# 条短信}}，{parts, plural, other {# 个部分}}，合计 {cost}。',
  'chart.parts': '各月各网关的短信部分数',
  'chart.cost': '各月各网关的费用',
  others: '其他',
  unpriced: '{parts, plural, other {# 个部分发出时没有已知价格：合计因此偏低。}}',
  'unpriced.action': '{gateway} 的价格',
  'empty.title': '这些月份没有短信',
  'empty.text': '这里统计网关接收的短信，设置了价格的也计入费用。',
  'empty.action': '网关及其价格',
};
