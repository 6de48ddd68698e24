import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { isDesktop } from '../../api/bridge.ts';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { ChangesSection } from './changes-section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { DesktopSection, RetentionSection } from './keeping-sections.tsx';
import { MailSection } from './mail-section.tsx';
import { ProvisioningSection } from './provisioning-section.tsx';
import styles from './settings.module.css';
import { SmsSection } from './sms-section.tsx';
import { SyncSection } from './sync-section.tsx';

const sections = [
  'appearance',
  'desktop',
  'sync',
  'devices',
  'changes',
  'sms',
  'provisioning',
  'mail',
  'retention',
  'backup',
  'about',
] as const;

/** The settings that are not the push engine's. `section` in the URL goes to one of them. */
export function SettingsPage(): ReactNode {
  const { t } = useText();
  const [url] = useUrlState();
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  const status = useQuery(orpc.system.status.queryOptions({}));
  const shown = sections.filter((name) => name !== 'desktop' || isDesktop());
  const wanted = shown.find((name) => name === url['section']);
  const isReady = settings.data !== undefined;
  useEffect(() => {
    if (wanted !== undefined && isReady) document.getElementById(wanted)?.scrollIntoView();
  }, [wanted, isReady]);
  const listenerOf = (name: 'changes-udp' | 'devices-http' | 'devices-https') =>
    status.data?.listeners.find((listener) => listener.name === name);

  return (
    <Page title={t('settings.title')} isFilled>
      <div className={styles['layout']}>
        <nav className={styles['nav']} aria-label={t('settings.section.nav')}>
          <ul>
            {shown.map((name) => (
              <li key={name}>
                <Link
                  to="/settings"
                  search={{ section: name }}
                  replace
                  data-current={name === (wanted ?? 'appearance')}
                >
                  {t(`settings.section.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['content']}>
          <AppearanceSection />
          {settings.data === undefined ? (
            settings.error === null ? (
              <p className="pd-soft">{t('common.loading')}</p>
            ) : (
              <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
            )
          ) : (
            <>
              {isDesktop() ? <DesktopSection settings={settings.data} /> : null}
              <SyncSection settings={settings.data} />
              <DevicesSection
                settings={settings.data}
                listener={listenerOf('devices-http')}
                tlsListener={listenerOf('devices-https')}
              />
              <ChangesSection settings={settings.data} udp={listenerOf('changes-udp')} />
              <SmsSection settings={settings.data} />
              <ProvisioningSection settings={settings.data} />
              <MailSection settings={settings.data} />
              <RetentionSection settings={settings.data} />
              <BackupSection status={status.data} />
            </>
          )}
          {status.data === undefined ? null : <AboutSection status={status.data} />}
        </div>
      </div>
    </Page>
  );
}
