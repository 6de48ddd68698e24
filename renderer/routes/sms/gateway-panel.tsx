import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { GatewaySettings } from './gateway-settings.tsx';
import { GatewayTest } from './gateway-test.tsx';
import { PricesTab } from './prices/prices-tab.tsx';
import styles from './sms.module.css';

/** What {@link GatewayPanel} needs. */
export interface GatewayPanelProps {
  readonly gateway: Gateway;
  readonly onClose: () => void;
}

/** Whether there is something for a person to do about the gateway's state. */
function needsAdvice({ state }: Gateway): boolean {
  return state === 'failed' || state === 'attention';
}

/** What is at the far side, where it tells: the modem's maker and model, its service centre. */
function DeviceFact({ gateway }: Pick<GatewayPanelProps, 'gateway'>): ReactNode {
  const { t } = useText();
  const { device, smsc } = gateway.facts;
  const words = [
    ...(device === null || device === '' ? [] : [device]),
    ...(smsc === null || smsc === '' ? [] : [t('gatewaysPage.smsc', { number: smsc })]),
  ];
  return words.length === 0 ? null : <p className={styles['detail']}>{words.join(' · ')}</p>;
}

/** One gateway: its test, settings, prices and log. */
export function GatewayPanel({ gateway, onClose }: GatewayPanelProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [url, setUrl] = useUrlState();
  const [isRemoving, setIsRemoving] = useState(false);
  const { id, name } = gateway;
  return (
    <SidePanel
      name="gateways"
      title={name}
      state={<StateMark state={gateway.state} word={t(`sms.word.${gateway.reason}`)} />}
      head={
        <>
          <p className={styles['detail']}>
            {t(`gatewayReasons.${gateway.reason}`)}
            {needsAdvice(gateway) ? ` ${t(`gatewayAdvice.${gateway.reason}`)}` : ''}
          </p>
          <DeviceFact gateway={gateway} />
          {gateway.detail === '' ? null : (
            <p className={styles['detail']}>
              {t('sms.detail.label')}: <span className="pd-mono">{gateway.detail}</span>
            </p>
          )}
        </>
      }
      onClose={onClose}
    >
      <FilledTabs
        label={name}
        value={url['view'] ?? 'test'}
        onChange={(view) => {
          setUrl({ view });
        }}
        tabs={[
          {
            id: 'test',
            label: t('sms.panel.test'),
            render: () => <GatewayTest key={id} gateway={gateway} />,
          },
          {
            id: 'settings',
            label: t('sms.panel.settings'),
            render: () => (
              <GatewaySettings
                key={id}
                gateway={gateway}
                onRemove={() => {
                  setIsRemoving(true);
                }}
              />
            ),
          },
          {
            id: 'prices',
            label: t('gatewaysPage.prices.tab'),
            render: () => <PricesTab key={id} gatewayId={id} />,
          },
          {
            id: 'log',
            label: t('sms.panel.log'),
            isFilled: true,
            render: () => <LogView key={id} filter={{ gatewayId: id }} isCompact />,
          },
        ]}
      />
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('sms.remove.title', { name })}
        confirmLabel={t('common.remove')}
        onClose={() => {
          setIsRemoving(false);
        }}
        onConfirm={async () => {
          await client.gateways.remove({ id });
          notify.done(t('sms.removed', { name }));
          onClose();
        }}
      >
        <p>{t('sms.remove.text', { queued: gateway.queued })}</p>
      </ConfirmDialog>
    </SidePanel>
  );
}
