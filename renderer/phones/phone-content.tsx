import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { orpc } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import { PhoneEntry } from './phone-entry.tsx';
import { PhoneHome } from './phone-home.tsx';
import { PhoneList } from './phone-list.tsx';
import { placesOf } from './phone-places.ts';
import type { PhoneDataType } from './phone-places.ts';
import { useArrivals } from './use-arrivals.ts';

type View =
  | { readonly kind: 'home' }
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

/** What lies on the phone: its home screen, its lists and its entries. */
export function PhoneContent({ phone, notice }: PhoneContentProps): ReactNode {
  const { t } = useText();
  const { number, deviceId } = phone;
  const [view, setView] = useState<View>({ kind: 'home' });
  const { data, error, refetch } = useQuery(
    orpc.simulator.items.queryOptions({ input: { number } }),
  );
  const device = useQuery(
    orpc.devices.get.queryOptions({ input: { id: deviceId ?? '' }, enabled: deviceId !== null }),
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
  const openList = (dataType: PhoneDataType): void => {
    setView({ kind: 'list', dataType });
  };
  const openEntry = (dataType: PhoneDataType, luid: string | undefined): void => {
    setView({ kind: 'entry', dataType, luid });
  };
  switch (view.kind) {
    case 'home':
      return (
        <PhoneHome
          phone={phone}
          notice={notice}
          places={placesOf(phone.clientType, device.data?.folders)}
          items={items}
          arrived={arrived}
          onList={openList}
          onEntry={({ dataType, luid }) => {
            openEntry(dataType, luid);
          }}
        />
      );
    case 'list':
      return (
        <PhoneList
          dataType={view.dataType}
          items={items}
          arrived={arrived}
          onBack={() => {
            setView({ kind: 'home' });
          }}
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
