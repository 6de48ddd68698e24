import type { PhoneMessage } from '../../../shared/model/phone.ts';
import type { LogLine } from '../../platform/logbook.ts';

type Line = Pick<LogLine, 'level' | 'key' | 'params'>;

/** What the log says about a message that a phone has read. `device` is the phone's name. */
export function readingLines(reading: PhoneMessage, device: string): Line[] {
  switch (reading.kind) {
    case 'alert':
      return alertLines(reading, device);
    case 'duplicate':
      return [{ level: 'info', key: 'phone.duplicate', params: { device } }];
    case 'text':
      return [{ level: 'info', key: 'phone.text', params: { device } }];
    case 'configuration':
      return configurationLines(reading, device);
    case 'undecodable': {
      const params = { device, detail: reading.error ?? '' };
      return [{ level: 'warn', key: 'phone.undecodable', params }];
    }
  }
}

function alertLines(alert: PhoneMessage, device: string): Line[] {
  const { syncs, serverId, sessionId, digestOk, ignored } = alert;
  if (ignored === 'empty')
    return [{ level: 'warn', key: 'phone.ignored-empty', params: { device } }];
  if (ignored === 'server') {
    const params = { device, server: serverId ?? '' };
    return [{ level: 'warn', key: 'phone.ignored-server', params }];
  }
  const folders = syncs.map(({ uri }) => uri);
  const lines: Line[] = [
    { level: 'info', key: 'phone.woke', params: { device, folders, session: sessionId ?? 0 } },
  ];
  if (digestOk === false)
    lines.push({ level: 'warn', key: 'phone.wrong-digest', params: { device } });
  for (const { uri, known } of syncs) {
    if (!known)
      lines.push({ level: 'warn', key: 'phone.unknown-folder', params: { device, folder: uri } });
  }
  return lines;
}

function configurationLines({ configuration }: PhoneMessage, device: string): Line[] {
  const { state, problem = null } = configuration ?? {};
  if (state === 'discarded')
    return [{ level: 'warn', key: 'phone.settings-of-other-sim', params: { device } }];
  const lines: Line[] = [{ level: 'info', key: 'phone.settings-arrived', params: { device } }];
  if (problem !== null)
    lines.push({ level: 'warn', key: 'phone.settings-unusable', params: { device, problem } });
  return lines;
}
