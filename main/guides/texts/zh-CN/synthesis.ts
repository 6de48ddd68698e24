import type { GuideArea } from '../types.ts';

export const synthesis: GuideArea<'synthesis'> = {
  title: '配置 Synthesis 客户端',
  summary: '该客户端使手机和服务器上的联系人、日历、任务和便笺保持一致。需要十分钟。',
  needs: '手机上已安装 Synthesis SyncML 客户端。\n手机已开机，可以上网。\n机主知道账户的设备密码。',
  'message.title': '接受设置',
  'message.body':
    '设置以一条文字短信的形式到达，以 **cmd=** 开头。不要删除它。\n能从短信读取设置的客户端会询问是否接受：回答[[phone:是]]。\n如果没有询问，请在下一步输入表中的值。',
  'settings.title': '核对设置',
  'settings.body':
    '打开客户端及其设置。\n地址必须是 {url}，用户名必须是 {user}。不一致的请改正。\n输入密码。',
  'names.title': '核对文件夹名称',
  'names.body':
    '依次打开每个文件夹的页面：联系人、日程、任务、便笺。\n服务器上的名称必须与表中完全一致。',
  'sync.title': '手动同步一次',
  'sync.body': '在客户端中开始同步。\n等待客户端提示结束。从此刻起，服务器才认识这部手机。',
  'trouble.1': '客户端显示 401：用户名或密码错误。两者都重新输入；区分大小写。',
  'trouble.2': '客户端显示 404：某个文件夹的名称与表中不一致。',
  'trouble.3': '客户端找不到服务器：地址必须完整输入，包括 https 或 http、端口和路径。',
};
