import type {
  certificateModes as certificateModesSource,
  conflictPolicies as conflictPoliciesSource,
  sessionReasons as sessionReasonsSource,
  sessionStates as sessionStatesSource,
  syncModes as syncModesSource,
  versionReasons as versionReasonsSource,
} from '../en/sync-words.ts';
import type { Translated } from '../types.ts';

export const sessionStates: Translated<typeof sessionStatesSource> = {
  running: '进行中',
  done: '已完成',
  failed: '失败',
  broken: '中断',
  suspended: '已挂起',
  refused: '被拒绝',
};

export const sessionReasons: Translated<typeof sessionReasonsSource> = {
  'wrong-password': '密码错误。',
  'no-password': '该账户没有供设备使用的密码；请在账户页面设置。',
  'unknown-account': '没有这个名称的账户。',
  'device-blocked': '该客户端已被阻止。',
  'not-paired': '此客户端尚未分配给任何设备。',
  'sync-off': '同步已关闭。',
  'client-gone': '客户端没有再回来。下次会话将从这里继续。',
  replaced: '客户端在此会话结束前开始了新的会话。',
  'aborted-by-client': '客户端自行结束了会话。',
  'folder-unknown': '客户端请求了不存在的文件夹。',
  'folder-refused': '该账户不能使用客户端请求的文件夹。',
  'items-failed': '有些项目未能接收；见下文。',
  'storage-full': '磁盘已满：没有接收任何内容。',
  'server-fault': '服务器故障；详见日志。',
  'server-stopped': '服务器在此期间被停止。下次会话将从这里继续。',
  'bad-message': '客户端发送的不是 SyncML 消息。',
};

export const syncModes: Translated<typeof syncModesSource> = {
  'two-way': '双向更改',
  slow: '全部比较',
  'one-way-from-client': '来自设备的更改',
  'refresh-from-client': '以设备数据替换',
  'one-way-from-server': '来自服务器的更改',
  'refresh-from-server': '以服务器数据替换',
};

export const versionReasons: Translated<typeof versionReasonsSource> = {
  created: '已创建',
  changed: '已更改',
  merged: '两边合并',
  conflict: '冲突中落选',
  deleted: '已删除',
  restored: '已恢复',
};

export const conflictPolicies: Translated<typeof conflictPoliciesSource> = {
  newer: '较新的优先',
  server: '服务器优先',
  client: '设备优先',
  both: '两者都保留',
};

export const certificateModes: Translated<typeof certificateModesSource> = {
  'self-made': '由 Pushdesk 生成',
  file: '来自文件',
  acme: '通过 ACME（Let’s Encrypt 等）',
};
