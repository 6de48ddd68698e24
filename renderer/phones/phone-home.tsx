import { Button } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendar,
  IconCheckbox,
  IconChevronRight,
  IconMessage,
  IconNote,
  IconSettings,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Phone, PhoneItem } from '../../shared/model/phone.ts';
import { client, orpc } from '../api/client.ts';
import { StateShape } from '../components/state-mark.tsx';
import { useNotify } from '../components/use-notify.tsx';
import { useText } from '../i18n/provider.tsx';
import type { PhoneDataType } from './phone-places.ts';
import type { SettingsMessage } from './pending-settings.ts';
import styles from './phone-screen.module.css';
import { SettingsCard } from './settings-card.tsx';

const icons = {
  contacts: IconAddressBook,
  calendar: IconCalendar,
  tasks: IconCheckbox,
  notes: IconNote,
} as const;

/** Arrived entries that the home screen names. */
const namedArrivals = 3;

/** What {@link PhoneHome} shows. */
export interface PhoneHomeProps {
  readonly phone: Phone;
  readonly notice: ReactNode;
  readonly places: readonly PhoneDataType[];
  readonly items: readonly PhoneItem[];
  readonly arrived: ReadonlySet<string>;
  readonly onList: (dataType: PhoneDataType) => void;
  readonly onEntry: (item: PhoneItem) => void;
  readonly onMessage: (message: SettingsMessage) => void;
  readonly onPage: (page: 'settings' | 'password' | 'write') => void;
}

/** The phone's home screen: what it holds, what has just come, and the two ways to synchronise. */
export function PhoneHome(props: PhoneHomeProps): ReactNode {
  const { phone, notice, places, items, arrived, onList, onEntry, onMessage, onPage } = props;
  const { t, format } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const sync = useMutation({
    mutationFn: (slow: boolean) => client.simulator.sync({ number: phone.number, slow }),
    onError: notify.failed,
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.simulator.key() }),
  });
  const isRunning = sync.isPending || phone.sync.state === 'running';
  const { source, hasPassword } = phone.profile;
  // Settings that somebody typed in have the account's password, or the session says what is wrong.
  const missing =
    source === 'empty'
      ? 'no-settings'
      : source === 'received' && !hasPassword
        ? 'no-password'
        : null;
  const news = items.filter(({ luid }) => arrived.has(luid));
  const waiting = items.filter(({ pending }) => pending !== null).length;
  return (
    <>
      <div className={styles['view']}>
        {notice}
        <SettingsCard
          phone={phone}
          onMessage={onMessage}
          onPassword={() => {
            onPage('password');
          }}
        />
        {news.length === 0 ? null : (
          <div className={styles['news']} role="status">
            <span className={styles['newsHead']}>{t('phones.arrived.list')}</span>
            {news.slice(0, namedArrivals).map((item) => (
              <button
                key={item.luid}
                type="button"
                onClick={() => {
                  onEntry(item);
                }}
              >
                {item.title === '' ? t('phones.entry.untitled') : item.title}
              </button>
            ))}
          </div>
        )}
        <ul className={styles['places']}>
          {places.map((dataType) => {
            const Icon = icons[dataType];
            const own = items.filter((item) => item.dataType === dataType);
            const count = own.filter(({ pending }) => pending !== 'deleted').length;
            return (
              <li key={dataType}>
                <button
                  type="button"
                  data-fresh={own.some(({ luid }) => arrived.has(luid))}
                  onClick={() => {
                    onList(dataType);
                  }}
                >
                  <Icon size={17} stroke={1.6} aria-hidden />
                  <span className={styles['placeName']}>{t(`phones.list.${dataType}`)}</span>
                  <span className={styles['placeCount']}>{format.number(count)}</span>
                  <IconChevronRight size={14} stroke={1.6} aria-hidden />
                </button>
              </li>
            );
          })}
          <li>
            <button
              type="button"
              onClick={() => {
                onPage('write');
              }}
            >
              <IconMessage size={17} stroke={1.6} aria-hidden />
              <span className={styles['placeName']}>{t('phones.write.title')}</span>
              <IconChevronRight size={14} stroke={1.6} aria-hidden />
            </button>
          </li>
          {phone.deviceId === null ? null : (
            <li>
              <button
                type="button"
                onClick={() => {
                  onPage('settings');
                }}
              >
                <IconSettings size={17} stroke={1.6} aria-hidden />
                <span className={styles['placeName']}>{t('phones.settings.title')}</span>
                <IconChevronRight size={14} stroke={1.6} aria-hidden />
              </button>
            </li>
          )}
        </ul>
      </div>
      <div className={styles['keys']}>
        {waiting === 0 ? null : (
          <p className={styles['waiting']}>{t('phones.pending.count', { count: waiting })}</p>
        )}
        {missing === null ? null : (
          <p className={styles['waiting']}>
            <StateShape state={missing === 'no-settings' ? 'off' : 'waiting'} />{' '}
            {t(`phones.sync.${missing}`)}
          </p>
        )}
        <Button
          size="compact-sm"
          fullWidth
          disabled={missing !== null}
          loading={isRunning}
          onClick={() => {
            sync.mutate(false);
          }}
        >
          {t('phones.sync.now')}
        </Button>
        {missing !== null ? null : (
          <Button
            size="compact-sm"
            fullWidth
            variant="subtle"
            disabled={isRunning}
            title={t('phones.sync.all-hint')}
            onClick={() => {
              sync.mutate(true);
            }}
          >
            {t('phones.sync.all')}
          </Button>
        )}
      </div>
    </>
  );
}
