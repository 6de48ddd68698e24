import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TraceStep } from '../../../shared/model/trace.ts';
import { HexView } from '../../components/bytes/hex-view.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './trace.module.css';

interface StepDetailsProps {
  readonly id: string;
  readonly traceId: string;
  readonly step: TraceStep;
  /** The facts. */
  readonly children: ReactNode;
}

/** The facts of one step, and its bytes on all their layers. */
export function StepDetails({ id, traceId, step, children }: StepDetailsProps): ReactNode {
  const { t, textOf } = useText();
  const [layer, setLayer] = useState(0);
  const shown = step.bytes[layer] ?? step.bytes[0];
  const isOneOfMany = (name: string): boolean =>
    step.bytes.filter((bytes) => bytes.name === name).length > 1;
  return (
    <div id={id} role="tabpanel" aria-label={t(`trace.${step.kind}`)} className={styles['details']}>
      {children}
      {shown === undefined ? null : (
        <div className={styles['bytes']}>
          {step.bytes.length < 2 ? null : (
            <SegmentedControl
              aria-label={t('trace.bytes')}
              value={String(step.bytes.indexOf(shown))}
              onChange={(value) => {
                setLayer(Number(value));
              }}
              data={step.bytes.map((bytes, index) => {
                const name = textOf(`traceBytes.${bytes.name}`) ?? bytes.name;
                const part = isOneOfMany(bytes.name)
                  ? `, ${t('trace.part', { part: bytes.part })}`
                  : '';
                return { value: String(index), label: `${name}${part}` };
              })}
            />
          )}
          <HexView
            key={`${step.kind}-${shown.name}-${String(shown.part)}`}
            bytes={shown.bytes}
            fileName={`${traceId}-${shown.name}-${String(shown.part)}`}
          />
        </div>
      )}
    </div>
  );
}
