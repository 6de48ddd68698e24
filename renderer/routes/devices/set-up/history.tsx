import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Configuration, ProvisioningLink } from '../../../../shared/model/provisioning.ts';
import { client, orpc } from '../../../api/client.ts';
import { ConfigurationMark } from '../../../components/configuration-mark.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { placeOf } from '../../../routing/places.ts';
import { historyRows, linkMarks } from './history-rows.ts';
import styles from './set-up.module.css';

/** What {@link History} shows. */
export interface HistoryProps {
  readonly configurations: readonly Configuration[];
  readonly links: readonly ProvisioningLink[];
}

function ConfigurationRow({ row }: { readonly row: Configuration }): ReactNode {
  const { t, format } = useText();
  return (
    <tr>
      <td>
        <RelativeTime at={row.createdAt} />
      </td>
      <td>
        {t('provisioningPage.history.configuration')}
        <div className={styles['under']}>
          {t(`provisioningFormats.${row.format}`)},{' '}
          {t('provisioningPage.dialog.parts', { count: row.segments })}
        </div>
      </td>
      <td>
        <ConfigurationMark configuration={row} />
        {row.reason === null ? null : (
          <div className={styles['under']}>{t(`alertReasons.${row.reason}`)}</div>
        )}
      </td>
      <td>
        <Link
          {...placeOf('trace', row.traceId)}
          aria-label={t('provisioningPage.history.trace-of', {
            time: format.exact(row.createdAt),
          })}
        >
          {t('provisioningPage.history.trace')}
        </Link>
      </td>
    </tr>
  );
}

function LinkRow({
  row,
  onRevoke,
}: {
  readonly row: ProvisioningLink;
  readonly onRevoke: () => void;
}): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  return (
    <tr>
      <td>
        <RelativeTime at={row.createdAt} />
      </td>
      <td>
        {t('provisioningPage.history.link')}
        <div className={styles['under']}>
          {t(`provisioningPage.link.by.${row.sentBy}`)},{' '}
          {t('provisioningPage.link.opened', { count: row.openedCount })}
        </div>
      </td>
      <td>
        <StateMark
          state={linkMarks[row.state]}
          word={t(`provisioningPage.link.state.${row.state}`)}
        />
        {row.state === 'open' ? (
          <div className={styles['under']} title={format.exact(row.expiresAt)}>
            {t('provisioningPage.link.when', { time: format.relative(row.expiresAt, now) })}
          </div>
        ) : null}
      </td>
      <td>
        {row.state === 'open' || (row.state === 'used' && row.expiresAt > now) ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={t('provisioningPage.link.revoke-of', {
              time: format.exact(row.createdAt),
            })}
            onClick={onRevoke}
          >
            {t('provisioningPage.link.revoke')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** What was sent to a device: configurations with their traces, links with the way to end them. */
export function History({ configurations, links }: HistoryProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<string | null>(null);
  const rows = historyRows(configurations, links);
  return (
    <section className={styles['part']} aria-label={t('provisioningPage.history.title')}>
      <h3>{t('provisioningPage.history.title')}</h3>
      {rows.length === 0 ? (
        <p className="pd-soft">{t('provisioningPage.history.empty')}</p>
      ) : (
        <table className={styles['history']}>
          <thead>
            <tr>
              <th scope="col">{t('common.time')}</th>
              <th scope="col">{t('provisioningPage.history.column.what')}</th>
              <th scope="col">{t('common.state')}</th>
              <th scope="col">
                <span className="pd-spoken">{t('common.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'configuration' ? (
                <ConfigurationRow key={row.configuration.id} row={row.configuration} />
              ) : (
                <LinkRow
                  key={row.link.id}
                  row={row.link}
                  onRevoke={() => {
                    setRevoking(row.link.id);
                  }}
                />
              ),
            )}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        isOpen={revoking !== null}
        title={t('provisioningPage.link.revoke-title')}
        confirmLabel={t('provisioningPage.link.revoke')}
        onConfirm={async () => {
          if (revoking === null) return;
          await client.provisioning.revokeLink({ id: revoking });
          void queries.invalidateQueries({ queryKey: orpc.provisioning.key() });
          notify.done(t('provisioningPage.link.revoked'));
        }}
        onClose={() => {
          setRevoking(null);
        }}
      >
        <p>{t('provisioningPage.link.revoke-text')}</p>
      </ConfirmDialog>
    </section>
  );
}
