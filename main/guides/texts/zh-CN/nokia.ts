import type { GuideArea } from '../types.ts';

export const nokia: GuideArea<'nokia'> = {
  title: '配置诺基亚手机',
  summary: '手机和服务器上的联系人、日历和便笺保持一致，有变更时手机会被唤醒。需要十分钟。',
  needs: '手机已开机，可以上网。\n管理员知道手机号码。\n机主知道账户的设备密码，或就在管理员身边。',
  'password.title': '输入密码',
  'password.body':
    '打开[[phone:功能表]] → [[phone:工具]] → [[phone:同步]]。\n选择 {profile}，再选择[[phone:选项]] → [[phone:编辑同步情景]] → [[phone:连接设置]]。\n用户名 {user} 已经填好。输入密码。',
  'requests.title': '允许服务器发起同步',
  'requests.body':
    '留在[[phone:连接设置]]中。\n将[[phone:允许同步请求]]设为[[phone:是]]。\n将[[phone:接受所有同步请求]]设为[[phone:是]]。',
  'sync.title': '手动同步一次',
  'sync.body':
    '返回情景列表，选择 {profile}。\n按[[phone:选项]] → [[phone:同步]]。\n等待手机提示完成。从此刻起，服务器才认识这部手机。',
  'trouble.1': '没有收到消息，或手机不认识它：在控制台中查看它是否已送达，然后重新发送。',
  'trouble.2': '手机提示密码错误：重新输入。密码区分大小写，有些手机会自动以大写字母开头。',
  'trouble.3': '每次变更手机都会询问：两项请求设置都必须为[[phone:是]]。',
  'trouble.4': '手动同步正常，但没有变更能唤醒手机：指南“手机没有被唤醒时”逐一说明原因。',
  model:
    '不同型号的用词略有差别。Series 40 手机请在[[phone:功能表]] → [[phone:设置]] → [[phone:连接]]或[[phone:同步和备份]]中查找。',
};
