import type { GuideArea } from '../types.ts';

export const other: GuideArea<'other'> = {
  title: '配置其他 SyncML 客户端',
  summary: '任何支持 SyncML 1.0 至 1.2 的客户端都可以使用本页的值。需要十分钟。',
  needs: '客户端支持 SyncML（OMA DS）。\n手机已开机，可以上网。\n机主知道账户的设备密码。',
  'profile.title': '新建配置',
  'profile.body':
    '在手机或客户端的设置中查找[[phone:同步]]或[[phone:SyncML]]。\n添加一个配置，命名为 {profile}。',
  'settings.title': '输入各项值',
  'settings.body':
    '服务器地址输入 {url}。如果客户端要求分开填写，则为 {host}、{port} 和 {path}。\n用户名输入 {user}，下方输入密码。\n如果客户端要求服务器标识，请逐字输入 {serverId}。',
  'names.title': '输入文件夹名称',
  'names.body': '客户端称之为数据库、远程数据库或源。\n逐字输入表中的名称。',
  'sync.title': '手动同步一次',
  'sync.body': '开始同步。\n等待客户端提示结束。从此刻起，服务器才认识这部手机。',
  'trouble.1': '客户端显示 401：用户名或密码错误。两者都重新输入；区分大小写。',
  'trouble.2': '客户端显示 404：地址或某个文件夹的名称错误。',
  'trouble.3':
    '没有变更能唤醒客户端：并非每个客户端都能理解提醒。由管理员在设备的设置中关闭对它的推送。',
};
