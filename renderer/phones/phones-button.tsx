import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../api/client.ts';
import { useText } from '../i18n/provider.tsx';
import { togglePhones, usePhonesDrawer } from './phones-drawer-state.ts';
import styles from './phones.module.css';

/** Opens the drawer of the virtual phones, and says how many there are. Absent without any. */
export function PhonesButton(): ReactNode {
  const { t } = useText();
  const isOpen = usePhonesDrawer((store) => store.isOpen);
  const { data } = useQuery(orpc.simulator.phones.queryOptions({}));
  const count = data?.phones.length ?? 0;
  if (count === 0 && !isOpen) return null;
  return (
    <button
      type="button"
      className={styles['button']}
      aria-expanded={isOpen}
      onClick={togglePhones}
    >
      <IconDeviceMobileMessage size={16} stroke={1.6} aria-hidden />
      <span>{t('phones.count', { count })}</span>
    </button>
  );
}
