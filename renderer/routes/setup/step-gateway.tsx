import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { nextPriority } from '../sms/gateway-form.ts';
import { GatewayTest } from '../sms/gateway-test.tsx';
import { NewGatewayForm } from '../sms/new-gateway-form.tsx';
import type { FormWay, SetupFacts } from './setup-state.ts';
import { setupGateway } from './setup-state.ts';
import styles from './setup.module.css';
import { StepFrame } from './step-frame.tsx';

/** What {@link StepGateway} needs. */
export interface StepGatewayProps {
  readonly facts: SetupFacts;
  /** The kind that is to be added, even where there is a gateway already. */
  readonly adding: FormWay | undefined;
  /** Id of the gateway that was added here; undefined for one that was there before. */
  readonly addedId: string | undefined;
  readonly onAdded: (id: string) => void;
  readonly onNext: () => void;
}

/** The test that the step makes by itself: whether the way to the far side is open. Nothing is sent. */
function SelfTest({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t, format } = useText();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['setup', 'gateway', gateway.id, gateway.url],
    queryFn: () => client.gateways.test({ id: gateway.id }),
    staleTime: Infinity,
  });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || isFetching) {
    return (
      <p className={styles['result']} role="status">
        <StateShape state="waiting" />
        <span>{t('sms.test.running')}</span>
      </p>
    );
  }
  return (
    <>
      <p className={styles['result']} role="status">
        <StateShape state={data.ok ? 'working' : 'failed'} />
        <span>
          {data.ok
            ? t('setup.gateway.tested-ok', {
                name: gateway.name,
                duration: format.duration(data.durationMs),
              })
            : t('setup.gateway.tested-failed', {
                name: gateway.name,
                reason: t(`gatewayReasons.${data.reason}`),
              })}
        </span>
      </p>
      {data.ok ? null : (
        <>
          <p>{t(`gatewayAdvice.${data.reason}`)}</p>
          {data.detail === '' ? null : <p className="pd-mono">{data.detail}</p>}
          <p>
            <Link {...placeOf('gateway', gateway.id)}>{t('setup.gateway.settings')}</Link>{' '}
            <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
              {t('setup.gateway.repeat')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

/** A way out for SMS, tested as soon as there is one. */
export function StepGateway({
  facts,
  adding,
  addedId,
  onAdded,
  onNext,
}: StepGatewayProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const gateway = setupGateway(facts, addedId);
  if (gateway === undefined || adding !== undefined) {
    const kind = adding ?? 'http';
    return (
      <StepFrame
        step="gateway"
        title={t('setup.gateway.title')}
        text={t(`setup.gateway.${kind}-text`)}
      >
        <div className={styles['narrow']}>
          <NewGatewayForm
            key={kind}
            kind={kind}
            priority={nextPriority(facts.gateways)}
            onCreated={({ id }) => {
              void queries.invalidateQueries({ queryKey: orpc.gateways.key() });
              onAdded(id);
            }}
          />
        </div>
      </StepFrame>
    );
  }
  return (
    <StepFrame
      step="gateway"
      title={t('setup.gateway.title')}
      text={t('setup.gateway.exists', { name: gateway.name })}
    >
      <SelfTest gateway={gateway} />
      <div className={styles['buttons']}>
        <Button autoFocus onClick={onNext}>
          {t('common.next')}
        </Button>
      </div>
      {gateway.kind !== 'simulator' ? (
        <div className={`${styles['test'] ?? ''} ${styles['narrow'] ?? ''}`}>
          <GatewayTest gateway={gateway} />
        </div>
      ) : null}
    </StepFrame>
  );
}
