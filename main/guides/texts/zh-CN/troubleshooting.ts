import type { GuideArea } from '../types.ts';

export const troubleshooting: GuideArea<'troubleshooting'> = {
  title: '手机没有被唤醒时',
  summary: '从变更到手机响应的链条，逐环检查，直到不成立的那一环。',
  intro:
    '每一环都依赖前一环。控制台会自动沿链条检查，停在第一个不成立的环节；第一步之后的各步用手动方式做同样的检查。',
  'check.title': '让控制台检查',
  'check.body':
    '打开设备，选择[[troubleshooter.tab]]选项卡。\n阅读第一个不成立的环节：其中说明发现了什么、该做什么，并带有相应的按钮。\n照做之后点击[[troubleshooter.again]]。',
  'may.title': '账户可以同步吗？',
  'may.body':
    '选择[[nav.settings]]和[[settings.section.sync]]。[[settings.sync.active]]必须打开。\n账户需要设备密码；账户的“数据”选项卡显示是否已设置。',
  'manual.title': '手动同步过吗？',
  'manual.body':
    '选择设备的[[devices.panel.sessions]]选项卡。没有一次成功的会话，服务器就不认识这部手机。\n在手机上手动同步，查看会话的说明。',
  'gateway.title': '网关能发送吗？',
  'gateway.body':
    '选择[[nav.sms]]，打开网关。\n在[[sms.panel.test]]选项卡中输入手机号码，点击[[sms.test.button]]。',
  'push.title': '推送开启了吗？',
  'push.body':
    '选择[[nav.push]]。[[push.engine.switch]]必须打开。\n设备不能处于暂停或免打扰时段：其面板上方会显示。',
  'change.title': '发现变更了吗？',
  'change.body':
    '选择[[nav.push]]和[[push.tab.changes]]。\n如果列表中没有该变更，说明没有人上报：请查看[[push.tab.connect]]。手机不会因自己的更改而被唤醒。',
  'names.title': '名称一致吗？',
  'names.body':
    '选择设备的[[devices.panel.folders]]选项卡。文件夹必须已勾选。\n其名称必须与手机上完全一致：**Contacts** 和 **contacts** 是两个不同的文件夹。',
  'delivered.title': '提醒送达了吗？',
  'delivered.body':
    '选择设备的[[devices.panel.alerts]]选项卡。\n每条提醒都显示到了哪一步；其轨迹显示停在何处。',
  'answered.title': '手机认识服务器吗？',
  'answered.body':
    '手机会丢弃不认识的服务器发来的提醒。选择[[nav.push]]和[[push.tab.settings]]。\n将[[push.settings.server-id]]（此处为 **{serverId}**）与手机上的配置核对：区分大小写。最稳妥的方法是重新发送设置。',
  'requests.title': '查看手机',
  'requests.body':
    '手机已开机，可以上网，密码已保存在配置中。\n在配置的连接设置中，[[phone:允许同步请求]]和[[phone:接受所有同步请求]]都设为[[phone:是]]。其他客户端有类似的设置。',
  log: '日志用一句话说明每一步。按设备筛选，提问时附上其中的日志行。',
};
