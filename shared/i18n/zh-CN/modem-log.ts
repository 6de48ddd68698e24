import type { modemLog as source } from '../en/modem-log.ts';
import type { Translated } from '../types.ts';

export const modemLog: Translated<typeof source> = {
  'modem.ready': '网关“{gateway}”的调制解调器已就绪：{path} 上的 {device}，网络 {operator}',
  'modem.back': '网关“{gateway}”的调制解调器已恢复：{path} 上的 {device}，网络 {operator}',
  'modem.unplugged': '网关“{gateway}”的调制解调器已拔出或关闭：{detail}',
  'modem.no-port': '网关“{gateway}”找不到调制解调器：{detail}',
  'modem.port-busy': '网关“{gateway}”的端口 {path} 正被另一个程序使用：{detail}。请关闭该程序',
  'modem.no-answer': '网关“{gateway}”的调制解调器没有应答：{detail}',
  'modem.pin-needed': '网关“{gateway}”的调制解调器要求 PIN：{detail}。请输入 SIM 卡的 PIN',
  'modem.pin-wrong':
    '网关“{gateway}”的 SIM 卡不接受该 PIN，不会再次尝试：{detail}。请输入正确的 PIN',
  'modem.puk-needed': '网关“{gateway}”的 SIM 卡已锁定：{detail}。请在手机中用 PUK 解锁',
  'modem.no-sim': '网关“{gateway}”的调制解调器没有可用的 SIM 卡：{detail}',
  'modem.not-registered': '网关“{gateway}”的调制解调器没有网络：{detail}',
  'modem.failed': '网关“{gateway}”的调制解调器无法使用：{detail}',
  'modem.sim-full': '网关“{gateway}”的调制解调器存储已满；已释放 {count, plural, other {# 个位置}}',
  'modem.unreadable': '网关“{gateway}”丢弃了一条无法读取的短信：{pdu}',
};
