import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNow } from './use-now.ts';
import { useText } from '../i18n/provider.tsx';

/** What {@link RelativeTime} shows. */
export interface RelativeTimeProps {
  /** Milliseconds since 1970, or null for "never". */
  readonly at: number | null;
}

/** How long ago something was; the exact time, here and in UTC, on hover and on focus. */
export function RelativeTime({ at }: RelativeTimeProps): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  if (at === null) return <span className="pd-soft">{t('common.never')}</span>;
  return (
    <Tooltip
      label={
        <>
          {format.exact(at)}
          <br />
          {format.utc(at)}
        </>
      }
    >
      <time dateTime={new Date(at).toISOString()}>{format.relative(at, now)}</time>
    </Tooltip>
  );
}
