import type { phoneLog as source } from '../en/phone-log.ts';
import type { Translated } from '../types.ts';

/** Sentences of the log about settings on virtual phones. */
export const phoneLog: Translated<typeof source> = {
  'phone.ignored-empty': '{device}（虚拟）没有设置，忽略了一条提醒',
  'phone.ignored-server':
    '{device}（虚拟）忽略了“{server}”的提醒：它的设置指定了另一台服务器。区分大小写',
  'phone.doubled-parts': '{device}（虚拟）丢弃了一条短信中重复收到的 {count} 段',
  'phone.settings-arrived': '{device}（虚拟）收到了设置',
  'phone.settings-of-other-sim':
    '{device}（虚拟）丢弃了设置：签名对应的是另一张 SIM 卡。请更正设备的 IMSI',
  'phone.settings-opened': '{device}（虚拟）用 PIN 打开了设置',
  'phone.wrong-pin': '{device}（虚拟）收到错误的 PIN：还可再试 {left} 次',
  'phone.settings-thrown-away': '{device}（虚拟）在三次错误的 PIN 之后丢弃了设置。请重新发送',
  'phone.settings-put-away': '{device}（虚拟）：机主放弃了设置',
  'phone.settings-unusable':
    '{device}（虚拟）无法使用设置：{problem, select, nothing {其中没有同步内容} server {没有指明服务器} user {没有用户名} folder {没有手机可以存放的文件夹} address {地址无效} port {地址没有端口，手机会使用 80} length {某个名称超过手机允许的长度} other {{problem}}}',
  'phone.settings-saved': '{device}（虚拟）保存了设置“{name}”',
  'phone.emptied': '{device}（虚拟）已清空，恢复出厂状态',
  'phone.set-up': '{device}（虚拟）已按设备的设置手动配置',
};
