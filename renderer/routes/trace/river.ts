import type { Session } from '../../../shared/model/session.ts';
import type { Trace, TraceStep } from '../../../shared/model/trace.ts';

/** Milliseconds from the step before that happened to this one; null where one of them has not. */
export function timeSince(steps: readonly TraceStep[], index: number): number | null {
  const at = steps[index]?.at ?? null;
  if (at === null) return null;
  for (let before = index - 1; before >= 0; before -= 1) {
    const earlier = steps[before]?.at ?? null;
    if (earlier !== null) return Math.max(0, at - earlier);
  }
  return null;
}

/** Milliseconds from the first step to the last one that happened. */
export function timeInAll(steps: readonly TraceStep[]): number | null {
  const times = steps.flatMap((step) => (step.at === null ? [] : [step.at]));
  const first = times[0];
  const last = times.at(-1);
  return first === undefined || last === undefined || times.length < 2 ? null : last - first;
}

/**
 * The step that should catch the eye: one that failed or needs attention, else the first that is still
 * waited for. Null when all is done.
 */
export function remarkableStep(steps: readonly TraceStep[]): number | null {
  const bad = steps.findIndex((step) => step.state === 'failed' || step.state === 'attention');
  if (bad >= 0) return bad;
  const waiting = steps.findIndex((step) => step.state === 'waiting');
  return waiting >= 0 ? waiting : null;
}

/** The step that is open at first: the remarkable one, else the last one with bytes, else the last. */
export function firstOpenStep(steps: readonly TraceStep[]): number {
  const bad = steps.findIndex((step) => step.state === 'failed' || step.state === 'attention');
  if (bad >= 0) return bad;
  const withBytes = steps.findLastIndex((step) => step.bytes.length > 0);
  return withBytes >= 0
    ? withBytes
    : Math.max(
        0,
        steps.findLastIndex((step) => step.at !== null),
      );
}

/** The sessions of a trace that stand in no river: they answered no alert and ended no configuration. */
export function lonelySessions({
  branches,
  configurations,
  sessions,
}: Pick<Trace, 'branches' | 'configurations' | 'sessions'>): Session[] {
  const told = new Set([...branches, ...configurations].map(({ session }) => session?.id));
  return sessions.filter(({ id }) => !told.has(id));
}
