import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import type { GatewayFormValues } from './gateway-form.ts';
import styles from './sms.module.css';

/** Rest after the last key before the preview is asked for, in milliseconds. */
const restMs = 250;

/** What the template makes of an example alert; nothing is sent. */
export function TemplatePreview({ values }: { readonly values: GatewayFormValues }): ReactNode {
  const { t } = useText();
  const { url, body, method, user, sender } = values;
  const [input] = useDebouncedValue({ url, body, method, user, sender }, restMs);
  const { data } = useQuery(
    orpc.gateways.preview.queryOptions({
      input,
      enabled: input.url !== '',
      placeholderData: (before) => before,
    }),
  );
  return (
    <div aria-live="polite">
      <p className={styles['label']}>{t('sms.form.preview')}</p>
      {input.url === '' || data === undefined ? (
        <p className="pd-soft">{t('sms.form.preview-empty')}</p>
      ) : data.ok ? (
        <CodeBlock what={t('sms.form.preview')} text={data.request} canCopy={false} />
      ) : (
        <p className={styles['result']}>
          <StateShape state="attention" />
          <span>{t('sms.form.preview-bad', { error: data.error ?? '' })}</span>
        </p>
      )}
    </div>
  );
}
