import type { GuideArea } from '../types.ts';

export const severalDevices: GuideArea<'several-devices'> = {
  title: '一个账户使用多台设备',
  summary: '手机、平板电脑和计算机保存相同的数据，每台都会得知其他设备的更改。',
  intro:
    '一个账户可以有任意数量的设备。其中一台所做的更改会唤醒其他设备，而不会唤醒它自己。为此，服务器必须知道哪部手机是哪一台。最稳妥的方法是逐台添加。',
  'add.title': '添加第一台设备',
  'add.body':
    '选择[[nav.devices]]，点击[[devices.add]]。\n为设备填写名称和它自己的号码。先不要添加第二台。',
  'first.title': '配置它并同步',
  'first.body':
    '配置手机，手动同步一次。\n选择设备的[[devices.client.title]]选项卡。其中显示已同步的程序：这部手机已被认出。',
  'next.title': '然后是下一台',
  'next.body':
    '点击[[devices.add]]添加第二台设备，配置它并手动同步。\n如此逐台进行。新来的手机属于唯一还空着的设备。',
  'assign.title': '如果两台同时到来：进行分配',
  'assign.body':
    '有多台设备空着时，服务器无法判断来的是哪一台。手机会在[[devices.pending.chip]]中等待；它可以同步，但暂时没有任何东西会唤醒它。\n点击它旁边的[[devices.pending.assign]]，选择它对应的设备。',
  'test.title': '验证',
  'test.body':
    '依次选择每台设备的[[devices.client.title]]选项卡。\n点击[[devices.test.start]]。控制台会显示响应的是这部手机，还是另一部。',
  'trouble.1': '两台设备弄混了：指南“两部手机弄混时”可在五分钟内纠正。',
  'trouble.2':
    '一个联系人出现两次：两部手机带来的号码或地址不同，因此没有被视为同一人。在任一设备上删除其中一个。',
};
