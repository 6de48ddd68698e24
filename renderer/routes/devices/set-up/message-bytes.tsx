import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProvisioningMessage } from '../../../../shared/model/provisioning.ts';
import { HexView } from '../../../components/bytes/hex-view.tsx';
import { CodeBlock } from '../../../components/code-block.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from './set-up.module.css';

/** One SMS of a configuration: what its bytes say, beside the bytes of the chosen part. */
function MessageView({ message }: { readonly message: ProvisioningMessage }): ReactNode {
  const { t } = useText();
  const [part, setPart] = useState(0);
  const count = message.parts.length;
  const shown = message.parts[part];
  return (
    <div>
      <h3 className={styles['heading']}>
        {t(`provisioningPage.dialog.message.${message.name}`)}{' '}
        <span className="pd-soft">
          {t('provisioningPage.dialog.octets', { count: message.octets })}
        </span>
      </h3>
      {count < 2 ? null : (
        <SegmentedControl
          aria-label={t('trace.bytes')}
          value={String(part)}
          onChange={(value) => {
            setPart(Number(value));
          }}
          data={message.parts.map((_, index) => ({
            value: String(index),
            label: t('provisioningPage.dialog.part', { part: index + 1, count }),
          }))}
        />
      )}
      <div className={styles['bytes']}>
        <CodeBlock what={t('provisioningPage.dialog.document')} text={message.document} />
        {shown === undefined ? null : (
          <HexView
            key={part}
            bytes={shown}
            fileName={`configuration-${message.name}-${String(part + 1)}`}
          />
        )}
      </div>
    </div>
  );
}

/** The document beside its bytes, folded away until an expert asks for it. */
export function MessageBytes({
  messages,
}: {
  readonly messages: readonly ProvisioningMessage[];
}): ReactNode {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  if (messages.length === 0) return null;
  return (
    <details
      className={styles['expert']}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('provisioningPage.dialog.bytes')}</summary>
      {isOpen
        ? messages.map((message) => <MessageView key={message.name} message={message} />)
        : null}
    </details>
  );
}
