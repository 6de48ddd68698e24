import type * as source from '../en/provisioning.ts';
import type { Translated } from '../types.ts';

export const provisioningReasons: Translated<typeof source.provisioningReasons> = {
  'no-ota-format': '此客户端没有短信配置格式。请使用其页面的链接或指南。',
  'uses-profile': '这类手机接受描述文件或页面，不接受短信。请使用链接。',
  'no-number': '没有电话号码，无法发送短信。请输入号码。',
  'no-gateway': '没有可用的短信出口。请添加或启用一个网关。',
  'no-address': '手机无法访问此服务器：它只在本机上监听。请在设置中填写公共地址或设备监听地址。',
  'no-folder': '没有勾选任何文件夹，因此没有可同步的内容。请勾选一个。',
  'no-imsi': '配置需要用 SIM 卡号码（IMSI）签名。请输入该号码，或在设置中选择其他安全方式。',
  'no-mail': 'PIN 要用邮件发送，但无法发送邮件。请在设置中配置邮件，或选择其他方式告知 PIN。',
  'too-long': '名称或地址超过手机可接受的长度。请缩短。',
};

export const provisioningFields: Translated<typeof source.provisioningFields> = {
  profile: '配置名称',
  server: '服务器',
  url: '地址',
  user: '用户名',
  contacts: '联系人',
  calendar: '日历',
  tasks: '任务',
  notes: '便笺',
  inbox: '电子邮件',
  briefcase: '文件',
  incoming: '收件服务器',
  outgoing: '发件服务器',
  from: '发件人',
  'access-point': '接入点',
  apn: '接入点名称（APN）',
};

export const provisioningFormats: Translated<typeof source.provisioningFormats> = {
  'oma-cp': 'OMA 客户端配置',
  'sync-settings': 'SyncSettings',
  synthesis: 'Synthesis 命令',
};

export const configurationStates: Translated<typeof source.configurationStates> = {
  queued: '排队中',
  sent: '已发送',
  delivered: '已送达',
  configured: '已配置',
  failed: '失败',
  uncertain: '不确定',
};

export const provisioning: Translated<typeof source.provisioning> = {
  pinMail: {
    subject: '{device} 的配置 PIN',
    text: '{device} 的设置正在通过短信发送。手机会要求输入此 PIN：{pin}。有效期至 {until}。短信中不含账户密码：请在手机上输入。',
  },
};
