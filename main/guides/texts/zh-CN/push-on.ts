import type { GuideArea } from '../types.ts';

export const pushOn: GuideArea<'push-on'> = {
  'engine.title': '开启推送',
  'engine.body':
    '在左侧选择[[nav.push]]。\n打开[[push.engine.switch]]。它是所有设备共用的开关；如果已经打开，保持不变。',
};
