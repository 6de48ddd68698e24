import type { GuideArea } from '../types.ts';

export const funambol: GuideArea<'funambol'> = {
  title: '配置 Funambol 客户端',
  summary: '该客户端使手机和服务器上的联系人、日历、任务和便笺保持一致。需要十五分钟。',
  needs: '手机上已安装 Funambol 客户端。\n手机已开机，可以上网。\n机主知道账户的设备密码。',
  'account.title': '跳过注册',
  'account.body': '打开客户端。它会建议注册开发商的账户：不要注册。\n选择[[phone:Login]]。',
  'settings.title': '输入各项值',
  'settings.body':
    '在[[phone:Server address]]中输入 {url}。\n在[[phone:Username]]中输入 {user}。\n在[[phone:Password]]中输入密码，按[[phone:Login]]。',
  'import.title': '导入手机上已有的内容',
  'import.body':
    '客户端在手机上有自己的通讯录和日历。首次登录后，它会提议导入手机原有的内容。\n回答[[phone:Yes]]。没有导入的内容不会到达服务器。',
  'names.title': '输入文件夹名称',
  'names.body':
    '打开[[phone:Settings]] → [[phone:Advanced]]。\n在[[phone:Remote names]]中逐字输入表中的名称。\n打开[[phone:Settings]] → [[phone:Sync]]，打开要同步的项目。',
  'sync.title': '手动同步一次',
  'sync.body': '按[[phone:Sync all]]。\n等待每一行都提示完成。从此刻起，服务器才认识这部手机。',
  'trouble.1': '客户端找不到服务器：地址必须完整输入，包括 https 或 http、端口和路径。',
  'trouble.2': '有一行失败：该文件夹的名称与表中不一致。',
  'trouble.3': '服务器上缺少手机中的联系人：导入被跳过了。请在客户端的设置中启动导入。',
};
