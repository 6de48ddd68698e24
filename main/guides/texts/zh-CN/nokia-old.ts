import type { GuideArea } from '../types.ts';

export const nokiaOld: GuideArea<'nokia-old'> = {
  title: '配置较旧的诺基亚手机',
  summary: '手机和服务器上的联系人和日历保持一致。适用于 2004 年及以前的手机。需要十分钟。',
  needs: '手机已开机，可以上网（GPRS）。\n管理员知道手机号码。\n机主知道账户的设备密码。',
  'message.title': '打开消息',
  'message.body':
    '手机提示收到配置设置。\n按[[phone:显示]]。\n按[[phone:保存]]。较旧的手机不要求输入 PIN。',
  'password.title': '输入密码',
  'password.body':
    '查找[[phone:同步]]：视型号而定，它在[[phone:功能表]] → [[phone:连接]]、[[phone:设置]]或[[phone:服务]]中。\n打开其设置，选择 {profile}。\n用户名是 {user}。输入密码。',
  'requests.title': '允许服务器发起同步',
  'requests.body':
    '在同一设置中查找[[phone:允许同步请求]]，设为[[phone:是]]。\n没有此设置的手机会在每次提醒时询问：回答[[phone:是]]。',
  'sync.title': '手动同步一次',
  'sync.body':
    '在同一菜单中选择[[phone:同步]]。\n等待手机提示完成。从此刻起，服务器才认识这部手机。',
  'trouble.1': '手机显示无法辨认的字符：它不认识这类消息。请手动输入表中的值。',
  'trouble.2':
    '无法建立连接：较旧的手机不支持如今的加密方式。请向管理员要一个以 http 开头的地址。这样，同步的内容可能在途中被他人读取。',
  'trouble.3': '密码被拒绝：重新输入。密码区分大小写。',
};
