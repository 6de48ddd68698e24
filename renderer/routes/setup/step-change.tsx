import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { defaultPushSettings } from '../../../shared/model/settings.ts';
import type { Device } from '../../../shared/model/device.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { PhoneScreen } from '../../phones/phone-screen.tsx';
import { useWaking } from '../../phones/use-awake.ts';
import { placeOf } from '../../routing/places.ts';
import { AddressList } from '../settings/address-list.tsx';
import { BranchView } from '../trace/branch-view.tsx';
import { branchOf, changeOutcome } from './change-outcome.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { setupDevice } from './setup-state.ts';
import type { SetupFacts } from './setup-state.ts';
import styles from './setup.module.css';
import { StepFrame } from './step-frame.tsx';

/** Rest behind the merge window after which the guide admits that something keeps the alert. */
const slowMs = 15_000;

/** What {@link StepChange} needs. */
export interface StepChangeProps {
  readonly facts: SetupFacts;
  /** Trace of the change that was made, as the URL remembers it. */
  readonly traceId: string | undefined;
  readonly onMade: (traceId: string) => void;
  readonly onBack: () => void;
}

/** Makes a change and shows its way until the phone wakes. */
export function StepChange({ facts, traceId, onMade, onBack }: StepChangeProps): ReactNode {
  const { t } = useText();
  const device = setupDevice(facts);
  if (device === undefined) {
    return (
      <StepFrame step="change" title={t('setup.change.title')} text={t('devices.empty.text')}>
        <Button onClick={onBack}>{t('devices.add')}</Button>
      </StepFrame>
    );
  }
  return <ChangeOf device={device} traceId={traceId} onMade={onMade} />;
}

interface ChangeOfProps extends Pick<StepChangeProps, 'traceId' | 'onMade'> {
  readonly device: Device;
}

function ChangeOf({ device, traceId, onMade }: ChangeOfProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const waking = useWaking();
  const [isSlow, setIsSlow] = useState(false);
  const { data: status } = useQuery(orpc.push.status.queryOptions({}));
  const { data: engine = defaultPushSettings } = useQuery(orpc.push.settings.queryOptions({}));
  const { data: phones } = useQuery(orpc.simulator.phones.queryOptions({}));
  const { data: trace } = useQuery(
    orpc.traces.get.queryOptions({
      input: { id: traceId ?? '' },
      enabled: traceId !== undefined,
    }),
  );
  const phone = device.isVirtual
    ? phones?.phones.find((one) => one.number === device.number)
    : undefined;
  const outcome = changeOutcome(trace, device.id, phone);
  const branch = branchOf(trace, device.id);
  const folder = device.folders.find((one) => one.enabled);
  const windowMs = device.mergeWindowMs ?? engine.mergeWindowMs;
  const isDone = traceId !== undefined && (outcome.kind === 'synced' || outcome.kind === 'sent');

  const make = useMutation({
    mutationFn: async (dataType: string) => {
      if (status?.active !== true) await client.push.setActive({ active: true });
      return await client.changes.report({
        account: device.accountId,
        folder: dataType,
        origin: 'setup',
      });
    },
    onSuccess: (made) => {
      setIsSlow(false);
      void queries.invalidateQueries({ queryKey: orpc.push.key() });
      onMade(made.traceId);
    },
  });
  useEffect(() => {
    if (traceId === undefined || isDone) return undefined;
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, windowMs + slowMs);
    return () => {
      clearTimeout(timer);
    };
  }, [traceId, isDone, windowMs]);
  useEffect(() => {
    if (!isDone) return;
    // Whether it is remembered or not, push works; a failure only shows the guide once more.
    void client.system
      .setSetupDone({ done: true })
      .then(() => queries.invalidateQueries({ queryKey: orpc.system.key() }))
      .catch(() => undefined);
  }, [isDone, queries]);

  return (
    <StepFrame
      step="change"
      title={t('setup.change.title')}
      text={
        folder === undefined
          ? t('setup.change.no-folder', { device: device.name })
          : t('setup.change.text', {
              folder: t(`dataTypes.${folder.dataType}`),
              device: device.name,
            })
      }
    >
      <div className={styles['change']}>
        <div>
          {make.error === null ? null : <ErrorNotice error={make.error} />}
          {folder === undefined ? (
            <Link to="/devices" search={{ open: device.id, tab: 'folders' }}>
              {t('setup.done.device', { device: device.name })}
            </Link>
          ) : (
            <Button
              autoFocus
              variant={isDone ? 'default' : 'filled'}
              loading={make.isPending}
              onClick={() => {
                make.mutate(folder.dataType);
              }}
            >
              {t(
                traceId !== undefined
                  ? 'setup.change.again'
                  : status?.active === true
                    ? 'setup.change.button-on'
                    : 'setup.change.button',
              )}
            </Button>
          )}
          {traceId === undefined ? null : (
            <OutcomeLine outcome={outcome} device={device} windowMs={windowMs} isSlow={isSlow} />
          )}
          {isDone ? (
            <div className={styles['done']}>
              <h3>{t('setup.done.title')}</h3>
              <p>{t('setup.done.text', { account: device.accountAddress, device: device.name })}</p>
              {phone === undefined ? (
                <>
                  <p>
                    {t('setup.done.real', {
                      account: device.accountAddress,
                      device: device.name,
                    })}
                  </p>
                  <AddressList />
                </>
              ) : (
                <p>{t('setup.done.try')}</p>
              )}
              <div className={styles['buttons']}>
                <Button renderRoot={(root) => <Link {...root} {...placeOf('device', device.id)} />}>
                  {t('setup.done.device', { device: device.name })}
                </Button>
                {phone === undefined ? (
                  <Link to="/devices" search={{ open: device.id, tab: 'setup' }}>
                    {t('provisioningPage.after-create.set-up')}
                  </Link>
                ) : null}
                <Link to="/">{t('setup.done.overview')}</Link>
                <Link to="/push" search={{ tab: 'connect' }}>
                  {t('setup.done.connect')}
                </Link>
              </div>
            </div>
          ) : null}
        </div>
        {phone === undefined ? null : <PhoneScreen phone={phone} waking={waking} />}
      </div>
      {trace === undefined || branch === undefined ? null : (
        <div className={styles['river']}>
          <BranchView trace={trace} branch={branch} isOpen={isDone} />
        </div>
      )}
    </StepFrame>
  );
}
