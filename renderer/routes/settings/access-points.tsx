import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AccessPoint } from '../../../shared/model/provisioning.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { AccessPointDialog } from './access-point-dialog.tsx';
import styles from './settings.module.css';

/** The access points that a configuration can carry: to add, to change and to remove. */
export function AccessPoints(): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(orpc.provisioning.accessPoints.queryOptions({}));
  const [editing, setEditing] = useState<AccessPoint | 'new' | null>(null);
  const [removing, setRemoving] = useState<AccessPoint | null>(null);
  const points = data?.accessPoints ?? [];
  const stale = (): void => {
    void queries.invalidateQueries({ queryKey: orpc.provisioning.key() });
  };
  return (
    <>
      <h3 className={styles['subtitle']}>{t('settings.access-points.title')}</h3>
      <p className={styles['hint']}>{t('settings.access-points.text')}</p>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <p className="pd-soft">{t('common.loading')}</p>
      ) : null}
      {data !== undefined && points.length === 0 ? (
        <p className="pd-soft">{t('settings.access-points.empty')}</p>
      ) : null}
      <ul className={styles['points']}>
        {points.map((point) => (
          <li key={point.id}>
            <span className={styles['pointName']}>{point.name}</span>
            <span className="pd-mono pd-soft">{point.apn}</span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('settings.access-points.edit', { name: point.name })}
              onClick={() => {
                setEditing(point);
              }}
            >
              {t('common.edit')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={t('settings.access-points.remove', { name: point.name })}
              onClick={() => {
                setRemoving(point);
              }}
            >
              {t('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        onClick={() => {
          setEditing('new');
        }}
      >
        {t('settings.access-points.add')}
      </Button>
      <AccessPointDialog
        point={editing}
        onClose={() => {
          setEditing(null);
        }}
        onSaved={stale}
      />
      <ConfirmDialog
        isOpen={removing !== null}
        title={t('settings.access-points.remove-title', { name: removing?.name ?? '' })}
        confirmLabel={t('common.remove')}
        onConfirm={async () => {
          if (removing === null) return;
          await client.provisioning.removeAccessPoint({ id: removing.id });
          stale();
          notify.done(t('settings.access-points.removed', { name: removing.name }));
        }}
        onClose={() => {
          setRemoving(null);
        }}
      >
        <p>{t('settings.access-points.remove-text')}</p>
      </ConfirmDialog>
    </>
  );
}
