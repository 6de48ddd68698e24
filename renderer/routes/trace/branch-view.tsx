import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Trace, TraceBranch } from '../../../shared/model/trace.ts';
import { AlertMark } from '../../components/alert-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { firstOpenStep, timeInAll } from './river.ts';
import { River } from './river-view.tsx';
import { StepDetails } from './step-details.tsx';
import styles from './trace.module.css';

interface BranchViewProps {
  readonly trace: Trace;
  readonly branch: TraceBranch;
  /** Whether a step is open at first. */
  readonly isOpen: boolean;
}

/** The way of one device's alert. */
export function BranchView({ trace, branch, isOpen }: BranchViewProps): ReactNode {
  const { t, format } = useText();
  const panelId = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const openIndex = chosen ?? (isOpen ? firstOpenStep(branch.steps) : -1);
  const step = branch.steps[openIndex];
  const total = timeInAll(branch.steps);
  return (
    <section className={styles['branch']} aria-label={branch.alert.deviceName}>
      <header className={styles['branchHead']}>
        <h2 className={styles['device']}>
          <Link {...placeOf('device', branch.alert.deviceId)}>{branch.alert.deviceName}</Link>
        </h2>
        <AlertMark alert={branch.alert} />
        {total === null ? null : (
          <span className="pd-soft">{t('trace.total', { time: format.duration(total) })}</span>
        )}
      </header>
      <River
        steps={branch.steps}
        label={branch.alert.deviceName}
        openIndex={openIndex < 0 ? 0 : openIndex}
        onOpen={setChosen}
        isPanelShown={step !== undefined}
        panelId={panelId}
      />
      {step === undefined ? null : (
        <StepDetails key={step.kind} id={panelId} trace={trace} branch={branch} step={step} />
      )}
    </section>
  );
}
