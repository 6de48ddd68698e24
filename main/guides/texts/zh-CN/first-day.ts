import type { GuideArea } from '../types.ts';

export const firstDay: GuideArea<'first-day'> = {
  title: '管理员的第一天',
  summary: '从全新安装到一部有变更就会被唤醒的手机。需要半小时。',
  intro: 'Pushdesk 发现邮箱、通讯录和日历中的变更，用短信唤醒手机，并作为手机随后同步的服务器。',
  needs:
    '手机从外部访问本机所用的地址，带端口。\n一条发送短信的途径：服务商、带 SIM 卡的调制解调器、运营商的连接，或另一台 Pushdesk。没有的话，由模拟器代替。\n一部用来开始的手机、它的号码和机主的电子邮件地址。使用模拟器时由虚拟手机代替。',
  'address.title': '设置供手机使用的地址',
  'address.body':
    '选择[[nav.settings]]和[[settings.section.devices]]。\n在[[settings.devices.host]]中输入监听所用的本机地址；127.0.0.1 只能从本机访问。\n手机通过互联网访问时，打开[[settings.devices.tls]]。\n在[[settings.devices.public-url]]中输入手机访问所用的地址，带端口。\n点击[[common.save]]。上方显示应在手机中输入的内容。',
  'gateway.title': '添加短信出口',
  'gateway.body': '选择[[nav.sms]]，点击[[sms.add]]。\n其余内容见指南“短信网关”。',
  'account.title': '添加账户',
  'account.body':
    '选择[[nav.accounts]]，点击[[accounts.add]]。\n账户是一个人的数据，以电子邮件地址命名。为它设置的密码要输入到手机中。',
  'device.title': '添加设备',
  'device.body': '选择[[nav.devices]]，点击[[devices.add]]。\n选择此人和客户端类型，输入号码。',
  'set-up.title': '配置手机',
  'set-up.body':
    '打开设备，选择[[provisioningPage.tab]]选项卡。\n在这里用短信发送设置，或为机主生成链接。\n[[provisioningPage.guide]]打开此手机的指南：其中列出机主要按的每一个键。',
  'changes.title': '把变更告知 Pushdesk',
  'changes.body':
    '选择[[nav.push]]和[[push.tab.connect]]。\n用所示的任一方式接入邮件服务器。示例带有本安装的端口，可直接复制使用。\n手机在同步中所做的更改，无需接入也能发现。',
  'push.title': '开启推送',
  'push.body': '选择[[nav.push]]。\n打开[[push.engine.switch]]。',
  'watch.title': '观察第一条提醒',
  'watch.body':
    '在账户中做一处更改，或请人更改。\n选择[[nav.log]]。变更立即出现；{mergeSeconds} 秒内的后续变更会并入其中，随后提醒通过短信发出，接着是手机的会话。\n日志行旁边通往轨迹的文字把全部过程显示在一行中。',
  'backup.title': '做第一次备份',
  'backup.body':
    '选择[[nav.settings]]和[[settings.section.backup]]。\n点击[[settings.backup.button]]。Pushdesk 每天也会自动备份，并保留最近 14 份。请不时把它们复制到另一台计算机。',
  'trouble.1': '手机没有被唤醒：指南“手机没有被唤醒时”会沿链条逐环检查。',
  'trouble.2':
    '手机无法访问服务器：在手机的浏览器中打开其地址。应出现说明该地址用途的页面；如果没有，则通路不通。',
};
