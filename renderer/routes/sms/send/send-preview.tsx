import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { bareNumber, nameCharacters } from './send-form.ts';

/** Rest after the last key before it is counted, in milliseconds. */
const restMs = 250;

/** What {@link SendPreview} tells about. */
export interface SendPreviewProps {
  readonly number: string;
  readonly text: string;
  readonly gatewayId: string;
  readonly accountId: string;
}

/** What a text becomes while it is written: parts, what is left of the last, which way and what it costs. */
export function SendPreview(props: SendPreviewProps): ReactNode {
  const { t, list, language } = useText();
  const [{ number, text, gatewayId, accountId }] = useDebouncedValue(props, restMs);
  const bare = bareNumber(number);
  const hasNumber = /^\+?\d{3,15}$/u.test(bare);
  const { data, error } = useQuery(
    orpc.messages.preview.queryOptions({
      input: {
        text,
        ...(hasNumber ? { number: bare } : {}),
        ...(gatewayId === '' ? {} : { gatewayId }),
        ...(accountId === '' ? {} : { accountId }),
      },
      placeholderData: (before) => before,
      enabled: text !== '' || hasNumber,
      retry: false,
    }),
  );
  const outside = nameCharacters(data?.outside ?? []);
  return (
    <div className={styles['counter']} role="status">
      {error !== null ? (
        <p>{t('sendSms.preview-failed')}</p>
      ) : text === '' || data === undefined ? (
        <p>{t('sendSms.counter.none')}</p>
      ) : (
        <p>{t(`sendSms.counter.${data.alphabet}`, { parts: data.parts, left: data.unitsLeft })}</p>
      )}
      {error !== null || text === '' || outside.length === 0 ? null : (
        <p>{t('sendSms.outside', { characters: list(outside) })}</p>
      )}
      {error !== null || data === undefined || !hasNumber ? null : (
        <p>
          {data.gatewayName === null
            ? t('sendSms.way.none')
            : t('sendSms.way.gateway', { gateway: data.gatewayName })}{' '}
          {text === ''
            ? null
            : data.cost === null
              ? t('sendSms.cost.unknown')
              : t('sendSms.cost.known', {
                  cost: formatMoney(language, data.currency, data.cost),
                })}
        </p>
      )}
    </div>
  );
}
