import type { sync as source } from '../en/sync.ts';
import type { Translated } from '../types.ts';

/** Texts of the page about synchronisation. */
export const sync: Translated<typeof source> = {
  title: '同步',
  'tab.sessions': '会话',
  'filter.state': '状态',
  'filter.running': '进行中',
  'filter.done': '已完成',
  'filter.failed': '失败',
  'filter.refused': '被拒绝',
  'column.time': '时间',
  'column.state': '状态',
  'column.device': '设备',
  'column.account': '账户',
  'column.duration': '用时',
  'column.folders': '文件夹（↑ 来自设备，↓ 发往设备）',
  'column.problems': '问题',
  'column.encoding': '形式',
  'session-of': '{client} 的会话，{time}',
  unassigned: '未分配',
  count: '{shown, plural, other {# 个会话}}，共 {total, number} 个',
  more: '显示更早的',
  'empty.title': '还没有会话',
  'empty.text':
    '手机同步时，会话会出现在这里。请在手机上把此地址填为服务器（SyncML）地址，用户名为账户地址，密码为账户的设备密码。',
  'empty.no-door': '没有面向手机的监听器在工作，因此手机无法同步。原因见设置。',
  'empty.settings': '监听器设置',
  'address.url': '手机使用的地址',
  'address.public': '任何地方可用',
  'address.secure': '本网络内，加密',
  'address.plain': '本网络内',
  'none-match.title': '没有匹配的会话',
  'none-match.text': '最新的会话中没有符合筛选条件的。',
};
