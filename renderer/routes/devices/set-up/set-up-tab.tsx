import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import { clientType } from '../../../../shared/catalogue/client-types.ts';
import type { Device } from '../../../../shared/model/device.ts';
import type { ProvisioningPreview } from '../../../../shared/model/provisioning.ts';
import { orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { LogView } from '../../../components/log/log-view.tsx';
import { StateShape } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { useUrlState } from '../../../routing/use-url-state.ts';
import { whyNoPush } from '../client-facts.tsx';
import { GuideButtons } from './guide-buttons.tsx';
import { History } from './history.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { isMendable, mendOf } from './mend.ts';
import { Options, imsiFieldId } from './options.tsx';
import { PinView } from './pin-view.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SetUpSentence } from './set-up-sentence.tsx';
import { setUpState } from './set-up-state.ts';
import styles from './set-up.module.css';

/** What {@link SetUpTab} needs. */
export interface SetUpTabProps {
  readonly device: Device;
  readonly onTab: (tab: string) => void;
}

interface WhyNotProps {
  readonly preview: ProvisioningPreview;
  readonly id: string;
  readonly onTab: (tab: string) => void;
}

/** Why no configuration can be sent, beside the button that mends it. */
function WhyNot({ preview, id, onTab }: WhyNotProps): ReactNode {
  const { t } = useText();
  const { reason, tooLong } = preview;
  if (reason === null) return null;
  const mend = isMendable(reason) ? { reason, ...mendOf(reason) } : null;
  return (
    <p className={styles['why']}>
      <span id={id}>
        {t(`provisioningReasons.${reason}`)}
        {tooLong === null
          ? ''
          : ` ${t('provisioningPage.too-long', {
              field: t(`provisioningFields.${tooLong.name}`),
              max: tooLong.max,
            })}`}
      </span>
      {mend === null ? null : mend.kind === 'page' ? (
        <Link to={mend.to} search={mend.section === undefined ? {} : { section: mend.section }}>
          {t(`provisioningPage.mend.${mend.reason}`)}
        </Link>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            if (mend.kind === 'tab') onTab(mend.tab);
            else document.getElementById(imsiFieldId)?.focus();
          }}
        >
          {t(`provisioningPage.mend.${mend.reason}`)}
        </Button>
      )}
    </p>
  );
}

/** Setting a phone up: how far it is, what can be sent, what was sent, and the log of it all. */
export function SetUpTab({ device, onTab }: SetUpTabProps): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const whyId = useId();
  const input = { deviceId: device.id };
  const preview = useQuery(orpc.provisioning.preview.queryOptions({ input }));
  const sent = useQuery(orpc.provisioning.list.queryOptions({ input }));
  const filter = useMemo(() => ({ deviceId: device.id }), [device.id]);
  const { otaConfiguration } = clientType(device.clientType);
  const isByLink = !otaConfiguration.isPossible;
  const noPush = whyNoPush(t, device.clientType);
  const canSend = preview.data?.isPossible === true;
  const latest = sent.data?.configurations[0];
  const open = (dialog: 'send' | 'link' | ''): void => {
    setUrl({ do: dialog });
  };
  const close = (): void => {
    open('');
  };

  const sendButton = (
    <Button
      key="send"
      variant={isByLink ? 'default' : 'filled'}
      disabled={!canSend}
      aria-describedby={canSend ? undefined : whyId}
      onClick={() => {
        open('send');
      }}
    >
      {t('provisioningPage.send')}
    </Button>
  );
  const linkButton = (
    <Button
      key="link"
      variant={isByLink ? 'filled' : 'default'}
      onClick={() => {
        open('link');
      }}
    >
      {t('provisioningPage.link')}
    </Button>
  );
  return (
    <>
      {sent.data !== undefined ? (
        <SetUpSentence
          state={setUpState({
            ...sent.data,
            lastSessionAt: device.lastSessionAt,
            isAwaited: otaConfiguration.reason !== 'uses-profile',
          })}
        />
      ) : sent.error === null ? (
        <p className="pd-soft">{t('common.loading')}</p>
      ) : (
        <ErrorNotice error={sent.error} onRetry={() => void sent.refetch()} />
      )}
      <div className={styles['actions']}>
        {isByLink ? [linkButton, sendButton] : [sendButton, linkButton]}
      </div>
      {preview.data === undefined ? (
        preview.error === null ? null : (
          <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
        )
      ) : (
        <WhyNot preview={preview.data} id={whyId} onTab={onTab} />
      )}
      <GuideButtons device={device} />
      {noPush === null ? null : (
        <p className={styles['note']}>
          <StateShape state="off" />
          <span>{t('provisioningPage.no-push', { reason: noPush })}</span>
        </p>
      )}
      {latest === undefined ? null : (
        <PinView key={latest.id} device={device} configuration={latest} />
      )}
      <History configurations={sent.data?.configurations ?? []} links={sent.data?.links ?? []} />
      <Options device={device} />
      <section className={styles['part']} aria-label={t('provisioningPage.log.title')}>
        <h3>{t('provisioningPage.log.title')}</h3>
        <div className={styles['log']}>
          <LogView filter={filter} isCompact />
        </div>
      </section>
      <SendDialog device={device} isOpen={url['do'] === 'send'} onClose={close} />
      <LinkDialog device={device} isOpen={url['do'] === 'link'} onClose={close} />
    </>
  );
}
