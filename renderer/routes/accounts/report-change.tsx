import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import type { Device } from '../../../shared/model/device.ts';
import { dataTypeSchema } from '../../../shared/model/words.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './accounts.module.css';

/** What {@link ReportChange} needs. */
export interface ReportChangeProps {
  readonly account: Account;
  readonly devices: readonly Device[];
}

/** Reports a change by hand, as a mail server would, to see what becomes of it. */
export function ReportChange({ account, devices }: ReportChangeProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const offered = dataTypeSchema.options.filter((type) =>
    devices.some((device) => device.folders.some((folder) => folder.dataType === type)),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const folder = chosen ?? offered[0] ?? 'contacts';
  const report = useMutation({
    mutationFn: () => client.changes.report({ account: account.id, folder, origin: 'admin' }),
    onSuccess: ({ traceId }) => {
      notify.done(t('accounts.change.done'), {
        action: {
          label: t('accounts.change.trace'),
          run: () => void navigate({ to: '/trace/$traceId', params: { traceId } }),
        },
      });
    },
  });
  return (
    <section className={styles['report']} aria-label={t('accounts.change.title')}>
      <h3>{t('accounts.change.title')}</h3>
      <p>{t('accounts.change.text')}</p>
      {report.error === null ? null : <ErrorNotice error={report.error} />}
      <div className={styles['line']}>
        <Select
          label={t('accounts.change.folder')}
          w={180}
          allowDeselect={false}
          value={folder}
          onChange={setChosen}
          data={offered.map((type) => ({ value: type, label: t(`dataTypes.${type}`) }))}
        />
        <Button
          variant="default"
          loading={report.isPending}
          onClick={() => {
            report.mutate();
          }}
        >
          {t('accounts.change.button')}
        </Button>
      </div>
    </section>
  );
}
