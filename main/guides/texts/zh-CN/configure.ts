import type { GuideArea } from '../types.ts';

export const configure: GuideArea<'configure'> = {
  'sms.title': '打开配置短信',
  'sms.body':
    '选择设备的[[provisioningPage.tab]]选项卡。\n点击[[provisioningPage.send]]。按钮无法点击时，旁边写有原因。',
  'sms-send.title': '核对并发送',
  'sms-send.body':
    '对话框显示手机将显示的内容、短信分几个部分发出以及费用。\n点击一次[[provisioningPage.dialog.send]]。下方逐步显示配置到了哪里。',
  'pin-told.title': '把 PIN 告诉机主',
  'pin-told.body':
    '点击[[provisioningPage.pin.show]]。如果 PIN 需要通过电话读出，同一个按钮会先确认机主正在通话。\n读出这 {pinDigits} 位数字。短信中没有 PIN，24 小时内可以显示。',
  'pin-mail': '手机会要求输入 {pinDigits} 位的 PIN。它会自动发送到 {user} 的邮箱，控制台中不显示。',
  'servers.title': '设置这类手机要使用的服务器',
  'servers.body':
    '对所有手机只需一次：选择[[nav.settings]]和[[settings.section.provisioning]]。\n打开[[settings.provisioning.incoming]]和[[settings.provisioning.outgoing]]，输入邮件服务器。\n在[[settings.provisioning.caldav]]和[[settings.provisioning.carddav]]中输入日历和联系人服务器的地址。留空的项目不会配置。\n点击[[common.save]]。',
  'link.title': '打开链接',
  'link.body':
    '选择[[nav.devices]]，打开设备，选择[[provisioningPage.tab]]选项卡。\n点击[[provisioningPage.link]]。',
  'link-send.title': '把链接交给机主',
  'link-send.body':
    '在[[provisioningPage.link.how]]中选择方式：短信、邮件，或在此屏幕上显示，供复制或扫描。\n点击下方的按钮。链接是个人专用的，{linkHours} 小时内有效。其地址只在此刻显示。',
  'link-once': '链接只在首个打开它的浏览器中有效。如果在错误的设备上打开了，请生成新的链接。',
  'values.title': '交付各项值',
  'values.body':
    '此客户端不接受短信配置。选择设备的[[provisioningPage.tab]]选项卡。\n点击[[provisioningPage.print]]，把打印好的指南交给机主。\n或者点击[[provisioningPage.link]]：链接指向一个页面，上面的每个值都可以复制。',
  'no-secret': '短信、链接和指南中都没有密码。密码由机主在手机上输入。',
};
