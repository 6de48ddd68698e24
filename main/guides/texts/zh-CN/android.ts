import type { GuideArea } from '../types.ts';

export const android: GuideArea<'android'> = {
  title: '配置 Android 手机',
  summary: '邮件、日历和联系人通过机主选择的应用同步到手机。需要十分钟。',
  needs:
    '手机可以上网。\n机主知道邮箱 {user} 的密码。\n已安装邮件应用；日历和联系人需要一个支持 CalDAV 和 CardDAV 的应用（例如 DAVx⁵）。',
  'account.title': '添加邮件账户',
  'account.body':
    '打开邮件应用并添加账户；在许多手机上也可以通过[[phone:设置]] → [[phone:账户]] → [[phone:添加账户]]进行。\n选择[[phone:其他]]或[[phone:IMAP]]。',
  'fields.title': '填写邮件账户的字段',
  'fields.body':
    '地址和用户名都输入 {user}。\n输入邮箱的密码。\n按页面所示，先粘贴收件服务器的地址、端口和加密方式，再粘贴发件服务器的。',
  'dav.title': '添加日历和联系人',
  'dav.body':
    '打开支持 CalDAV 和 CardDAV 的应用，用地址和用户名添加账户。\n粘贴页面上的日历地址。用户名是 {user}，密码是邮箱的密码。\n如果联系人有另一个地址，用它添加第二个账户。',
  'choose.title': '选择要同步的内容',
  'choose.body': '在应用中勾选日历和通讯录。\n允许应用使用手机的联系人和日历，并在后台运行。',
  'look.title': '查看各个应用',
  'look.body': '打开日历、联系人和邮件。服务器上的内容会在几分钟内出现。',
  'no-push': '这类手机不由短信唤醒：它们的应用按各自的设置自行查询。',
  'trouble.1':
    '应用不信任服务器：将其指纹与管理员处的指纹核对，然后接受。有些应用要求先安装颁发机构的证书。',
  'trouble.2': '链接不再有效：它已在另一个浏览器中打开，或已过期。请向管理员要一个新的。',
  'trouble.3': '没有新内容出现：手机为了省电限制了该应用。请把它从省电限制中排除。',
};
