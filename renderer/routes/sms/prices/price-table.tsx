import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { PriceFaults, PriceRow } from './price-rows.ts';
import styles from './prices.module.css';

/** What {@link PriceTable} needs. */
export interface PriceTableProps {
  readonly currency: string;
  readonly rows: readonly PriceRow[];
  readonly faults: readonly PriceFaults[];
  readonly onChange: (rows: readonly PriceRow[]) => void;
}

/** A line of two fields for each price. */
export function PriceTable({ currency, rows, faults, onChange }: PriceTableProps): ReactNode {
  const { t } = useText();
  const change = (index: number, row: PriceRow): void => {
    onChange(rows.map((each, place) => (place === index ? row : each)));
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('gatewaysPage.prices.prefix')}</th>
          <th scope="col">
            {t('gatewaysPage.prices.price')} ({currency})
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const line = index + 1;
          const fault = faults[index];
          return (
            // The lines have no names of their own: their place is all that tells them apart.
            <tr key={line}>
              <td>
                <TextInput
                  aria-label={t('gatewaysPage.prices.prefix-of', { line })}
                  placeholder={t('gatewaysPage.prices.others')}
                  value={row.prefix}
                  error={
                    fault === undefined || fault.prefix === null
                      ? null
                      : t(`gatewaysPage.prices.fault.${fault.prefix}`)
                  }
                  onChange={(event) => {
                    change(index, { ...row, prefix: event.currentTarget.value });
                  }}
                />
              </td>
              <td>
                <TextInput
                  aria-label={t('gatewaysPage.prices.price-of', { line })}
                  inputMode="decimal"
                  value={row.price}
                  error={
                    fault === undefined || fault.price === null
                      ? null
                      : t(`gatewaysPage.prices.fault.${fault.price}`)
                  }
                  onChange={(event) => {
                    change(index, { ...row, price: event.currentTarget.value });
                  }}
                />
              </td>
              <td>
                <ActionIcon
                  aria-label={t('gatewaysPage.prices.remove', { line })}
                  onClick={() => {
                    onChange(rows.filter((_row, place) => place !== index));
                  }}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
