import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { setupSteps } from './setup-state.ts';
import type { SetupStep } from './setup-state.ts';
import styles from './setup.module.css';

/** What {@link StepList} needs. */
export interface StepListProps {
  readonly current: SetupStep;
  readonly done: Readonly<Record<SetupStep, boolean>>;
}

/** The five steps, which of them are done, and the way to each. */
export function StepList({ current, done }: StepListProps): ReactNode {
  const { t } = useText();
  return (
    <nav className={styles['side']} aria-label={t('setup.steps')}>
      <ol className={styles['steps']}>
        {setupSteps.map((step, index) => (
          <li key={step}>
            <Link
              to="/setup"
              search={{ step }}
              className={styles['stepLink']}
              data-current={step === current}
              aria-current={step === current ? 'step' : undefined}
            >
              <StateShape state={done[step] ? 'working' : step === current ? 'waiting' : 'off'} />
              <span>
                {index + 1}. {t(`setup.step.${step}`)}
              </span>
              <span className="pd-spoken">
                {t(done[step] ? 'setup.step.done' : 'setup.step.open')}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className={styles['intro']}>{t('setup.intro')}</p>
      <Link to="/" className={styles['leave']}>
        {t('setup.leave')}
      </Link>
    </nav>
  );
}
