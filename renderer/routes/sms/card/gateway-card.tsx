import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { client } from '../../../api/client.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { BreakerLine } from './breaker-line.tsx';
import { BudgetMeters } from './budget-meters.tsx';
import styles from './card.module.css';
import { LinkFact } from './link-fact.tsx';
import { Signal } from './signal.tsx';

/** What {@link GatewayCard} needs. */
export interface GatewayCardProps {
  readonly gateway: Gateway;
  readonly isOpen: boolean;
  /** Whether Tab goes to this card: one of them all, the arrow keys go to the others. */
  readonly isTabStop: boolean;
  /** Opens the panel; without a view the one that was open last stays. */
  readonly onOpen: (view?: 'test' | 'settings') => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
}

function Counters({ gateway }: Pick<GatewayCardProps, 'gateway'>): ReactNode {
  const { t, format } = useText();
  const counters = [
    { word: t('gatewaysPage.perMinute'), value: gateway.perMinuteNow },
    { word: t('gatewaysPage.underWay'), value: gateway.underWay },
    { word: t('sms.column.queued'), value: gateway.queued },
    { word: t('sms.column.sent'), value: gateway.sentToday },
    { word: t('sms.column.failed'), value: gateway.failedToday },
  ];
  return (
    <dl className={styles['counters']}>
      {counters.map(({ word, value }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd data-zero={value === 0}>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One gateway: state in words, its link, counters, limits, switch and test. */
export function GatewayCard(props: GatewayCardProps): ReactNode {
  const { gateway, isOpen, onOpen } = props;
  const { t } = useText();
  const notify = useNotify();
  const { id, name } = gateway;
  const setActive = useMutation({
    mutationFn: (active: boolean) => client.gateways.setActive({ id, active }),
    onSuccess: ({ active }) => {
      notify.done(t(active ? 'sms.on.done' : 'sms.off.done', { name }));
    },
    onError: notify.failed,
  });
  return (
    <li className={styles['card']} data-open={isOpen}>
      <div className={styles['head']}>
        <div className={styles['names']}>
          <button
            type="button"
            className={styles['name']}
            aria-expanded={isOpen}
            tabIndex={props.isTabStop ? 0 : -1}
            data-card
            onFocus={props.onFocus}
            onKeyDown={props.onKeyDown}
            onClick={() => {
              onOpen();
            }}
          >
            {name}
          </button>
          <span className={styles['under']}>
            {t(`sms.kind.${gateway.kind}`)} ·{' '}
            {t('gatewaysPage.place', { priority: gateway.priority, weight: gateway.weight })}
          </span>
        </div>
        <Switch
          aria-label={t('sms.on.label', { name })}
          checked={setActive.isPending ? setActive.variables : gateway.active}
          onChange={(event) => {
            setActive.mutate(event.currentTarget.checked);
          }}
        />
      </div>
      <div className={styles['state']}>
        <StateMark state={gateway.state} word={t(`sms.word.${gateway.reason}`)} />
        <p className={styles['why']}>{t(`gatewayReasons.${gateway.reason}`)}</p>
        <BreakerLine gateway={gateway} />
        {gateway.detail === '' ? null : (
          <p className={styles['said']} title={gateway.detail}>
            {t('sms.detail.label')}: <span className="pd-mono">{gateway.detail}</span>
          </p>
        )}
        <Signal facts={gateway.facts} />
        <LinkFact gateway={gateway} />
      </div>
      <div className={styles['figures']}>
        <Counters gateway={gateway} />
        <BudgetMeters gateway={gateway} />
      </div>
      <div className={styles['foot']}>
        <span className={styles['under']}>
          {t('sms.column.used')}: <RelativeTime at={gateway.lastUsedAt} />
        </span>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t('sms.panel.test')}: ${name}`}
          onClick={() => {
            onOpen('test');
          }}
        >
          {t('sms.panel.test')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t('sms.panel.settings')}: ${name}`}
          onClick={() => {
            onOpen('settings');
          }}
        >
          {t('sms.panel.settings')}
        </Button>
      </div>
    </li>
  );
}
