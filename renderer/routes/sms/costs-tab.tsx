import { Button, Select } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { costGroupSchema } from '../../../shared/model/sms-account.ts';
import type { CostLine } from '../../../shared/model/sms-account.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { notifyDone } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { CostCharts } from './costs/cost-charts.tsx';
import { useCostColumns } from './costs/cost-columns.tsx';
import { offeredMonths, readCostRange } from './costs/cost-range.ts';
import { costsToCsv } from './costs/costs-csv.ts';
import { UnpricedNote } from './costs/unpriced-note.tsx';
import { useMonthName } from './costs/use-month-name.ts';
import styles from './service.module.css';

const none: readonly CostLine[] = [];

/** What SMS cost: by month, account, device, gateway or API user. */
export function CostsTab(): ReactNode {
  const { t, language } = useText();
  const [url, setUrl] = useUrlState();
  const now = useNow();
  const monthName = useMonthName('long');
  const { by, from, to } = readCostRange(url, now);
  const { data, error, isPending, refetch } = useQuery(
    orpc.costs.report.queryOptions({
      input: { by, from, to },
      placeholderData: (before) => before,
    }),
  );
  const columns = useCostColumns(by, data?.currency ?? 'EUR');
  const months = [...new Set([...offeredMonths(now), to, from])].sort().reverse();
  const monthData = months.map((month) => ({ value: month, label: monthName(month) }));
  const save = (): void => {
    if (data === undefined) return;
    const name = `pushdesk-sms-costs-${by}-${from}-${to}.csv`;
    saveFile(name, 'text/csv', costsToCsv(data.lines, data.currency));
    notifyDone(t('costsPage.saved', { name }));
  };
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <div className={styles['bar']}>
        <Select
          aria-label={t('costsPage.by')}
          w={160}
          allowDeselect={false}
          value={by}
          onChange={(value) => {
            setUrl({ by: value ?? '', sort: '' });
          }}
          data={costGroupSchema.options.map((value) => ({
            value,
            label: t(`costsPage.by.${value}`),
          }))}
        />
        {(['from', 'to'] as const).map((name) => (
          <Select
            key={name}
            aria-label={t(`costsPage.${name}`)}
            leftSection={<span className="pd-soft">{t(`costsPage.${name}`)}</span>}
            leftSectionWidth={46}
            w={200}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            value={name === 'from' ? from : to}
            onChange={(value) => {
              setUrl({ from, to, [name]: value ?? '' });
            }}
            data={monthData}
          />
        ))}
        <div className={styles['end']}>
          <Button
            variant="default"
            leftSection={<IconFileDownload size={14} aria-hidden />}
            disabled={data === undefined || data.lines.length === 0}
            onClick={save}
          >
            {t('costsPage.export')}
          </Button>
        </div>
      </div>
      <CostCharts from={from} to={to} />
      <UnpricedNote from={from} to={to} parts={data?.total.unpriced ?? 0} />
      <DataTable
        key={by}
        name={`costs-${by}`}
        label={t('sms.tab.costs')}
        rows={data?.lines ?? none}
        columns={columns}
        rowId={(line) => `${line.month} ${line.id ?? ''}`}
        rowName={(line) => `${line.month} ${line.name}`}
        defaultSort="-month"
        isLoading={isPending}
        empty={
          <EmptyState
            title={t('costsPage.empty.title')}
            text={t('costsPage.empty.text')}
            action={
              <Link to="/sms" search={{}}>
                {t('costsPage.empty.action')}
              </Link>
            }
          />
        }
        foot={
          data === undefined
            ? null
            : t('costsPage.total', {
                messages: data.total.messages,
                parts: data.total.parts,
                cost: formatMoney(language, data.currency, data.total.cost),
              })
        }
      />
    </>
  );
}
