import { action, broken, holds, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { answerWindow } from './answer-window.ts';

/** The phone has begun a session because of the last alert. */
export function phoneAnswered(facts: Facts): Finding {
  const mixedUp = mismatch(facts);
  if (mixedUp !== undefined) return mixedUp;
  const [last] = facts.alerts;
  const answeredAt = last?.answeredAt ?? null;
  if (answeredAt !== null) return holds('answered', { at: answeredAt });
  const leftAt = last?.deliveredAt ?? last?.sentAt ?? facts.now;
  if (facts.now - leftAt < answerWindow(facts)) {
    const params = { until: leftAt + answerWindow(facts) };
    return waiting('answer-awaited', { params, at: leftAt, action: action('wait') });
  }
  const answered = facts.alerts.find((alert) => alert.answeredAt !== null);
  if (answered !== undefined) {
    return broken('not-answered-last', { at: leftAt, action: action('alert-now') });
  }
  const isNokia = facts.device.clientType.startsWith('nokia');
  return isNokia
    ? broken('not-answered-nokia', { at: leftAt, action: action('show-guide') })
    : broken('not-answered', { at: leftAt, action: action('show-guide') });
}

/** One of two devices of the account answers the alerts of the other. */
function mismatch({ device, devices, client, clients }: Facts): Finding | undefined {
  const other = clients.find(({ mismatchDeviceId }) => mismatchDeviceId === device.id);
  const otherId = client?.mismatchDeviceId ?? other?.deviceId ?? null;
  if (otherId === null) return undefined;
  const name = devices.find(({ id }) => id === otherId)?.name ?? '';
  return broken('number-mismatch', {
    params: { device: device.name, other: name },
    at: client?.mismatchAt ?? other?.mismatchAt ?? null,
    action: action('resolve-mismatch', { id: otherId }),
  });
}
