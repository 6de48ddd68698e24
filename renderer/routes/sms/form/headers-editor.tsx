import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';

/** The headers that every request carries, a line for each. */
export function HeadersEditor({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  const rows = form.values.headers;
  const error = form.errors['headers'];
  return (
    // A refusal of a header sends the focus here.
    <div role="group" aria-label={t('gatewaysPage.http.headers')} data-path="headers" tabIndex={-1}>
      <p className={styles['label']}>{t('gatewaysPage.http.headers')}</p>
      <p className={styles['hint']}>{t('gatewaysPage.http.headers-hint')}</p>
      {rows.map((row, index) => {
        const line = index + 1;
        return (
          // The lines have no names of their own: their place is all that tells them apart.
          <div key={line} className={styles['header']}>
            <TextInput
              aria-label={t('gatewaysPage.http.header-name', { line })}
              placeholder="X-Api-Key"
              spellCheck={false}
              maxLength={120}
              classNames={{ input: 'pd-mono' }}
              value={row.name}
              onChange={(event) => {
                form.replaceListItem('headers', index, {
                  ...row,
                  name: event.currentTarget.value,
                });
              }}
            />
            <TextInput
              aria-label={t('gatewaysPage.http.header-value', { line })}
              spellCheck={false}
              maxLength={1_000}
              classNames={{ input: 'pd-mono' }}
              value={row.value}
              onChange={(event) => {
                form.replaceListItem('headers', index, {
                  ...row,
                  value: event.currentTarget.value,
                });
              }}
            />
            <ActionIcon
              aria-label={t('gatewaysPage.http.header-remove', { line })}
              onClick={() => {
                form.removeListItem('headers', index);
              }}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {error === undefined ? null : (
        <p className={styles['fault']} role="alert">
          {error}
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        mt={6}
        disabled={rows.length >= gatewayLimits.headers}
        onClick={() => {
          form.insertListItem('headers', { name: '', value: '' });
        }}
      >
        {t('gatewaysPage.http.header-add')}
      </Button>
    </div>
  );
}
