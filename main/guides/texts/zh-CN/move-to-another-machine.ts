import type { GuideArea } from '../types.ts';

export const moveToAnotherMachine: GuideArea<'move-to-another-machine'> = {
  title: '迁移到另一台计算机',
  summary: '账户、设备、数据以及每部手机同步过的内容一起迁移。需要半小时，期间没有手机可以同步。',
  intro: '所有内容都在一个文件夹中。手机按地址认识服务器：地址不变，手机上的设置就不变。',
  needs:
    '新计算机上安装了相同版本的 Pushdesk，并且从未启动过。桌面应用迁移到桌面应用，无窗口的服务器迁移到服务器。\n供手机使用的地址可以指向新计算机。\n桌面应用还需要：手边有网关、邮箱和账户的密码。',
  'stop-push.title': '关闭推送',
  'stop-push.body':
    '选择[[nav.push]]，关闭[[push.engine.switch]]。\n从现在起，无论新旧计算机都不会提醒手机，直到重新开启。',
  'where.title': '找到数据文件夹',
  'where.body':
    '选择[[nav.settings]]和[[settings.section.about]]。\n记下[[settings.about.data]]后面的路径。',
  'backup.title': '做一次备份',
  'backup.body':
    '选择[[nav.settings]]和[[settings.section.backup]]。\n点击[[settings.backup.button]]。副本位于数据文件夹的 **backups** 中。',
  'end.title': '在旧计算机上退出 Pushdesk',
  'end.body':
    '在桌面应用中，从托盘图标或窗口的菜单选择[[shell.menu.quit]]。只关闭窗口是不够的。\n服务器按启动它的方式停止，并确保没有东西会再次启动它。',
  'copy.title': '复制整个文件夹',
  'copy.body':
    '把数据文件夹连同全部内容复制到新计算机上的对应位置。\n常用位置：Windows 为 **%APPDATA%\\Pushdesk**，macOS 为 **~/Library/Application Support/Pushdesk**，Linux 为 **~/.local/share/pushdesk**。服务器可以使用其他位置，由 **--data** 指定。\n自备的证书文件在别处：也要复制。',
  once: '绝不要让两台计算机同时使用相同的数据运行。否则手机会遇到两台所知不同的服务器。',
  'secrets.title': '启动并重新输入密码',
  'secrets.body':
    '在新计算机上启动 Pushdesk。\n服务器的密钥在该文件夹的 **secrets.key** 文件中：无需输入任何内容。\n桌面应用用系统的密钥库封存密码，而密钥库留在旧计算机上。请重新输入密码（概览会显示缺少多少个、在哪里）：在[[nav.sms]]中输入网关的密码，在[[nav.accounts]]中输入邮箱的密码以及每个账户在手机上使用的密码，在[[nav.settings]]中输入 Webhook、数据报和邮件的密码。',
  'address.title': '转移地址',
  'address.body':
    '让公开地址的名称指向新计算机。\n选择[[nav.settings]]和[[settings.section.devices]]。核对[[settings.devices.public-url]]；如果[[settings.devices.host]]中是旧计算机的地址，请替换。\n点击[[common.save]]。',
  'check.title': '检查，然后开启推送',
  'check.body':
    '手动同步一部手机。它的会话出现在[[nav.sync]]中。\n然后选择[[nav.push]]，打开[[push.engine.switch]]。',
  'trouble.1':
    '服务器无法启动，并提到密钥文件：没有复制 **secrets.key**，或者他人可以读取它。其权限必须为 600。',
  'trouble.2':
    '手机不信任服务器：桌面应用会重新生成自制证书。请让每部手机按其指南再次安装颁发机构的证书。',
  'trouble.3': '某部手机在第一次会话中比较全部内容：它在复制之后又同步过。不会因此产生重复。',
};
