import type { log as logSource } from '../en/log.ts';
import type { Translated } from '../types.ts';
import { incomingLog } from './incoming-log.ts';
import { modemLog } from './modem-log.ts';
import { phoneLog } from './phone-log.ts';
import { portalLog } from './portal-log.ts';
import { smppLog } from './smpp-log.ts';
import { smsRoutingLog } from './sms-routing-log.ts';
import { smsApiLog } from './sms-api-log.ts';
import { smsQueueLog } from './sms-queue-log.ts';

export const log: Translated<typeof logSource> = {
  'system.started': 'Pushdesk {version} 正在运行',
  'system.stopping': 'Pushdesk 正在停止',
  'system.listening': '{listener}：{host}，端口 {port}',
  'system.listener-failed': '{listener}无法监听 {host}，端口 {port}：{detail}',
  'system.backup-made': '备份已写入 {path}',
  'system.backup-failed': '备份失败：{detail}',
  'system.retention': '{count, plural, other {已删除 # 条过期记录}}',
  'system.fault': 'Pushdesk 内部出现错误（{id}）：{detail}',
  'system.settings-changed': '设置已更改：{names}',
  'system.secrets-lost':
    '{count, plural, other {# 个密码}}是在另一台计算机上或由其他人加密的，无法在此打开。概览会说明在哪里重新输入',
  'system.no-key-store': '系统没有密钥库：机密由 {path} 中的密钥加密',
  'certificate.made': '已为 {names} 制作证书；有效期至 {until}',
  'certificate.read': '已从 {path} 读取 {names} 的证书；有效期至 {until}',
  'certificate.received': '{issuer} 已为 {names} 颁发证书；有效期至 {until}',
  'certificate.file-missing': '无法使用证书：文件 {path} 不存在。请在设置中更正路径',
  'certificate.file-unreadable':
    '无法使用证书：无法读取 {path}：{detail}。请授予 Pushdesk 读取权限',
  'certificate.no-certificate': '无法使用证书：{path} 中没有 PEM 格式的证书',
  'certificate.no-key': '无法使用证书：{path} 中没有 PEM 格式的私钥',
  'certificate.key-locked': '无法使用证书：{path} 中的密钥有密码保护。请存成无密码的密钥',
  'certificate.key-mismatch': '无法使用证书：{key} 中的密钥与 {path} 中的证书不匹配',
  'certificate.expired': '{names} 的证书已于 {until} 到期。请换上新证书',
  'certificate.not-yet-valid': '{names} 的证书在 {until} 之前无效。请检查本机时钟',
  'certificate.not-made': '无法制作或保存证书：{detail}',
  'certificate.acme-no-names': '无法申请证书：请填写设备访问本服务器所用的名称，或公共地址',
  'certificate.acme-unreachable': '无法连接 {directory} 处的证书颁发机构：{detail}',
  'certificate.acme-not-reached':
    '证书颁发机构无法以 {names} 访问本服务器：{detail}。该名称的 80 端口必须通向设备监听',
  'certificate.acme-refused': '证书颁发机构拒绝为 {names} 颁发证书：{detail}',
  'certificate.acme-rate-limited': '证书颁发机构要求暂停后再请求：{detail}',
  'certificate.acme-failed': '证书颁发机构未颁发证书：{detail}',
  'api.refused': '对 {procedure} 的调用被拒绝：{code}',
  'api.unauthenticated': '来自 {remote} 的调用没有有效令牌',
  'account.created': '已添加账户 {account}',
  'account.updated': '账户 {account} 已更改',
  'account.removed': '已删除账户 {account}{devices, plural, other {及其 # 台设备}}',
  'device.created': '已将 {device} 添加到 {account}',
  'device.updated': '{device} 已更改：{names}',
  'device.removed': '已从 {account} 删除 {device}',
  'device.paused': '管理员暂停了对 {device} 的推送',
  'device.resumed': '对 {device} 的推送已恢复',
  'collection.created': '已添加 {account} 的文件夹 {folder}',
  'collection.created-corporate': '已添加供所有人使用的文件夹 {folder}',
  'collection.updated': '已更改 {account} 的文件夹 {folder}',
  'collection.updated-corporate': '已更改供所有人使用的文件夹 {folder}',
  'collection.removed': '已删除 {account} 的文件夹 {folder} 及其全部内容',
  'collection.removed-corporate': '已删除供所有人使用的文件夹 {folder} 及其全部内容',
  'change.reported': '{account} 的{folder}有变更，由 {source} 报告',
  'change.reported-by': '{origin} 更改了 {account} 的{folder}，由 {source} 报告',
  'change.reported-many': '{accounts} 个账户有 {count} 项变更，由 {source} 报告',
  'change.unknown-account': '不接受 {account} 的变更：没有此账户',
  'change.unknown-folder': '不接受 {account} 的变更：没有文件夹 {folder}',
  'change.refused': '不接受来自 {remote} 的变更：{detail}',
  'change.refused-many': '另有 {count} 项变更因类似原因未被接受',
  'change.replayed': '不接受来自 {remote} 的变更：同一数据报已收到过',
  'change.no-device': '{account} 没有设备等待{folder}',
  'change.no-device-many': '另有 {count} 项变更没有设备等待',
  'mailbox.watching': '正在监视 {account} 的邮箱',
  'mailbox.failed': '无法监视 {account} 的邮箱：{detail}',
  'mailbox.stopped': '已停止监视 {account} 的邮箱',
  'push.activated': '推送已开启',
  'push.deactivated': '推送已关闭',
  'push.settings-changed': '推送设置已更改：{names}',
  'alert.planned': '已计划对 {device} 的提醒：{folders}',
  'alert.planned-many': '已计划或补充 {count} 条提醒',
  'alert.merged': '又一项变更并入对 {device} 的提醒：{folders}',
  'alert.manual': '已请求提醒 {device}：{folders}',
  'alert.waiting-quiet': '对 {device} 的提醒等待免打扰时段于 {until} 结束',
  'alert.waiting-cap': '对 {device} 的提醒等待中：每小时 {cap} 条已足够',
  'alert.waiting-engine': '对 {device} 的提醒等待推送开启',
  'alert.waiting-gateway': '对 {device} 的提醒等待中：短信没有出口',
  'alert.waits-many': '{count} 条提醒等待中',
  'alert.suppressed': '未提醒 {device}：{reason}',
  'alert.queued': '对 {device} 的提醒在短信队列中：{folders}，{parts, plural, other {# 个部分}}',
  'alert.queued-many': '{count} 条提醒在短信队列中',
  'alert.ended-many': '{count} 条提醒未发送即结束',
  'alert.sent':
    '已向 {device} 发送提醒：{folders}，经由“{gateway}”，{parts, plural, other {# 个部分}}',
  'alert.delivered': '提醒已送达 {device}',
  'alert.answered': '{device} 响应了提醒',
  'alert.expired': '已放弃对 {device} 的提醒：{reason}',
  'alert.failed': '对 {device} 的提醒失败：{reason}',
  'alert.repeated': '以相同字节再次向 {device} 发送提醒：移交曾被中断',
  'alert.uncertain': '不确定提醒是否送达 {device}：移交被中断',
  'configuration.prepared': '已为 {device} 准备配置：{parts, plural, other {# 条短信分段}}',
  'configuration.sent': '配置已发送到 {device}：{parts, plural, other {# 条短信分段}}',
  'configuration.delivered': '配置已送达 {device}',
  'configuration.failed': '{device} 的配置失败：{reason}',
  'configuration.uncertain': '不确定配置是否送达 {device}：移交被中断',
  'configuration.configured': '{device} 已配置：它的首次会话已到来',
  'configuration.repeat-refused': '刚刚已向 {device} 发送过相同的配置：确认后才会再次发送',
  'configuration.not-possible': '未向 {device} 发送配置：{obstacle}',
  'configuration.pin-told':
    '{device} 的 PIN 已告知管理员{delivery, select, spoken {，以便读给机主} other {（显示在屏幕上）}}',
  'configuration.pin-mailed': '{device} 的 PIN 已用邮件发送到 {account}',
  'configuration.pin-not-mailed':
    '无法将 {device} 的 PIN 用邮件发送到 {account}：配置也未发送。请检查邮件设置',
  'configuration.options-changed': '{device} 的配置已更改：{names}',
  'access-point.saved': '接入点“{name}”已保存',
  'access-point.removed': '接入点“{name}”已删除',
  'sms.attempt-failed': '“{gateway}”未接受发往 {number} 的短信：{detail}。{seconds} 秒后重试',
  'sms.failed-over': '“{gateway}”未接受发往 {number} 的短信：{detail}。改由“{next}”发送',
  'sms.failed': '发往 {number} 的短信在 {attempts} 次尝试后放弃：{detail}',
  'sms.expired': '发往 {number} 的短信已放弃：过于陈旧',
  'gateway.created': '已添加网关“{gateway}”',
  'gateway.updated': '网关“{gateway}”已更改：{names}',
  'gateway.removed': '已删除网关“{gateway}”',
  'gateway.on': '网关“{gateway}”已开启',
  'gateway.off': '网关“{gateway}”已关闭',
  'gateway.failing': '网关“{gateway}”无法工作：{detail}',
  'gateway.recovered': '网关“{gateway}”已恢复工作',
  'gateway.test-ok': '已测试网关“{gateway}”：工作正常',
  'gateway.test-failed': '已测试网关“{gateway}”：{detail}',
  'sync.wrong-url': '{remote} 通过 {url} 同步。已照常处理，但请把设备中的地址设为 {right}',
  'sync.http-for-https':
    '{remote} 通过 {url} 未加密同步（应为 https 却用了 http）。已照常处理；请把设备中的地址设为 {right}',
  'sync.https-for-http':
    '{remote} 通过 {url} 向 HTTP 端口发起 HTTPS。已照常处理；请把设备中的地址设为 {right}',
  'sync.tls-too-old':
    '{remote} 只支持 TLS 1.1 或更旧版本，已被拒绝。请更新设备，或让它在可信网络内通过 http:// 同步',
  'sync.tls-not-trusted':
    '{remote} 不信任此证书。请从 /certificate.crt 将其安装到设备上，或使用公共机构的证书',
  'phone.synced': '{device}（虚拟）已同步：接收 {received}，发送 {sent}',
  'phone.sync-failed': '{device}（虚拟）无法同步：{problem}。请查看设备页面上的会话。',
  'phone.woke': '{device}（虚拟）被唤醒：{folders}，会话 {session}',
  'phone.duplicate': '{device}（虚拟）丢弃了一条已见过的提醒',
  'phone.wrong-digest': '{device}（虚拟）不认识发送方：摘要与服务器密码不符',
  'phone.unknown-folder': '{device}（虚拟）没有名为 {folder} 的文件夹：区分大小写',
  'phone.text': '{device}（虚拟）显示一条文本消息',
  'phone.undecodable': '{device}（虚拟）无法理解短信：{detail}',
  'device.paired': '管理员已将 {device} 与 {client} 配对',
  'device.paired-by-rule': '{device} 已与 {client} 配对：该账户没有其他空闲设备',
  'device.unpaired': '{device} 不再与 {client} 配对',
  'device.swapped': '{device} 与 {other} 已互换客户端',
  'device.mismatch':
    '{client} 响应了发给 {other} 的提醒：两者的号码或客户端弄混了。请互换客户端或更正号码',
  'device.push-off': '{device} 自行关闭了推送',
  'device.push-on': '{device} 重新开启了推送',
  'device.push-refused': '{device} 想切换推送，但管理员已将其暂停',
  'device.resync': '{device} 的下一次会话将重新比较全部内容：{folders}',
  'device.reset': '已忘记 {device} 的客户端的全部信息：其下一次会话将如同首次',
  'pending.appeared': '{client} 登录了 {account}，但不属于任何设备：请在设备页面分配',
  'pending.dismissed': '{client} 已搁置：仍不分配设备',
  'pending.blocked': '{client} 已被阻止：不再允许登录',
  'pending.recalled': '{client} 已恢复：等待分配设备，允许登录',
  'sync.started': '{client} 开始会话（SyncML {version}，{encoding}）',
  'sync.folder':
    '{client} 的 {folder}，{mode}。来自设备：新增 {added}，更改 {changed}，删除 {deleted}。发往设备：新增 {sentAdded}，更改 {sentChanged}，删除 {sentDeleted}',
  'sync.folder-same': '{client} 的 {folder}，{mode}：无需处理',
  'sync.folder-compared':
    '{client} 的 {folder}，{mode}：两边相同 {matched}。来自设备：新增 {added}，更改 {changed}，删除 {deleted}。发往设备：新增 {sentAdded}，更改 {sentChanged}，删除 {sentDeleted}',
  'sync.folder-failed': '{client} 的 {folder}：{count} 个项目未能传送，会话中列出了它们及其状态',
  'sync.folder-conflicts':
    '{client} 的 {folder}：{count} 个项目在两边都被更改，落选的版本保留在历史中',
  'sync.folder-held':
    '{client} 要求一次删除 {folder} 中的 {count} 个项目：在管理员决定之前予以保留',
  'sync.folder-unknown':
    '{client} 请求的 {folder} 不存在：请更正手机中的数据库名称，或将设备的某个文件夹改为此名',
  'sync.folder-refused':
    '{client} 无法同步 {folder}：状态 {status}。请检查谁可以使用该文件夹以及手机的设置',
  'sync.done': '{client} 已完成同步：{requests} 条消息，{seconds} 秒',
  'sync.suspended': '{client} 中断了会话：下一次会话将从此处继续',
  'sync.ended-badly': '{client} 的会话未正常结束。{reason}',
  'sync.refused': '{client} 未获准进入 {account}。{reason}',
  'sync.refused-wrong-password': '{client} 用错误的密码登录 {account}：请在手机中重新输入账户密码',
  'sync.refused-no-password': '{client} 无法登录 {account}：该账户没有设备密码。请在账户页面设置',
  'sync.refused-unknown-account':
    '{client} 以 {account} 登录，但这里没有此账户：请检查手机中的用户名，或添加该账户',
  'sync.refused-blocked': '{client} 未获准进入 {account}：它已被阻止',
  'sync.refused-not-paired': '{client} 在分配给设备之前不能进入 {account}',
  'sync.refused-again': '{client} 又有 {count} 次未获准进入。{reason}',
  'sync.refused-many': '另有 {count} 个客户端未获准进入：可能有人在猜测密码',
  'sync.fault': '{client} 的会话出了问题：{detail}。同步锚点不变：设备下次会重试',
  'sync.storage-full': '无法保存 {client} 的更改：磁盘已满。请腾出空间，设备会重新发送',
  'sync.message-too-large':
    '{client} 发送的消息超过 {octets, number} 字节的两倍，已被拒绝。请在设备上设置较小的消息大小，或在设置中允许更大的消息',
  'sync.item-over-limit':
    '{client} 为 {folder} 发送的项目有 {octets, number} 字节，上限为 {limit, number} 字节：它留在设备上。请在设备上缩小它，或在设置中允许更大的项目',
  'sync.item-too-large':
    '{client} 无法接收 {folder} 中的一个项目：{octets} 字节超过其上限。它只保留在服务器上',
  'sync.item-refused':
    '{client} 为 {folder} 发送了一个无法读取的条目（{detail}）：它保留在设备上。请在设备上修改后重新同步；为该设备打开消息记录后，会话会显示它的原样',
  'sync.item-declined':
    '{client} 无法接收 {folder} 中的条目 {item}（{detail}）：它保留在服务器上，更改后会再次发送',
  'sync.photo-left-out':
    '{folder} 中的条目 {item} 发送到 {client} 时不带照片，照片对设备来说太大。服务器保留该照片',
  'sync.device-full':
    '{client} 已满：{folder} 无法全部发送。请在设备上腾出空间；其余内容随下一次会话发送',
  'sync.read-only':
    '{client} 更改了只能读取的 {folder} 中的条目：设备上的条目会被还原。请允许它更改该文件夹，或在设备上把该文件夹设为单向',
  'sync.refreshed':
    '{client} 用自己的内容替换了 {folder}：此处删除了 {count, plural, other {# 个条目}}。误删的条目可以从历史中恢复',
  'sync.compares':
    '正在逐条比较 {client} 的 {folder}：{why, select, first {它从未同步过} anchors {设备与服务器记住的上一次会话不同} broken {上一次比较被中断} resync {管理员要求这样做} other {设备要求这样做}}',
  'sync.wrong-clock':
    '{client} 称某个条目更改于 {time}，这不可能：它的时间不予采用。请校准设备的时钟',
  'sync.hold-lifted':
    '{client} 已整体比较：{folder} 中等待决定的 {count, plural, other {# 项删除}}已取消',
  'sync.hold-deleted': '已按 {client} 的要求删除 {folder} 中的 {count, plural, other {# 个条目}}',
  'sync.hold-kept':
    '已保留 {folder} 中的 {count, plural, other {# 个条目}}：{client} 会在下一次会话中重新得到它们',
  'sync.item-fault':
    '由于 Pushdesk 的故障（{detail}），{client} 在 {folder} 中的一项更改未被采用：设备会再次发送。若一直如此，请告知开发者',
  ...incomingLog,
  ...smppLog,
  ...smsQueueLog,
  ...modemLog,
  ...phoneLog,
  ...portalLog,
  ...smsRoutingLog,
  ...smsApiLog,
};
