import type { ReactNode } from 'react';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './service.module.css';
import { usageOf } from './usage.ts';

/** What {@link UsageBar} shows. */
export interface UsageBarProps {
  readonly used: number;
  /** Null: there is no limit. */
  readonly limit: number | null;
  /** What is counted, for assistive programs: "This month". */
  readonly label: string;
}

/** How much of a limit is used: a bar, the figures, and from 80 percent on a mark with its word. */
export function UsageBar({ used, limit, label }: UsageBarProps): ReactNode {
  const { t, format } = useText();
  const usage = usageOf(used, limit);
  if (usage === null || limit === null) {
    return (
      <span>
        {format.number(used)} <span className="pd-soft">{t('budgetsPage.use.no-limit')}</span>
      </span>
    );
  }
  const figures = t('budgetsPage.use.of', {
    used: format.number(used),
    limit: format.number(limit),
  });
  return (
    <div className={styles['use']}>
      <span className={styles['useLine']}>
        <span>{figures}</span>
        {usage.state === 'working' ? null : (
          <StateMark
            state={usage.state}
            word={
              usage.state === 'failed'
                ? t('budgetsPage.use.up')
                : t('budgetsPage.use.percent', { percent: usage.percent })
            }
          />
        )}
      </span>
      <span
        className={styles['track']}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={usage.percent}
        aria-valuetext={figures}
      >
        <span
          className={styles['fill']}
          data-state={usage.state}
          style={{ width: `${String(usage.percent)}%` }}
        />
      </span>
    </div>
  );
}
