import type { portalLog as source } from '../en/portal-log.ts';
import type { Translated } from '../types.ts';

export const portalLog: Translated<typeof source> = {
  'mail.sent': '发往 {to} 的邮件已交出',
  'mail.failed': '无法向 {to} 发送邮件：{detail}。请测试邮件设置',
  'portal.link-made': '已为 {device} 生成设置链接，有效至 {until}',
  'portal.link-by-sms': '{device} 的链接通过短信发往 {number}',
  'portal.link-by-mail': '{device} 的链接已通过邮件发往 {to}',
  'portal.link-opened': '{remote} 打开了 {device} 的链接',
  'portal.link-taken': '{remote} 已使用 {device} 的链接：它只在该浏览器中有效',
  'portal.link-closed':
    '{remote} 打开了 {device} 的一个已使用、已过期或已撤回的链接。如果是所有者本人，请生成新的链接',
  'portal.link-revoked': '{device} 的一个链接已撤回',
  'portal.link-unknown': '{remote} 打开了一个不存在的链接',
  'portal.link-guessed': '{remote} 接连打开不存在的链接，必须等待：可能有人在猜测',
  'portal.flooded': '{remote} 请求的页面多于任何所有者所需，必须等待',
  'portal.profile-fetched': '{remote} 下载了 {device} 的描述文件',
  'portal.profile-unsigned': '{device} 的描述文件未签名，因为没有证书：{detail}',
  'portal.signed-in': '{account} 从 {remote} 登录所有者页面',
  'portal.signed-out': '{account} 退出所有者页面',
  'portal.sign-in-refused': '有人从 {remote} 以 {user} 登录所有者页面，密码错误或没有这个帐户',
  'portal.sign-in-guessed':
    '从 {remote} 以 {user} 登录所有者页面多次失败：之后的尝试必须等待。可能有人在猜密码',
  'portal.mailbox-unreachable': '{account} 无法登录所有者页面，因为邮箱没有应答：{detail}',
  'portal.device-added': '{account} 在所有者页面添加了 {device}',
  'portal.device-removed': '{account} 在所有者页面移除了 {device}',
  'portal.device-paused': '{account} 在所有者页面暂停了 {device}',
  'portal.device-resumed': '{account} 在所有者页面恢复了 {device}',
  'portal.configuration-sent': '{account} 在所有者页面请求 {device} 的配置短信',
  'portal.link-asked': '{account} 在所有者页面为 {device} 生成了链接',
};
