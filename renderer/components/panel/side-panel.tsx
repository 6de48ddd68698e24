import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import styles from './side-panel.module.css';

/** Widths of a side panel in pixels. */
export const panelLimits = { least: 360, most: 1_000, initial: 480, step: 24 } as const;

/** Keeps a width within what a panel may have. */
export function fitPanelWidth(width: number): number {
  return Math.round(Math.min(panelLimits.most, Math.max(panelLimits.least, width)));
}

/** What {@link SidePanel} shows. */
export interface SidePanelProps {
  /** Name under which the width is remembered. */
  readonly name: string;
  /** Name of the object. */
  readonly title: ReactNode;
  /** Beside the title: a StateMark. */
  readonly state?: ReactNode;
  /** Below the title: a line of facts, or buttons. */
  readonly head?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Shows one object over the right part of the page, without losing the list. Its width is changed with
 * the pointer or with arrow keys on its edge; in a narrow window it takes the whole width.
 */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { t } = useText();
  const width = usePreferences(
    (preferences) => preferences.panelWidths[props.name] ?? panelLimits.initial,
  );
  const set = usePreferences((preferences) => preferences.set);
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);

  const resize = (next: number): void => {
    const panelWidths = { ...usePreferences.getState().panelWidths };
    panelWidths[props.name] = fitPanelWidth(next);
    set({ panelWidths });
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== null) resize(start.current.width + start.current.x - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.shiftKey ? panelLimits.step * 4 : panelLimits.step;
    if (event.key === 'ArrowLeft') resize(width + step);
    else if (event.key === 'ArrowRight') resize(width - step);
    else if (event.key === 'Home') resize(panelLimits.most);
    else if (event.key === 'End') resize(panelLimits.least);
    else return;
    event.preventDefault();
  };

  return (
    // Escape closes it from anywhere inside; the button at its head does the same.
    <section
      className={styles['panel']}
      style={{ width }}
      aria-label={typeof props.title === 'string' ? props.title : t('common.details')}
      onKeyDown={(event) => {
        // A dialog of the panel stands elsewhere in the page; its Escape closes the dialog alone.
        const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key === 'Escape' && isInside && !event.defaultPrevented) props.onClose();
      }}
    >
      <div
        className={styles['edge']}
        role="separator"
        aria-orientation="vertical"
        aria-label={t('common.resizePanel')}
        aria-valuenow={width}
        aria-valuemin={panelLimits.least}
        aria-valuemax={panelLimits.most}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          start.current = null;
        }}
        onKeyDown={onKeyDown}
      />
      <header className={styles['head']}>
        <div className={styles['line']}>
          <h2 className={styles['title']}>{props.title}</h2>
          {props.state}
          <ActionIcon
            className={styles['close']}
            aria-label={t('common.closePanel')}
            onClick={props.onClose}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        {props.head}
      </header>
      <div className={styles['body']}>{props.children}</div>
    </section>
  );
}
