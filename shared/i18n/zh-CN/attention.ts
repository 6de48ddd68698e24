import type { attention as attentionSource } from '../en/attention.ts';
import type { Translated } from '../types.ts';

export const attention: Translated<typeof attentionSource> = {
  'engine-off': '推送已关闭：变更会记录，提醒会等待。',
  'no-gateway': '短信没有出口：提醒正在等待。',
  'gateway-failing': '网关“{name}”无法工作：{detail}',
  'device-failing':
    '{count, plural, =1 {无法提醒 {name}。} other {连续 # 次无法提醒 {name}。}}{reason}',
  'listener-failed': '{name}无法监听：{detail}',
  'mailbox-failed': '无法监视 {name} 的邮箱：{detail}',
  'queue-stuck': '{count, plural, other {# 条短信等待时间过长。}}',
  'webhook-open': 'Webhook 接受任何人的变更：它没有令牌。',
  'backup-failed': '上次备份失败：{detail}',
  'certificate-expiring':
    '设备监听的证书{days, plural, =0 {无效} other {将在 # 天后到期}}。{detail}',
  openPush: '打开推送',
  openSms: '打开短信',
  openGateway: '打开网关',
  openDevices: '打开设备列表',
  openDevice: '打开设备',
  openAccounts: '打开账户列表',
  openAccount: '打开账户',
  openSync: '打开同步',
  openSettings: '打开设置',
  openLog: '打开日志',
  'device-pending': '{count, plural, other {# 个客户端等待分配设备。}}',
  'number-mismatch': '{name} 与 {other} 弄混了：一台响应另一台的提醒。',
  'deletions-held': '{name} 要求一次删除 {count, plural, other {# 个项目}}：请决定是否属实。',
  'sync-failing': '{name} 的上次会话失败。',
  'secrets-lost': '{count, plural, other {# 个密码}}是在另一台计算机上加密的：请重新输入。',
  'budget-near': '{name} 已使用短信预算的 {percent} %（{used} / {limit} 条）。',
  'budget-used': '{name} 的短信预算已用完：{limit} 条。短信将等到 {until}。',
  'messages-uncertain': '{count, plural, other {有 # 条短信状态不确定}}：不知道网关是否已收到。',
  'queue-paused':
    '短信队列已暂停。{count, plural, =0 {没有等待的短信。} other {有 # 条短信在等待。}}',
};
