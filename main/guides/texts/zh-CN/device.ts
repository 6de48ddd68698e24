import type { GuideArea } from '../types.ts';

export const device: GuideArea<'device'> = {
  'add.title': '打开设备',
  'add.body': '在左侧选择[[nav.devices]]。\n点击[[devices.add]]。',
  'create.title': '添加设备',
  'create.body':
    '在[[devices.create.account]]中选择此人。\n在[[devices.settings.name]]中输入手机的名称。\n在[[devices.create.client]]中选择**{clientType}**。\n在[[devices.settings.number]]中输入 SIM 卡的号码，带国家代码。\n点击[[devices.create.button]]。控制台提议立即配置手机时，先推迟。',
  'create-plain.title': '添加设备',
  'create-plain.body':
    '在[[devices.create.account]]中选择此人。\n在[[devices.settings.name]]中输入设备的名称。\n在[[devices.create.client]]中选择**{clientType}**。\n只有用短信发送链接时，才需要在[[devices.settings.number]]中输入号码。\n点击[[devices.create.button]]。控制台提议立即配置手机时，先推迟。',
  'folders.title': '勾选文件夹',
  'folders.body':
    '在列表中打开设备，选择[[devices.panel.folders]]选项卡。\n勾选手机要保存的内容。\n名称保持不变。如果改了名称，手机上的名称必须完全相同：区分大小写。',
};
