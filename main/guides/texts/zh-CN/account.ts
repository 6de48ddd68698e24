import type { GuideArea } from '../types.ts';

export const account: GuideArea<'account'> = {
  'add.title': '打开账户',
  'add.body':
    '在左侧选择[[nav.accounts]]。\n此人的账户已在列表中？那么直接转到设备。\n否则点击[[accounts.add]]。',
  'create.title': '添加账户',
  'create.body':
    '在[[accounts.form.address]]中输入此人的电子邮件地址。\n在[[accounts.form.password]]中输入一个新密码并记下来：手机用它登录，控制台以后不再显示。\n点击[[accounts.form.create]]。账户出现在列表中。',
  'create-plain.title': '添加账户',
  'create-plain.body':
    '在[[accounts.form.address]]中输入此人的电子邮件地址。[[accounts.form.password]]留空：这类手机用邮箱密码登录。\n点击[[accounts.form.create]]。账户出现在列表中。',
};
