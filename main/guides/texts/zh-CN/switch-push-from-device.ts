import type { GuideArea } from '../types.ts';

export const switchPushFromDevice: GuideArea<'switch-push-from-device'> = {
  title: '在手机上关闭和开启推送',
  summary: '机主不经管理员即可停止提醒，例如旅行或夜间，之后再恢复。',
  intro:
    '手机同步一个名为 **push-off** 的数据库，表示不要提醒；同步名为 **push-on** 的数据库，表示重新需要提醒。任何 SyncML 客户端都能做到。由机主手动发起的同步照常进行。',
  'profile.title': '在手机上建立第二个配置',
  'profile.body':
    '新建一个同步配置。手机提议沿用已有配置的值时，选择 {profile}；否则重新输入地址、用户名和密码。\n命名为“Push off”。',
  'off.title': '把数据库命名为 push-off',
  'off.body':
    '其中只勾选一个文件夹，最好选手机上为空的，例如便笺。\n把它在服务器上的数据库名称填为 **push-off**。\n方向保持双向，保存。',
  'sync.title': '要停止提醒时同步它',
  'sync.body':
    '选择配置“Push off”并同步。\n服务器不接收任何内容，也不删除任何内容。如果手机上的文件夹不为空，手机会提示条目未被接受；但请求已经送达。',
  'on.title': '恢复提醒',
  'on.body':
    '以同样的方式建立第三个配置，命名为“Push on”，数据库为 **push-on**。\n重新需要提醒时同步它。',
  'see.title': '在控制台中查看',
  'see.body':
    '打开设备。其中显示[[devices.word.paused-by-device]]。\n在这里点击[[devices.action.resume]]也可以恢复提醒。',
  admin: '管理员设置的暂停优先：手机无法结束它。',
  quiet:
    '如果每天的时段都相同，设备设置中的[[devices.settings.quiet]]更简单：提醒会等待，时段结束时合为一条发出。',
};
