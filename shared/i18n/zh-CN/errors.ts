import type { errors as errorsSource, fieldErrors as fieldErrorsSource } from '../en/errors.ts';
import type { Translated } from '../types.ts';

export const errors: Translated<typeof errorsSource> = {
  INVALID_INPUT: { what: '部分输入无法接受。', hint: '未作任何更改。请更正标出的字段后重试。' },
  UNAUTHENTICATED: { what: '登录已失效。', hint: '未作任何更改。请用服务的令牌重新登录。' },
  FORBIDDEN: { what: '此处不允许该操作。', hint: '未作任何更改。' },
  NOT_FOUND: { what: '它已不存在。', hint: '可能已被删除。请返回列表查看现有内容。' },
  DUPLICATE: { what: '已有同名项。', hint: '未作任何更改。请换一个名称，或修改已有的那一项。' },
  IN_USE: { what: '它仍在使用中。', hint: '未作任何更改。请先停止使用。' },
  PUSH_NOT_POSSIBLE: {
    what: '此客户端类型的设备无法接收提醒。',
    hint: '手机会在使用者要求时同步。',
  },
  NUMBER_MISSING: {
    what: '设备没有电话号码。',
    hint: '没有号码，提醒无法送达手机。请在设备页面填写号码。',
  },
  NO_FOLDER_ENABLED: {
    what: '设备未勾选任何文件夹。',
    hint: '提醒没有可通知的内容。请至少勾选一个文件夹。',
  },
  NO_GATEWAY: { what: '短信没有出口。', hint: '提醒正在等待。请添加网关，或开启一个网关。' },
  PROVISIONING_NOT_POSSIBLE: {
    what: '无法向此设备发送配置。',
    hint: '未发送任何内容。设备页面会说明原因和处理方法。',
  },
  ALREADY_SENT: {
    what: '刚刚发送过相同的配置。',
    hint: '未发送任何内容。请等待手机，或确认再次发送。',
  },
  MAIL_FAILED: {
    what: '邮件无法发送。',
    hint: '未发送任何内容。请检查邮件设置并在那里测试。',
  },
  GATEWAY_FAILED: { what: '网关未接受消息。', hint: '手机未收到提醒。请在短信页面测试网关。' },
  UNKNOWN_ACCOUNT: {
    what: '没有此账户。',
    hint: '不会提醒任何手机。请检查地址，或添加该账户。',
  },
  UNKNOWN_FOLDER: {
    what: '该账户的设备都没有此文件夹。',
    hint: '不会提醒任何手机。文件夹名称区分大小写。',
  },
  TOO_LARGE: { what: '超出一次可接受的数量。', hint: '未作任何更改。请减少发送内容。' },
  RATE_LIMITED: { what: '短时间内调用过多。', hint: '未作任何更改。请稍候再试。' },
  UNAVAILABLE: {
    what: '服务暂时没有应答。',
    hint: '无法确定是否有更改。请在连接恢复后重试。',
  },
  INTERNAL: { what: 'Pushdesk 内部出现错误。', hint: '日志中有下面编号的详情。' },
  correlation: '调用编号：{id}',
};

export const fieldErrors: Translated<typeof fieldErrorsSource> = {
  required: '必填',
  invalid: '无法接受',
  'too-long': '过长',
  'too-short': '过短',
  'out-of-range': '超出允许范围',
  'not-an-address': '不是电子邮件地址',
  'not-a-number': '不是国际电话号码：加号、国家代码和号码',
  'not-a-url': '不是 URL：应以 http:// 或 https:// 开头',
  'bad-template': '模板有误',
  duplicate: '已存在',
  unknown: '没有此项',
  'not-offered': '此客户端类型不提供',
  tooLongBy: '过长：最多 {max}',
  tooShortBy: '过短：至少 {min}',
  between: '介于 {min} 与 {max} 之间',
  atMost: '最多 {max}',
  atLeast: '至少 {min}',
  badTemplateAt: '模板有误：{detail}',
};
