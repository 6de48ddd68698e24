import type {
  alertStates as alertStatesSource,
  changeSources as changeSourcesSource,
  channels as channelsSource,
  clientTypes as clientTypesSource,
  dataTypes as dataTypesSource,
  listeners as listenersSource,
  logAreas as logAreasSource,
  logLevels as logLevelsSource,
  messageStates as messageStatesSource,
  outcomes as outcomesSource,
  states as statesSource,
  syncTypes as syncTypesSource,
} from '../en/words.ts';
import type { Translated } from '../types.ts';

export const states: Translated<typeof statesSource> = {
  working: '正常',
  waiting: '等待中',
  attention: '需要处理',
  failed: '故障',
  off: '关闭',
  paused: '已暂停',
};

export const dataTypes: Translated<typeof dataTypesSource> = {
  contacts: '联系人',
  calendar: '日历',
  tasks: '任务',
  notes: '便笺',
  inbox: '邮件',
  briefcase: '文件',
};

export const syncTypes: Translated<typeof syncTypesSource> = {
  'two-way': '双向',
  'one-way-from-client': '来自设备',
  'refresh-from-client': '以设备数据替换',
  'one-way-from-server': '来自服务器',
  'refresh-from-server': '以服务器数据替换',
};

export const alertStates: Translated<typeof alertStatesSource> = {
  planned: '已计划',
  queued: '排队中',
  sent: '已发送',
  delivered: '已送达',
  answered: '已响应',
  expired: '已过期',
  failed: '失败',
  suppressed: '未发送',
};

export const messageStates: Translated<typeof messageStatesSource> = {
  queued: '排队中',
  sending: '发送中',
  sent: '已发送',
  delivered: '已送达',
  failed: '失败',
  expired: '已过期',
  uncertain: '不确定',
  paused: '已暂停',
  dropped: '已移除',
};

export const outcomes: Translated<typeof outcomesSource> = {
  'under-way': '进行中',
  accepted: '已接受',
  refused: '被拒绝',
  unreachable: '无法连接',
  uncertain: '不确定',
};

export const channels: Translated<typeof channelsSource> = {
  sms: '短信',
  'server-tcp': 'TCP，由服务器打开',
  'client-tcp': 'TCP，由设备打开',
  polling: '轮询',
  activesync: 'ActiveSync',
};

export const changeSources: Translated<typeof changeSourcesSource> = {
  api: 'API',
  udp: 'UDP',
  webhook: 'Webhook',
  dovecot: 'Dovecot',
  imap: 'IMAP',
  session: '会话',
  console: '控制台',
};

export const clientTypes: Translated<typeof clientTypesSource> = {
  nokia: '诺基亚',
  'nokia-old': '诺基亚（2004 年及以前）',
  'sony-ericsson': '索尼爱立信',
  'sony-ericsson-old': '索尼爱立信（2004 年及以前）',
  synthesis: 'Synthesis',
  funambol: 'Funambol',
  memotoo: 'Memotoo',
  ios: 'iPhone、iPad',
  android: 'Android',
  other: '其他 SyncML 客户端',
};

export const logLevels: Translated<typeof logLevelsSource> = {
  debug: '调试',
  info: '信息',
  warn: '警告',
  error: '错误',
};

export const logAreas: Translated<typeof logAreasSource> = {
  changes: '变更',
  push: '推送',
  sms: '短信',
  sync: '同步',
  provisioning: '手机配置',
  phones: '手机',
  api: 'API',
  system: '系统',
};

export const listeners: Translated<typeof listenersSource> = {
  'changes-udp': '变更监听（UDP）',
  'devices-http': '手机与 Webhook 监听（HTTP）',
  'devices-https': '手机监听（HTTPS）',
  'console-http': '控制台（HTTP）',
};
