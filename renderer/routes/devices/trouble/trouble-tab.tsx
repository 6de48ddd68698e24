import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { TroubleReport } from '../../../../shared/model/troubleshooter.ts';
import { orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateShape } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { TroubleStepView } from './trouble-step.tsx';
import styles from './trouble.module.css';

/** What the walk found, in a sentence. */
function Verdict({ report }: { readonly report: TroubleReport }): ReactNode {
  const { t } = useText();
  const stop = report.steps.find((step) => step.id === report.stoppedAt);
  const step = stop === undefined ? '' : t(`troubleshooter.steps.${stop.id}`);
  return (
    <p className={styles['verdict']} role="status">
      <StateShape
        state={stop === undefined ? 'working' : stop.state === 'broken' ? 'failed' : 'waiting'}
      />
      <span>
        {stop === undefined
          ? t('troubleshooter.all-well')
          : t(
              stop.state === 'broken'
                ? 'troubleshooter.stopped-broken'
                : 'troubleshooter.stopped-waiting',
              { step },
            )}
      </span>
    </p>
  );
}

/** Why a phone is silent: the chain from the account to its answer, to the first link that breaks. */
export function TroubleTab({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const { data, error, isFetching, refetch } = useQuery({
    ...orpc.troubleshooter.run.queryOptions({ input: { deviceId: device.id } }),
    // What was found before says nothing about now.
    gcTime: 0,
  });
  const again = (): void => void refetch();
  return (
    <>
      <h3 className={styles['title']}>{t('troubleshooter.title')}</h3>
      <p className="pd-soft">{t('troubleshooter.intro')}</p>
      {data === undefined ? (
        error === null ? (
          <p className="pd-soft" role="status">
            {t('troubleshooter.checking')}
          </p>
        ) : (
          <ErrorNotice error={error} onRetry={again} />
        )
      ) : (
        <>
          <Verdict report={data} />
          {error === null ? null : <ErrorNotice error={error} onRetry={again} />}
          <ol className={styles['chain']}>
            {data.steps.map((step) => (
              <TroubleStepView
                key={step.id}
                device={device}
                step={step}
                isStop={step.id === data.stoppedAt}
                onAgain={again}
              />
            ))}
          </ol>
          <div className={styles['again']}>
            <Button variant="default" loading={isFetching} onClick={again}>
              {t('troubleshooter.again')}
            </Button>
            <span className="pd-soft">
              <RelativeTime at={data.at} />
            </span>
          </div>
        </>
      )}
    </>
  );
}
