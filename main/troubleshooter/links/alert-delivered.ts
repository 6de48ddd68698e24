import type { AlertRow } from '../../store/types.ts';
import { action, broken, holds, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { answerWindow } from './answer-window.ts';

/** The last alert has reached the phone, as far as anybody can tell. */
export function alertDelivered(facts: Facts): Finding {
  const [last] = facts.alerts;
  const again = action('alert-now');
  if (last === undefined) return waiting('no-alert', { action: again });
  const { state, endedAt, sentAt } = last;
  const reason = last.reason ?? '';
  switch (state) {
    case 'planned': {
      const params = { reason: last.reason ?? 'merging', until: last.dueAt };
      return waiting('alert-planned', { params, at: last.createdAt, action: action('wait') });
    }
    case 'queued':
      return queued(facts, last);
    case 'failed':
      return broken('alert-failed', { params: { reason }, at: endedAt, action: again });
    case 'expired':
      return broken('alert-expired', { params: { reason }, at: endedAt, action: again });
    case 'suppressed':
      // The links before this one would have stopped at what still stands in the way.
      return waiting('alert-suppressed', { params: { reason }, at: endedAt, action: again });
    case 'sent': {
      const isYoung = facts.now - (sentAt ?? last.createdAt) < answerWindow(facts);
      const show = action('show-trace', { id: last.traceId });
      // Many gateways report nothing: then the phone's answer tells.
      return isYoung
        ? waiting('alert-sent', { at: sentAt, action: show })
        : holds('alert-no-report', { at: sentAt });
    }
    case 'delivered':
    case 'answered':
      return holds('alert-delivered', { at: last.deliveredAt ?? last.answeredAt });
  }
}

function queued({ alertMessage }: Facts, { traceId, createdAt }: AlertRow): Finding {
  const attempts = alertMessage?.attempts ?? 0;
  const show = action('show-trace', { id: traceId });
  return waiting('alert-queued', { params: { attempts }, at: createdAt, action: show });
}
