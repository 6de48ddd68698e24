import type { GuideArea } from '../types.ts';

export const check: GuideArea<'check'> = {
  'change.title': '在手机上做一处更改',
  'change.body': '在手机上添加一个联系人。\n手动同步一次。',
  'watch.title': '查看它是否到达',
  'watch.body':
    '选择设备的[[devices.panel.sessions]]选项卡。\n会话列在其中，有一个来自设备的联系人。',
  'alert.title': '唤醒手机',
  'alert.body':
    '选择设备的[[devices.client.title]]选项卡。\n点击[[devices.test.start]]。手机会自动开始同步，控制台显示它响应了自己的提醒。\n如果两分钟内没有响应，请看指南“手机没有被唤醒时”，其中逐一说明原因。',
  'ask.title': '取回一处更改',
  'ask.body':
    '服务器不会唤醒此手机。在该账户的另一台设备上做一处更改。\n在此手机上手动同步。更改随即出现。',
};
