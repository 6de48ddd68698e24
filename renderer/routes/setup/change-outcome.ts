import type { Phone } from '../../../shared/model/phone.ts';
import type { Trace, TraceBranch } from '../../../shared/model/trace.ts';

/** How far the change of the last step has come. */
export type ChangeOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'woke' | 'sent' | 'synced'; readonly afterMs: number }
  | { readonly kind: 'sync-failed' }
  | { readonly kind: 'failed'; readonly branch: TraceBranch };

/** The branch of one device in a trace. */
export function branchOf(trace: Trace | undefined, deviceId: string): TraceBranch | undefined {
  return trace?.branches.find((branch) => branch.alert.deviceId === deviceId);
}

/**
 * Tells from a trace, and from the virtual phone if there is one, what became of the change. A virtual
 * phone counts as woken when it has the alert itself; for a real one the gateway's word has to do
 * until it comes for a session.
 */
export function changeOutcome(
  trace: Trace | undefined,
  deviceId: string,
  phone: Phone | undefined,
): ChangeOutcome {
  const branch = branchOf(trace, deviceId);
  if (trace === undefined || branch === undefined) return { kind: 'waiting' };
  const { alert, session } = branch;
  if (session?.state === 'done') {
    return { kind: 'synced', afterMs: (session.endedAt ?? session.startedAt) - trace.startedAt };
  }
  const woken = phone?.messages.find(
    (message) => message.kind === 'alert' && message.traceId === alert.traceId,
  );
  const { sync } = phone ?? {};
  const isOver = sync?.state === 'failed' && woken !== undefined && (sync.at ?? 0) >= woken.at;
  if (isOver) return { kind: 'sync-failed' };
  if (woken !== undefined) return { kind: 'woke', afterMs: woken.at - trace.startedAt };
  if (alert.state === 'failed' || alert.state === 'expired' || alert.state === 'suppressed') {
    return { kind: 'failed', branch };
  }
  const at = alert.deliveredAt ?? alert.sentAt;
  if (at !== null && phone === undefined) return { kind: 'sent', afterMs: at - trace.startedAt };
  return { kind: 'waiting' };
}
