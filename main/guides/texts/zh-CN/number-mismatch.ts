import type { GuideArea } from '../types.ts';

export const numberMismatch: GuideArea<'number-mismatch'> = {
  title: '两部手机弄混时',
  summary: '一部手机响应了另一部手机的提醒。如何发现，以及如何在五分钟内纠正。',
  intro:
    '这种情况只出现在有多台设备的账户中：输入时两个号码填反了，或者手机被分配给了错误的设备。于是一部手机会因自己所做的更改而被唤醒，另一部则不会被唤醒。',
  'see.title': '查看是哪两台设备',
  'see.body':
    '打开显示[[devices.word.number-mismatch]]的设备，选择[[devices.client.title]]选项卡。上方的说明列出这两台设备。',
  'swap.title': '先核对号码',
  'swap.body':
    '选择其中一台的[[devices.panel.settings]]选项卡，拿着手机核对[[devices.settings.number]]。\n如果号码有误，输入正确的号码，点击[[common.save]]。\n对另一台设备做同样的操作。两台设备不能同时使用同一个号码：先清空其中一个字段。',
  'clients.title': '如果号码正确：交换客户端',
  'clients.body':
    '选择其中一台的[[devices.client.title]]选项卡。\n点击上方说明中的[[devices.mismatch.swap]]并确认。不会更改任何数据。',
  'test.title': '验证',
  'test.body':
    '先后选择两台设备的[[devices.client.title]]选项卡。\n点击[[devices.test.start]]。每台都必须响应自己的提醒。之后说明会消失。',
  'last.title': '如果仍不清楚，重新开始',
  'last.body':
    '在两台设备上点击[[devices.clear.action]]。不会删除任何内容。\n手动同步第一部手机。它会在“待分配”中等待：把它分配给对应的设备。\n然后对第二部手机做同样的操作。',
};
