import type { GuideArea } from '../types.ts';

export const sonyEricssonOld: GuideArea<'sony-ericsson-old'> = {
  title: '配置较旧的索尼爱立信手机',
  summary:
    '手机和服务器上的联系人、日历、任务和便笺保持一致。适用于 2004 年及以前的手机。需要十五分钟。',
  needs: '手机已开机，可以上网（GPRS）。\n管理员知道手机号码。\n机主知道账户的设备密码。',
  'message.title': '接受设置',
  'message.body':
    '手机提示收到设置。\n选择[[phone:安装]]或[[phone:是]]。较旧的手机不要求输入 PIN。',
  'password.title': '输入密码',
  'password.body':
    '打开[[phone:菜单]] → [[phone:管理器]] → [[phone:同步]] → [[phone:设置]]。有些型号在[[phone:连接]]中。\n选择 {profile}。\n用户名是 {user}。输入密码。',
  'sync.title': '手动同步一次',
  'sync.body': '在同一菜单中选择[[phone:同步]]。\n等待手机提示完成。',
  'trouble.1': '没有收到消息：手动输入表中的值。',
  'trouble.2':
    '无法建立连接：较旧的手机不支持如今的加密方式。请向管理员要一个以 http 开头的地址。这样，同步的内容可能在途中被他人读取。',
  'trouble.3': '密码被拒绝：重新输入。密码区分大小写。',
};
