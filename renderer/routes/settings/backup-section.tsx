import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SystemStatus } from '../../../shared/model/system.ts';
import { client, orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Section } from '../../components/section.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';

/** Writes a backup and says where it is. */
export function BackupSection({
  status,
}: {
  readonly status: SystemStatus | undefined;
}): ReactNode {
  const { t, format } = useText();
  const queries = useQueryClient();
  const backup = useMutation({
    mutationFn: () => client.system.backup({}),
    onSuccess: () => void queries.invalidateQueries({ queryKey: orpc.system.key() }),
  });
  return (
    <Section id="backup" title={t('settings.section.backup')} text={t('settings.backup.text')}>
      <div className={styles['fields']}>
        {backup.error === null ? null : (
          <ErrorNotice
            error={backup.error}
            onRetry={() => {
              backup.mutate();
            }}
          />
        )}
        <div className={styles['line']}>
          <Button
            variant="default"
            loading={backup.isPending}
            onClick={() => {
              backup.mutate();
            }}
          >
            {t('settings.backup.button')}
          </Button>
          {status === undefined ? null : status.lastBackupAt === null ? (
            <span className="pd-soft">{t('settings.backup.never')}</span>
          ) : (
            <span className="pd-soft">
              {t('settings.backup.last')} <RelativeTime at={status.lastBackupAt} />
            </span>
          )}
        </div>
        {backup.data === undefined ? null : (
          <p className={styles['note']} role="status">
            <StateShape state="working" />
            <span>
              {t('settings.backup.done', { size: format.bytes(backup.data.bytes) })}{' '}
              <CopyText value={backup.data.path} what={t('settings.backup.path')} />
            </span>
          </p>
        )}
      </div>
    </Section>
  );
}
