import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SystemStatus } from '../../../shared/model/system.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Section } from '../../components/section.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { diagnosticsText } from './diagnostics.ts';
import styles from './settings.module.css';

/** Version, listeners and figures of the running installation. */
export function AboutSection({ status }: { readonly status: SystemStatus }): ReactNode {
  const { t, format } = useText();
  const notify = useNotify();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(diagnosticsText(status, navigator.userAgent));
    notify.done(t('common.copied', { what: t('settings.about.diagnostics') }));
  };
  return (
    <Section id="about" title={t('settings.section.about')}>
      {status.demo ? <p>{t('settings.about.demo')}</p> : null}
      <dl className={styles['facts']}>
        <dt>{t('settings.about.version')}</dt>
        <dd>{status.version}</dd>
        <dt>{t('settings.about.host')}</dt>
        <dd>{t(`settings.about.host.${status.host}`)}</dd>
        <dt>{t('settings.about.started')}</dt>
        <dd>
          <RelativeTime at={status.startedAt} />
        </dd>
        <dt>{t('settings.about.data')}</dt>
        <dd>
          <CopyText value={status.dataDir} what={t('settings.about.data')} />
        </dd>
        <dt>{t('settings.about.storage')}</dt>
        <dd>{format.bytes(status.storageBytes)}</dd>
        <dt>{t('settings.about.memory')}</dt>
        <dd>{format.bytes(status.memoryBytes)}</dd>
        <dt>{t('settings.about.counts')}</dt>
        <dd>{t('settings.about.counts-text', status.counts)}</dd>
        <dt>{t('settings.about.listeners')}</dt>
        <dd>
          <ul className={styles['listeners']}>
            {status.listeners.map((listener) => (
              <li key={listener.name}>
                <StateMark state={listener.state} word={t(`listeners.${listener.name}`)} />{' '}
                <span className="pd-mono">
                  {listener.host}:{listener.port}
                </span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <div className={styles['line']}>
        <Button
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void copy().catch(notify.failed)}
        >
          {t('settings.about.copy')}
        </Button>
        <span className="pd-soft">{t('settings.about.copy-hint')}</span>
      </div>
      <p>
        <Link to="/setup">{t('settings.about.setup')}</Link>
      </p>
    </Section>
  );
}
