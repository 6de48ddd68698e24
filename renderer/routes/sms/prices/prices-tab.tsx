import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Price } from '../../../../shared/model/sms-account.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { PastePrices } from './paste-prices.tsx';
import { mergeRows, priceFaults, pricesToRows, rowsToPrices } from './price-rows.ts';
import { PriceTable } from './price-table.tsx';
import styles from './prices.module.css';

interface PriceEditorProps {
  readonly gatewayId: string;
  readonly currency: string;
  readonly prices: readonly Price[];
}

function PriceEditor({ gatewayId, currency, prices }: PriceEditorProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const stored = pricesToRows(prices);
  const [rows, setRows] = useState(stored);
  /** Faults are told once somebody has tried to save; while one types, half a number is no fault. */
  const [isChecked, setIsChecked] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isDirty = JSON.stringify(rows) !== JSON.stringify(stored);

  const save = async (): Promise<void> => {
    setIsChecked(true);
    const read = rowsToPrices(rows);
    if (read === null) return;
    setIsRunning(true);
    setError(null);
    try {
      const saved = await client.costs.setPrices({ gatewayId, prices: read });
      queries.setQueryData(orpc.costs.prices.queryKey({ input: { gatewayId } }), saved);
      void queries.invalidateQueries({ queryKey: orpc.routes.key() });
      setRows(pricesToRows(saved.prices));
      setIsChecked(false);
      notify.done(t('common.saved'));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsRunning(false);
    }
  };
  return (
    <form
      className={styles['stack']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="pd-soft">{t('gatewaysPage.prices.text', { currency })}</p>
      {error === null ? null : <ErrorNotice error={error} />}
      {rows.length === 0 ? (
        <p>{t('gatewaysPage.prices.empty')}</p>
      ) : (
        <PriceTable
          currency={currency}
          rows={rows}
          faults={isChecked ? priceFaults(rows) : []}
          onChange={setRows}
        />
      )}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          setRows([...rows, { prefix: '', price: '' }]);
        }}
      >
        {t('gatewaysPage.prices.add')}
      </Button>
      <PastePrices
        onTake={(added) => {
          setRows(mergeRows(rows, added));
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" loading={isRunning} disabled={!isDirty}>
          {t('common.save')}
        </Button>
        {isDirty ? (
          <Button
            variant="default"
            onClick={() => {
              setRows(stored);
              setIsChecked(false);
            }}
          >
            {t('settings.discard')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** What SMS cost by one gateway, by the beginning of the number. */
export function PricesTab({ gatewayId }: { readonly gatewayId: string }): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(
    orpc.costs.prices.queryOptions({ input: { gatewayId } }),
  );
  if (data !== undefined) return <PriceEditor gatewayId={gatewayId} {...data} />;
  return error === null ? (
    <p className="pd-soft">{t('common.loading')}</p>
  ) : (
    <ErrorNotice error={error} onRetry={() => void refetch()} />
  );
}
