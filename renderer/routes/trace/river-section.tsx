import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { TraceStep } from '../../../shared/model/trace.ts';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { firstOpenStep, timeInAll } from './river.ts';
import { River } from './river-view.tsx';
import { StepDetails } from './step-details.tsx';
import styles from './trace.module.css';

/** What {@link RiverSection} shows. */
export interface RiverSectionProps {
  readonly traceId: string;
  /** What the river is about, for assistive programs. */
  readonly label: string;
  readonly device: { readonly id: string; readonly name: string };
  /** Behind the device's name: what it is, and how it stands. */
  readonly mark: ReactNode;
  readonly steps: readonly TraceStep[];
  /** Whether a step is open at first. */
  readonly isOpen: boolean;
  readonly facts: (step: TraceStep) => ReactNode;
}

/** A river with its head, and below it the facts and the bytes of the open step. */
export function RiverSection(props: RiverSectionProps): ReactNode {
  const { device, steps } = props;
  const { t, format } = useText();
  const panelId = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const openIndex = chosen ?? (props.isOpen ? firstOpenStep(steps) : -1);
  const step = steps[openIndex];
  const total = timeInAll(steps);
  return (
    <section className={styles['branch']} aria-label={props.label}>
      <header className={styles['branchHead']}>
        <h2 className={styles['device']}>
          <Link {...placeOf('device', device.id)}>{device.name}</Link>
        </h2>
        {props.mark}
        {total === null ? null : (
          <span className="pd-soft">{t('trace.total', { time: format.duration(total) })}</span>
        )}
      </header>
      <River
        steps={steps}
        label={props.label}
        openIndex={openIndex < 0 ? 0 : openIndex}
        onOpen={setChosen}
        isPanelShown={step !== undefined}
        panelId={panelId}
      />
      {step === undefined ? null : (
        <StepDetails key={step.kind} id={panelId} traceId={props.traceId} step={step}>
          {props.facts(step)}
        </StepDetails>
      )}
    </section>
  );
}
