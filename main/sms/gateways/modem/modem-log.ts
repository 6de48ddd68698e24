import type { LogKey } from '../../../../shared/i18n/en/log.ts';
import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { LogLine } from '../../../platform/logbook.ts';
import type { ModemFacts, ModemSettings, ModemStatus } from './modem-state.ts';

const keys: Readonly<Partial<Record<GatewayReason, LogKey>>> = {
  'no-port': 'modem.no-port',
  'port-busy': 'modem.port-busy',
  'no-answer': 'modem.no-answer',
  'pin-needed': 'modem.pin-needed',
  'pin-wrong': 'modem.pin-wrong',
  'puk-needed': 'modem.puk-needed',
  'no-sim': 'modem.no-sim',
  'not-registered': 'modem.not-registered',
};

/** What the log says of a modem whose state has changed. */
export function modemStatusLine(
  { gatewayId, name, path }: ModemSettings,
  { reason, detail }: ModemStatus,
  { device, operator }: ModemFacts,
  wasLost: boolean,
): LogLine {
  const about = { area: 'sms', gatewayId } as const;
  if (reason === 'ok') {
    const params = { gateway: name, path, device: device ?? '–', operator: operator ?? '–' };
    return { ...about, level: 'info', key: wasLost ? 'modem.back' : 'modem.ready', params };
  }
  const isUnplugged = reason === 'no-port' && wasLost;
  const key = isUnplugged ? 'modem.unplugged' : (keys[reason] ?? 'modem.failed');
  const level = reason === 'not-registered' ? 'warn' : 'error';
  return { ...about, level, key, params: { gateway: name, path, detail } };
}
