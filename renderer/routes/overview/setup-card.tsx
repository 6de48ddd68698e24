import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/model/system.ts';
import { orpc } from '../../api/client.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './overview.module.css';

/** The first steps and which of them are done. Goes away when all are, or when it is put away. */
export function SetupCard({ overview }: { readonly overview: Overview }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate: putAway } = useMutation(
    orpc.system.setSetupDone.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: orpc.system.key() });
      },
      onError: notify.failed,
    }),
  );
  const steps = [
    { text: 'overview.setupGateway', isDone: overview.gateways.total > 0 },
    { text: 'overview.setupAccount', isDone: overview.accounts > 0 },
    { text: 'overview.setupDevice', isDone: overview.devices.total > 0 },
    { text: 'overview.setupPush', isDone: overview.engine.active },
    { text: 'overview.setupAlert', isDone: overview.recentAlerts.length > 0 },
  ] as const;
  if (overview.setupDone || steps.every((step) => step.isDone)) return null;
  return (
    <section className={styles['setup']}>
      <h2 className={styles['title']}>{t('overview.setupTitle')}</h2>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.text} data-done={step.isDone}>
            <StateShape state={step.isDone ? 'working' : 'off'} />
            {t(step.text)}
            <span className="pd-spoken">
              {t(step.isDone ? 'overview.setupDone' : 'overview.setupOpen')}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles['setupButtons']}>
        <Button size="compact-sm" renderRoot={(root) => <Link {...root} to="/setup" />}>
          {t('overview.setupContinue')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            putAway({ done: true });
          }}
        >
          {t('overview.setupHide')}
        </Button>
      </div>
    </section>
  );
}
