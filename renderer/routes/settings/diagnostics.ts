import type { SystemStatus } from '../../../shared/model/system.ts';

/**
 * The state of the installation as text for a report. Nothing in it names a person: no address, no
 * number, and of the data folder only that it exists, because its path often holds a user's name.
 */
export function diagnosticsText(status: SystemStatus, agent: string): string {
  const lines = [
    `Pushdesk ${status.version} (${status.host})`,
    `started ${new Date(status.startedAt).toISOString()}, now ${new Date(status.now).toISOString()}`,
    `state ${status.state}${status.demo ? ', demo data' : ''}`,
    ...status.listeners.map(
      (listener) =>
        `${listener.name}: ${listener.state} on ${listener.host}, port ${String(listener.port)}` +
        (listener.detail === '' ? '' : ` (${listener.detail})`),
    ),
    ...status.attention.map((item) => `${item.level}: ${item.key}`),
    Object.entries(status.counts)
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', '),
    `database ${String(status.storageBytes)} octets, memory ${String(status.memoryBytes)} octets`,
    `last backup ${status.lastBackupAt === null ? 'never' : new Date(status.lastBackupAt).toISOString()}`,
    agent,
  ];
  return `${lines.join('\n')}\n`;
}
