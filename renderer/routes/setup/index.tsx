import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { oneOf } from '../../routing/search.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { currentStep, formWays, nextStep, stepsDone } from './setup-state.ts';
import type { SetupFacts, SetupStep } from './setup-state.ts';
import styles from './setup.module.css';
import { StepAccount } from './step-account.tsx';
import { StepChange } from './step-change.tsx';
import { StepDevice } from './step-device.tsx';
import { StepGateway } from './step-gateway.tsx';
import { StepList } from './step-list.tsx';
import { StepStart } from './step-start.tsx';

interface ShownStepProps {
  readonly step: SetupStep;
  readonly facts: SetupFacts;
}

function ShownStep({ step, facts }: ShownStepProps): ReactNode {
  const [url, setUrl] = useUrlState();
  const go = (to: SetupStep, more: Readonly<Record<string, string>> = {}): void => {
    setUrl({ step: to, way: '', gateway: '', ...more }, { push: true });
  };
  const onNext = (): void => {
    go(nextStep(step));
  };
  switch (step) {
    case 'start':
      return (
        <StepStart
          facts={facts}
          onChoose={(way) => {
            go('gateway', way === 'simulator' ? {} : { way });
          }}
        />
      );
    case 'gateway':
      return (
        <StepGateway
          facts={facts}
          adding={oneOf(url['way'], formWays)}
          addedId={url['gateway']}
          onAdded={(gateway) => {
            setUrl({ way: '', gateway });
          }}
          onNext={onNext}
        />
      );
    case 'account':
      return <StepAccount facts={facts} onNext={onNext} />;
    case 'device':
      return (
        <StepDevice
          facts={facts}
          onBack={() => {
            go('account');
          }}
          onNext={onNext}
        />
      );
    case 'change':
      return (
        <StepChange
          facts={facts}
          traceId={url['trace']}
          onMade={(trace) => {
            setUrl({ step: 'change', trace });
          }}
          onBack={() => {
            go('device');
          }}
        />
      );
  }
}

/**
 * The guide from nothing to the first alert. It remembers nothing: what exists says which steps are
 * done, and `step` and `trace` in the URL where a person is.
 */
export function SetupPage(): ReactNode {
  const { t } = useText();
  const [url] = useUrlState();
  const gateways = useQuery(orpc.gateways.list.queryOptions({}));
  const accounts = useQuery(orpc.accounts.list.queryOptions({}));
  const devices = useQuery(orpc.devices.list.queryOptions({}));
  const alerts = useQuery(orpc.alerts.list.queryOptions({ input: { limit: 1 } }));
  const error = gateways.error ?? accounts.error ?? devices.error ?? alerts.error;
  const isReady =
    gateways.data !== undefined &&
    accounts.data !== undefined &&
    devices.data !== undefined &&
    alerts.data !== undefined;
  const facts: SetupFacts = {
    gateways: gateways.data?.gateways ?? [],
    accounts: accounts.data?.accounts ?? [],
    devices: devices.data?.devices ?? [],
    hasAlert: (alerts.data?.total ?? 0) > 0,
  };
  const done = stepsDone(facts);
  const step = currentStep(url, done);

  return (
    <Page title={t('setup.title')} isFilled>
      <div className={styles['layout']}>
        <StepList current={step} done={done} />
        <div className={styles['content']}>
          {isReady ? (
            <ShownStep step={step} facts={facts} />
          ) : error === null ? (
            <p className="pd-soft">{t('common.loading')}</p>
          ) : (
            <ErrorNotice
              error={error}
              onRetry={() => {
                for (const query of [gateways, accounts, devices, alerts]) void query.refetch();
              }}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
