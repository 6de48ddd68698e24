import type { GuideArea } from '../types.ts';

export const ios: GuideArea<'ios'> = {
  title: '配置 iPhone 或 iPad',
  summary: '一个描述文件为设备配置邮件、日历和联系人。需要五分钟。',
  needs: '设备可以上网。\n机主知道邮箱 {user} 的密码。\n机主知道设备的锁屏密码。',
  'certificate.title': '信任服务器',
  'certificate.body':
    '在 Safari 中打开 {certificateUrl}，允许下载。\n打开[[phone:设置]]，轻点[[phone:已下载描述文件]]。将[[phone:更多详细信息]]中的指纹与管理员处的指纹核对。\n轻点[[phone:安装]]。\n打开[[phone:设置]] → [[phone:通用]] → [[phone:关于本机]] → [[phone:证书信任设置]]，打开该证书。',
  'link.title': '下载描述文件',
  'link.body':
    '在 Safari 中打开短信或邮件里的链接。或者用相机扫描管理员屏幕上的二维码。\n页面说明描述文件包含的内容。点击下载按钮。\n设备询问是否允许网站下载描述文件时，轻点[[phone:允许]]。',
  'downloaded.title': '打开描述文件',
  'downloaded.body':
    '打开[[phone:设置]]。\n轻点靠近顶部的[[phone:已下载描述文件]]。八分钟内没有安装的描述文件会被丢弃；请重新下载。',
  'install.title': '安装描述文件',
  'install.body':
    '查看来源：必须是 {organisation}。\n轻点右上角的[[phone:安装]]，输入设备的锁屏密码。\n再次轻点[[phone:安装]]。',
  'password.title': '输入密码',
  'password.body':
    '设备要求输入 {user} 的密码，每类数据一次。输入邮箱的密码。\n轻点[[phone:下一步]]，最后轻点[[phone:完成]]。',
  'look.title': '查看各个应用',
  'look.body': '打开日历、联系人和邮件。服务器上的内容会在几分钟内出现。',
  'no-push': '这类设备不由短信唤醒：它们按账户的设置自行查询。',
  'trouble.1': '描述文件显示为未验证：服务器使用自制证书。描述文件仍然有效，只需信任其来源。',
  'trouble.2': '链接不再有效：它已在另一个浏览器中打开，或已过期。请向管理员要一个新的。',
  'trouble.3':
    '要移除描述文件：打开[[phone:设置]] → [[phone:通用]] → [[phone:VPN 与设备管理]]，选择它，轻点[[phone:移除描述文件]]。它带来的内容会一并移除。',
};
