import type { ReactNode } from 'react';
import type { Trace, TraceBranch } from '../../../shared/model/trace.ts';
import { AlertMark } from '../../components/alert-mark.tsx';
import { RiverSection } from './river-section.tsx';
import { StepFacts } from './step-facts.tsx';

interface BranchViewProps {
  readonly trace: Trace;
  readonly branch: TraceBranch;
  /** Whether a step is open at first. */
  readonly isOpen: boolean;
}

/** The way of one device's alert. */
export function BranchView({ trace, branch, isOpen }: BranchViewProps): ReactNode {
  const { alert, steps } = branch;
  return (
    <RiverSection
      traceId={trace.id}
      label={alert.deviceName}
      device={{ id: alert.deviceId, name: alert.deviceName }}
      mark={<AlertMark alert={alert} />}
      steps={steps}
      isOpen={isOpen}
      facts={(step) => <StepFacts trace={trace} branch={branch} step={step} />}
    />
  );
}
