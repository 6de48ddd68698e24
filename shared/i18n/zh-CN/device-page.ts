import type { devicePage as source } from '../en/device-page.ts';
import type { Translated } from '../types.ts';

export const devicePage: Translated<typeof source> = {
  title: 'Pushdesk',
  purpose: '手机和平板电脑通过此地址同步联系人、日历、任务和备忘录。这里没有可浏览的内容。',
  address: '请在设备中填写以下服务器地址（SyncML）：',
  certificate:
    '本服务器的证书由其自行制作。要让设备信任它，请安装以下证书，并与控制台中的指纹核对：',
};
