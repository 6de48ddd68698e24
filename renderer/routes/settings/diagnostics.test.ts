import { describe, expect, it } from 'vitest';
import { diagnosticsText } from './diagnostics.ts';

describe('the diagnostics for a report', () => {
  it('name no person: neither the data folder nor what needs attention', () => {
    const text = diagnosticsText(
      {
        version: '0.1.0',
        host: 'serve',
        startedAt: 0,
        now: 1_000,
        demo: false,
        dataDir: '/home/ada/pushdesk',
        state: 'attention',
        listeners: [
          { name: 'changes-udp', host: '127.0.0.1', port: 4_711, state: 'working', detail: '' },
        ],
        attention: [
          {
            key: 'mailbox-failed',
            level: 'failed',
            params: { name: 'ada@example.org' },
            target: { area: 'accounts' },
          },
        ],
        counts: { accounts: 1, devices: 2, gateways: 1, changes: 3, alerts: 4, logEntries: 5 },
        storageBytes: 10,
        memoryBytes: 20,
        lastBackupAt: null,
      },
      'a browser',
    );
    expect(text).toContain('changes-udp: working on 127.0.0.1, port 4711');
    expect(text).toContain('failed: mailbox-failed');
    expect(text).not.toContain('ada');
  });
});
