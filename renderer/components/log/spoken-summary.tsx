import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import type { LogStream } from './log-stream.ts';

/** How often an assistive program is told of new lines, in milliseconds. */
const everyMs = 10_000;

/** Says how many lines came, now and then, in place of reading hundreds of them aloud. */
export function SpokenSummary({ stream }: { readonly stream: LogStream }): ReactNode {
  const { t } = useText();
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    let told = stream.received;
    const timer = setInterval(() => {
      const fresh = stream.received - told;
      told = stream.received;
      setSpoken(fresh > 0 ? t('logView.newLinesSpoken', { count: fresh }) : '');
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [stream, t]);
  return (
    <div role="status" className="pd-spoken">
      {spoken}
    </div>
  );
}
