import type { GuideArea } from '../types.ts';

export const owner: GuideArea<'owner'> = {
  'message.title': '打开消息',
  'message.body':
    '一条带有设置的消息到达，通常在一分钟之内。\n按[[phone:显示]]打开它。有些手机把它放在信息的收件箱中。',
  'pin.title': '输入 PIN',
  'pin.body':
    '输入管理员告知的 {pinDigits} 位数字。\n按[[phone:确定]]。设置显示出来。\n三次输错后，手机会丢弃这条消息：请管理员重新发送。',
  'pin-mail.title': '输入 PIN',
  'pin-mail.body':
    '查看 {user} 的邮箱：一封邮件中有 {pinDigits} 位的 PIN。输入它。\n按[[phone:确定]]。设置显示出来。\n三次输错后，手机会丢弃这条消息：请管理员重新发送。',
  'save.title': '核对设置并保存',
  'save.body':
    '手机显示名称 {profile} 和服务器地址。如果不一致，不要保存，请询问管理员。\n按[[phone:保存]]。\n手机询问是否将其设为默认设置时，回答[[phone:是]]。',
  'certificate.title': '信任服务器',
  'certificate.body':
    '在手机的浏览器中打开 {certificateUrl}。\n将手机显示的指纹与管理员处的指纹核对。\n把证书安装为颁发机构（CA）证书。没有它，手机不会连接服务器。',
  'link.title': '打开链接',
  'link.body':
    '在手机上打开短信或邮件，轻点其中的链接。或者用相机扫描管理员屏幕上的二维码。\n显示此手机设置的页面随即打开。',
  'page.title': '复制各项值',
  'page.body':
    '轻点一个值：它会被全部选中。选择[[phone:复制]]。\n在后面的步骤中把它粘贴到同名的字段里。在此期间不要关闭页面。',
  'requests.title': '允许服务器发起同步',
  'requests.body':
    '在客户端的设置中查找服务器请求；它也称为推送、服务器提醒或短信触发。\n设为允许，并且不必每次询问。\n没有此设置的客户端只能手动或按自己的时间同步。请告诉管理员，由他关闭对此设备的推送。',
  'requests-why': '没有这两项设置，手机会在每次变更时询问机主，或者完全没有反应。',
};
