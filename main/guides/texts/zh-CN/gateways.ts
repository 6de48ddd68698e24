import type { GuideArea } from '../types.ts';

export const gateways: GuideArea<'gateways'> = {
  title: '短信网关',
  summary: '短信如何发出：通过服务商、调制解调器、运营商、另一台 Pushdesk，或模拟器。需要十分钟。',
  intro: '提醒是一条二进制短信。Pushdesk 把它交给网关，由网关发送。多个网关可以互相替补。',
  'add.title': '选择网关的种类',
  'add.body':
    '在左侧选择[[nav.sms]]，点击[[sms.add]]。\n[[sms.kind.http]]适合大多数办公室：无需接入设备，发送量也不受限。\n[[sms.kind.modem]]适合每天几百条短信，使用办公室自己的 SIM 卡。\n[[sms.kind.smpp]]适合大量短信，前提是运营商或服务商提供这种连接。\n[[sms.kind.peer]]适合另一处办公室已有发送途径的情况。\n只想试用时选择[[sms.kind.simulator]]。',
  'http.title': '填写服务商的调用方式',
  'http.body':
    '在[[sms.form.preset]]中选择服务商，或空白模板。\n核对[[sms.form.url]]中的地址。百分号之间的词会按每条消息填入；下方用一个例子显示实际的调用。\n按服务商提供的内容填写[[sms.form.user]]、[[sms.form.password]]和[[sms.form.sender]]。\n点击[[sms.form.create]]。',
  binary: '服务商必须原样发送带用户数据头（UDH）的二进制短信。只支持文字的服务无法传送提醒。',
  'modem.title': '或者接入调制解调器',
  'modem.body':
    '准备一张适合发短信的资费的 SIM 卡；不需要无限流量。先在手机中关闭它的 PIN，或把 PIN 备在手边。\n接入调制解调器。Linux 几乎都能识别；Windows 和 macOS 可能需要厂商的驱动程序。不能有其他程序在使用它。\n选择[[sms.kind.modem]]，并在[[gatewaysPage.modem.port]]中选择端口。\nSIM 卡要求 PIN 时，在[[gatewaysPage.modem.pin]]中输入。错误的 PIN 不会再次尝试。',
  'smpp.title': '或者连接运营商',
  'smpp.body':
    '向对方索取地址和端口、用户名和密码，以及每秒允许的短信数；并确认二进制短信是否原样发出。\n选择[[sms.kind.smpp]]，填入得到的信息。',
  'peer.title': '或者通过另一台 Pushdesk 发送',
  'peer.body':
    '向它的管理员索取地址，以及其短信 API 的一个用户。所发短信由对方办公室付费。\n选择[[sms.kind.peer]]，填入这些信息。',
  'simulator.title': '或者使用模拟器',
  'simulator.body':
    '模拟器把短信送到 Pushdesk 内部的虚拟手机：它们接收配置短信，在收到提醒时被唤醒，并真正进行同步。不会有任何数据离开本机，也不产生费用。\n改为选择[[sms.kind.simulator]]。真实的手机不会通过它收到任何内容。',
  'order.title': '排列多个网关的顺序',
  'order.body':
    '每个网关都有优先级；数字最小的最先使用。失败的网关稍后会自动重试，期间由下一个网关接手其消息。\n某个国家或账户需要另一种顺序时，选择[[sms.tab.routes]]。',
  'test.title': '测试网关',
  'test.body':
    '打开网关，选择[[sms.panel.test]]选项卡。\n在[[sms.test.number]]中输入号码。留空时只检查到服务商的通路。\n点击[[sms.test.button]]。下方显示请求的内容和对方的回答。',
  'trouble.1': '网关拒绝消息：服务商的回答显示在网关列表和日志中。',
  'trouble.2': '消息被接受，但没有手机被唤醒：请向服务商确认带用户数据头的二进制短信是否原样发出。',
  'trouble.3': '消息在等待：[[sms.tab.messages]]中列出每条消息、各次尝试和下一次的时间。',
};
