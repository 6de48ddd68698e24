import type {
  alertReasons as alertReasonsSource,
  clientTypeReasons as clientTypeReasonsSource,
  deviceReasons as deviceReasonsSource,
  gatewayReasons as gatewayReasonsSource,
} from '../en/reasons.ts';
import type { Translated } from '../types.ts';

export const deviceReasons: Translated<typeof deviceReasonsSource> = {
  ok: '提醒能送达此设备。',
  'never-alerted': '已就绪；尚不需要提醒。',
  'alert-waiting': '一条提醒正在途中。',
  'quiet-hours': '免打扰时段：提醒等待其结束。',
  'no-number': '没有电话号码，无法发送短信。',
  'no-folder': '未勾选任何文件夹，没有内容可通知。',
  'no-gateway': '短信没有出口。',
  'push-not-possible': '此客户端类型不支持提醒。',
  'push-off': '此设备的推送已关闭。',
  'engine-off': '推送已全局关闭。',
  'alert-failed': '上一条提醒未能送达。',
  'paused-by-admin': '由管理员暂停。',
  'paused-by-device': '由设备暂停。',
  'number-mismatch': '与该账户的另一台设备弄混：一台响应另一台的提醒。',
  'session-failed': '上次会话失败。',
};

export const alertReasons: Translated<typeof alertReasonsSource> = {
  merging: '正在收集更多变更。',
  'quiet-hours': '等待免打扰时段结束。',
  'hourly-cap': '等待中：该设备本小时的提醒已足够多。',
  'engine-off': '等待推送开启。',
  'paused-by-admin': '设备已由管理员暂停。',
  'paused-by-device': '设备已由其使用者暂停。',
  'push-off': '此设备的推送已关闭。',
  'push-not-possible': '此客户端类型不支持提醒。',
  'no-number': '设备没有电话号码。',
  'no-folder': '有变更的文件夹均未勾选。',
  superseded: '已被更新的提醒取代。',
  'too-old': '未能及时发送。',
  'no-gateway': '短信没有出口。',
  'gateway-refused': '网关拒绝了它。',
  'gateway-unreachable': '无法连接网关。',
  'device-removed': '设备已删除。',
  manual: '手动请求。',
  'not-delivered': '网络未能送达。',
  dropped: '已手动移出队列。',
};

export const gatewayReasons: Translated<typeof gatewayReasonsSource> = {
  ok: '上一条短信已被接受。',
  unused: '尚未用它发送过内容。',
  off: '已关闭。',
  unreachable: '没有应答。',
  refused: '拒绝消息。',
  'backing-off': '出现故障，稍后重试。',
  'bad-template': '其 URL 模板有误。',
  connecting: '正在打开。',
  'login-refused': '它不接受用户名或密码。',
  throttled: '它要求放慢速度。',
  budget: '它的预算已用完。',
  'no-port': '它的端口上没有设备。',
  'port-busy': '它的端口被其他程序占用。',
  'no-answer': '调制解调器没有响应。',
  'pin-needed': '调制解调器要求输入 PIN。',
  'pin-wrong': 'PIN 错误，不会自动重试。',
  'puk-needed': 'SIM 卡要求输入 PUK。',
  'no-sim': '调制解调器中没有 SIM 卡。',
  'sim-full': 'SIM 卡存储已满。',
  'not-registered': '调制解调器未注册到网络。',
};

export const clientTypeReasons: Translated<typeof clientTypeReasonsSource> = {
  'no-server-alerts': '这些手机忽略服务器的提醒，会自行查询。',
  'uses-activesync': '这些手机保持自己的连接（ActiveSync）。',
  'no-ota-format': '此客户端没有短信配置格式。',
  'uses-profile': '这些手机接受描述文件，而不是短信。',
};
