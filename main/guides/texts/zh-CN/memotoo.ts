import type { GuideArea } from '../types.ts';

export const memotoo: GuideArea<'memotoo'> = {
  title: '配置 Memotoo 客户端',
  summary: '该客户端使手机和服务器上的联系人、日历、任务和便笺保持一致。需要十五分钟。',
  needs: '手机上已安装 Memotoo 客户端。\n手机已开机，可以上网。\n机主知道账户的设备密码。',
  'account.title': '跳过注册',
  'account.body':
    '打开客户端。它会建议注册开发商的账户：不要注册。\n选择[[phone:Already have an account? – LOGIN]]。',
  'settings.title': '输入各项值',
  'settings.body':
    '服务器地址输入 {url}；那里已有另一个地址，请替换它。\n用户名输入 {user}，下方输入密码。\n按[[phone:LOGIN]]。',
  'import.title': '导入手机上已有的内容',
  'import.body':
    '客户端在手机上有自己的通讯录和日历，有些手机把它们显示为 FUNV10。首次登录后，它会提议导入手机原有的内容。\n让它导入。用[[phone:Cancel import]]跳过的内容不会到达服务器。',
  'names.title': '输入文件夹名称',
  'names.body':
    '打开[[phone:Settings]] → [[phone:Advanced]]。\n在[[phone:Remote names]]中逐字输入表中的名称。\n打开[[phone:Settings]] → [[phone:Sync]]，打开要同步的项目。',
  'sync.title': '手动同步一次',
  'sync.body': '按[[phone:Sync all]]。\n等待每一行都提示完成。从此刻起，服务器才认识这部手机。',
  'trouble.1': '登录被拒绝：客户端中仍是开发商的地址。请完整输入表中的地址，包括端口和路径。',
  'trouble.2': '有一行失败：该文件夹的名称与表中不一致。',
  'trouble.3': '服务器上缺少手机中的联系人：导入被跳过了。请在客户端的设置中启动导入。',
};
