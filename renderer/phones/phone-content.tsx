import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { orpc } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import { PasswordPage } from './password-page.tsx';
import { isSettings } from './pending-settings.ts';
import { PhoneEntry } from './phone-entry.tsx';
import { PhoneHome } from './phone-home.tsx';
import { PhoneList } from './phone-list.tsx';
import { placesOf } from './phone-places.ts';
import type { PhoneDataType } from './phone-places.ts';
import { SettingsMessagePage } from './settings-message.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useArrivals } from './use-arrivals.ts';
import { WritePage } from './write-page.tsx';

type View =
  | { readonly kind: 'home' | 'settings' | 'password' | 'write' }
  /** A message with settings. */
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'list'; readonly dataType: PhoneDataType }
  | {
      readonly kind: 'entry';
      readonly dataType: PhoneDataType;
      /** Undefined for a new one. */
      readonly luid: string | undefined;
    };

/** What {@link PhoneContent} shows. */
export interface PhoneContentProps {
  readonly phone: Phone;
  /** What the phone was just told; its home screen shows it. */
  readonly notice: ReactNode;
}

/** What lies on the phone: its home screen, its lists and entries, its settings. */
export function PhoneContent({ phone, notice }: PhoneContentProps): ReactNode {
  const { t } = useText();
  const { number, profile } = phone;
  const [view, setView] = useState<View>({ kind: 'home' });
  const { data, error, refetch } = useQuery(
    orpc.simulator.items.queryOptions({ input: { number } }),
  );
  const items = data?.items;
  const arrived = useArrivals(items);
  if (items === undefined) {
    return error === null ? (
      <p>{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  const openPage = (kind: 'home' | 'settings' | 'password' | 'write'): void => {
    setView({ kind });
  };
  const goHome = (): void => {
    openPage('home');
  };
  const openList = (dataType: PhoneDataType): void => {
    setView({ kind: 'list', dataType });
  };
  const openEntry = (dataType: PhoneDataType, luid: string | undefined): void => {
    setView({ kind: 'entry', dataType, luid });
  };
  const isOpenToAll = phone.deviceId === null || profile.source === 'empty';
  const home = (
    <PhoneHome
      phone={phone}
      notice={notice}
      places={placesOf(phone.clientType, isOpenToAll ? undefined : profile.databases)}
      items={items}
      arrived={arrived}
      onList={openList}
      onEntry={({ dataType, luid }) => {
        openEntry(dataType, luid);
      }}
      onMessage={({ id }) => {
        setView({ kind: 'message', id });
      }}
      onPage={openPage}
    />
  );
  switch (view.kind) {
    case 'home':
      return home;
    case 'settings':
      return (
        <SettingsPage
          phone={phone}
          onBack={goHome}
          onPassword={() => {
            openPage('password');
          }}
        />
      );
    case 'password':
      return <PasswordPage phone={phone} onBack={goHome} />;
    case 'write':
      return <WritePage number={number} onBack={goHome} />;
    case 'message': {
      const message = phone.messages.filter(isSettings).find(({ id }) => id === view.id);
      // It goes while it is read, when the phone is emptied.
      if (message === undefined) return home;
      return (
        <SettingsMessagePage
          key={message.id}
          number={number}
          message={message}
          onBack={goHome}
          onSaved={(hasPassword) => {
            openPage(hasPassword ? 'home' : 'password');
          }}
        />
      );
    }
    case 'list':
      return (
        <PhoneList
          dataType={view.dataType}
          items={items}
          arrived={arrived}
          onBack={goHome}
          onNew={() => {
            openEntry(view.dataType, undefined);
          }}
          onEntry={({ luid }) => {
            openEntry(view.dataType, luid);
          }}
        />
      );
    case 'entry':
      return (
        <PhoneEntry
          key={view.luid ?? 'new'}
          number={number}
          dataType={view.dataType}
          item={items.find(({ luid }) => luid === view.luid)}
          onClose={() => {
            openList(view.dataType);
          }}
        />
      );
  }
}
