import type { GuideArea } from '../types.ts';

export const sonyEricsson: GuideArea<'sony-ericsson'> = {
  title: '配置索尼爱立信手机',
  summary: '手机和服务器上的联系人、日历、任务和便笺保持一致。需要十分钟。',
  needs: '手机已开机，可以上网。\n管理员知道手机号码。\n机主知道账户的设备密码。',
  'password.title': '输入密码',
  'password.body':
    '打开[[phone:菜单]] → [[phone:管理器]] → [[phone:同步]]。带手写笔的手机是[[phone:工具]] → [[phone:远程同步]]。\n选择 {profile}，再选择[[phone:更多]] → [[phone:编辑]]。\n用户名 {user} 已经填好。输入密码。',
  'sync.title': '手动同步一次',
  'sync.body': '选择 {profile}，按[[phone:开始]]。\n等待手机提示完成。',
  'interval.title': '让手机自行查询',
  'interval.body':
    '在 {profile} 的设置中查找[[phone:同步间隔]]。\n选择手机查询的频率。没有此设置的手机由机主手动同步。',
  'no-push': '对此手机的推送保持关闭：它不响应提醒。它由机主手动同步，或按自己的时间同步。',
  'trouble.1': '没有收到消息，或手机不认识它：在控制台中查看它是否已送达，然后重新发送。',
  'trouble.2': '密码被拒绝：重新输入。密码区分大小写。',
  'trouble.3': '有一个文件夹一直是空的：它在手机上的名称必须与表中一致，包括点和斜杠。',
};
