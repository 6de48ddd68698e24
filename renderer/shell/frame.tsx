import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Commands } from '../commands/commands.tsx';
import { useText } from '../i18n/provider.tsx';
import { PhonesDrawer } from '../phones/index.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './frame.module.css';
import { SideNav } from './side-nav.tsx';

/** The frame around every page. */
export function Frame(): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['frame']}>
      <a
        className={styles['skip']}
        href="#content"
        onClick={(event) => {
          // The address belongs to the router, so the jump is made by hand.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('nav.skip')}
      </a>
      <SideNav />
      <div className={styles['right']}>
        <ConnectionBanner />
        <main id="content" tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
      </div>
      <PhonesDrawer />
      <Commands />
    </div>
  );
}
