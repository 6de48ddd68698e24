import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { TraceStep } from '../../../shared/model/trace.ts';
import { sentenceOf } from '../../components/log/log-values.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { remarkableStep, timeSince } from './river.ts';
import styles from './trace.module.css';

/** What {@link River} shows. */
export interface RiverProps {
  readonly steps: readonly TraceStep[];
  /** Whose river it is, for assistive programs. */
  readonly label: string;
  readonly openIndex: number;
  readonly onOpen: (index: number) => void;
  readonly isPanelShown: boolean;
  /** Id of the part that shows the open step. */
  readonly panelId: string;
}

/** The steps from left to right, with the time between them on the line. */
export function River(props: RiverProps): ReactNode {
  const tools = useText();
  const { t, format } = tools;
  const list = useRef<HTMLDivElement>(null);
  const remarkable = remarkableStep(props.steps);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const last = props.steps.length - 1;
    const next =
      event.key === 'ArrowRight'
        ? Math.min(last, props.openIndex + 1)
        : event.key === 'ArrowLeft'
          ? Math.max(0, props.openIndex - 1)
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : null;
    if (next === null) return;
    event.preventDefault();
    props.onOpen(next);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };

  return (
    <div
      ref={list}
      className={styles['river']}
      role="tablist"
      aria-label={props.label}
      style={{ gridTemplateColumns: `repeat(${String(props.steps.length)}, minmax(0, 1fr))` }}
      onKeyDown={onKeyDown}
    >
      {props.steps.map((step, index) => {
        const until = timeSince(props.steps, index + 1);
        const isOpen = index === props.openIndex;
        const next = props.steps[index + 1];
        const sentence = sentenceOf(`traceSteps.${step.key}`, step, tools) ?? step.key;
        return (
          <button
            key={step.kind}
            type="button"
            role="tab"
            aria-selected={isOpen}
            aria-controls={props.isPanelShown && isOpen ? props.panelId : undefined}
            tabIndex={isOpen ? 0 : -1}
            className={styles['step']}
            data-state={step.state}
            data-remarkable={index === remarkable}
            data-happened={step.at !== null}
            data-flows={next !== undefined && next.at !== null}
            onClick={() => {
              props.onOpen(index);
            }}
          >
            <span className={styles['kind']}>{t(`trace.${step.kind}`)}</span>
            <span className={styles['sentence']}>{sentence}</span>
            <span className={styles['track']}>
              <span className={styles['mark']}>
                <StateShape state={step.state} />
                <span className="pd-spoken">{t(`states.${step.state}`)}</span>
              </span>
              {next === undefined ? null : (
                <>
                  <span className={styles['line']} />
                  {until === null ? null : (
                    <span
                      className={styles['until']}
                      title={t('trace.after', { time: format.duration(until) })}
                    >
                      {format.duration(until)}
                    </span>
                  )}
                  <span className={styles['line']} data-end />
                </>
              )}
            </span>
            <span className={styles['at']}>
              {step.at === null ? t('trace.notYet') : format.clock(step.at)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
