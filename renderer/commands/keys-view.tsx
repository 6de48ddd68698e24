import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';

/** The keys of a shortcut, as they stand on the keyboard. */
export function Keys({ shortcut }: { readonly shortcut: string }): ReactNode {
  const { t } = useText();
  const keys = shortcut.split(' ');
  return (
    <span className="pd-soft">
      {keys.map((key, index) => (
        <span key={index}>
          {index === 0 ? null : ` ${t('shortcuts.then')} `}
          <Kbd size="xs">{key}</Kbd>
        </span>
      ))}
    </span>
  );
}
