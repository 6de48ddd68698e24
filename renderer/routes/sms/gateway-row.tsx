import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { client } from '../../api/client.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './sms.module.css';

/** What {@link GatewayRow} needs. */
export interface GatewayRowProps {
  readonly gateway: Gateway;
  readonly isOpen: boolean;
  readonly onOpen: (view: 'test' | 'settings') => void;
}

/** One gateway in the list: state in words, counters, switch and test. */
export function GatewayRow({ gateway, isOpen, onOpen }: GatewayRowProps): ReactNode {
  const { t, format } = useText();
  const notify = useNotify();
  const { id, name } = gateway;
  const setActive = useMutation({
    mutationFn: (active: boolean) => client.gateways.setActive({ id, active }),
    onSuccess: ({ active }) => {
      notify.done(t(active ? 'sms.on.done' : 'sms.off.done', { name }));
    },
    onError: notify.failed,
  });
  const counters = [
    { word: t('sms.column.queued'), value: gateway.queued },
    { word: t('sms.column.sent'), value: gateway.sentToday },
    { word: t('sms.column.failed'), value: gateway.failedToday },
  ];
  return (
    <li className={styles['gateway']} data-open={isOpen}>
      <div className={styles['name']}>
        <button
          type="button"
          className={styles['open']}
          aria-expanded={isOpen}
          onClick={() => {
            onOpen('settings');
          }}
        >
          {name}
        </button>
        <span className={styles['under']}>
          {t(`sms.kind.${gateway.kind}`)} · {t('sms.column.priority')}{' '}
          {format.number(gateway.priority)}
        </span>
      </div>
      <div className={styles['state']}>
        <StateMark state={gateway.state} word={t(`sms.word.${gateway.reason}`)} />
        <p className={styles['detail']}>
          {t(`gatewayReasons.${gateway.reason}`)}{' '}
          {gateway.detail === '' ? null : (
            <>
              {t('sms.detail.label')}: <span className="pd-mono">{gateway.detail}</span>
            </>
          )}
        </p>
      </div>
      <dl className={styles['counters']}>
        {counters.map((counter) => (
          <div key={counter.word} className={styles['counter']}>
            <dt>{counter.word}</dt>
            <dd>{format.number(counter.value)}</dd>
          </div>
        ))}
        <div className={styles['counter']}>
          <dt>{t('sms.column.used')}</dt>
          <dd className={styles['under']}>
            <RelativeTime at={gateway.lastUsedAt} />
          </dd>
        </div>
      </dl>
      <div className={styles['end']}>
        <Button
          variant="default"
          onClick={() => {
            onOpen('test');
          }}
        >
          {t('sms.panel.test')}
        </Button>
        <Switch
          aria-label={t('sms.on.label', { name })}
          checked={setActive.isPending ? setActive.variables : gateway.active}
          onChange={(event) => {
            setActive.mutate(event.currentTarget.checked);
          }}
        />
      </div>
    </li>
  );
}
