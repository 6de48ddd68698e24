import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { orpc } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import { placeOf } from '../routing/places.ts';
import { choosePhone } from './choose-phone.ts';
import { PhoneScreen } from './phone-screen.tsx';
import { closePhones, showPhone, usePhonesDrawer } from './phones-drawer-state.ts';
import styles from './phones.module.css';
import { ReceivedList } from './received-list.tsx';
import { useWaking } from './use-awake.ts';
import type { Waking } from './use-awake.ts';

interface ShownPhoneProps {
  readonly phones: readonly Phone[];
  readonly number: string | null;
  readonly waking: Waking | null;
}

function ShownPhone({ phones, number, waking }: ShownPhoneProps): ReactNode {
  const { t } = useText();
  const phone = choosePhone(phones, number);
  if (phone === undefined) {
    return (
      <EmptyState
        title={t('phones.empty.title')}
        text={t('phones.empty.text')}
        action={<Link to="/setup">{t('phones.empty.setup')}</Link>}
      />
    );
  }
  return (
    <>
      <div className={styles['choice']}>
        <Select
          aria-label={t('phones.choose')}
          searchable
          allowDeselect={false}
          limit={200}
          value={phone.number}
          onChange={(chosen) => {
            showPhone(chosen);
          }}
          data={phones.map((one) => ({
            value: one.number,
            label: `${one.deviceName} · ${one.number}`,
          }))}
        />
        {phone.deviceId === null ? null : (
          <Link {...placeOf('device', phone.deviceId)}>{t('phones.device')}</Link>
        )}
      </div>
      <PhoneScreen phone={phone} waking={waking} />
      <ReceivedList key={phone.number} phone={phone} />
    </>
  );
}

function OpenDrawer({ waking }: { readonly waking: Waking | null }): ReactNode {
  const { t } = useText();
  const number = usePhonesDrawer((store) => store.number);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useQuery(orpc.simulator.phones.queryOptions({}));
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // The focus goes back to what opened the drawer, unless the person has left it already.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside
      className={styles['drawer']}
      aria-label={t('phones.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) closePhones();
      }}
    >
      <header className={styles['head']}>
        <h2 ref={heading} tabIndex={-1} className={styles['title']}>
          {t('phones.title')}
        </h2>
        <ActionIcon aria-label={t('phones.close')} onClick={closePhones}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles['body']}>
        <p className={styles['about']}>{t('phones.text')}</p>
        {data === undefined ? (
          error === null ? (
            <p className="pd-soft">{t('common.loading')}</p>
          ) : (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          )
        ) : (
          <ShownPhone phones={data.phones} number={number} waking={waking} />
        )}
      </div>
    </aside>
  );
}

/** Says to assistive programs which phone woke; sighted people see it. */
function WakingSpoken({ waking }: { readonly waking: Waking | null }): ReactNode {
  const { t } = useText();
  const { data } = useQuery(orpc.simulator.phones.queryOptions({ enabled: waking !== null }));
  const phone = data?.phones.find((one) => one.deviceId === waking?.deviceId);
  return (
    <div className="pd-spoken" aria-live="polite">
      {phone === undefined ? '' : t('phones.woke-announce', { name: phone.deviceName })}
    </div>
  );
}

/** The virtual phones, in a drawer beside the page. */
export function PhonesDrawer(): ReactNode {
  const isOpen = usePhonesDrawer((store) => store.isOpen);
  const waking = useWaking();
  return (
    <>
      <WakingSpoken waking={waking} />
      {isOpen ? <OpenDrawer waking={waking} /> : null}
    </>
  );
}
