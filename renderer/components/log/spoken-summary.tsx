import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** How often an assistive program is told of new lines, in milliseconds. */
const everyMs = 10_000;

interface SpokenSummaryProps {
  readonly newestId: number;
  readonly count: number;
}

/** Says how many lines came, now and then, in place of reading hundreds of them aloud. */
export function SpokenSummary({ count }: SpokenSummaryProps): ReactNode {
  const { t } = useText();
  const [spoken, setSpoken] = useState('');
  const present = useRef(count);
  const told = useRef<number | null>(null);
  useEffect(() => {
    present.current = count;
  }, [count]);
  useEffect(() => {
    const timer = setInterval(() => {
      const fresh = told.current === null ? 0 : present.current - told.current;
      told.current = present.current;
      setSpoken(fresh > 0 ? t('logView.newLinesSpoken', { count: fresh }) : '');
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [t]);
  return (
    <div role="status" className="pd-spoken">
      {spoken}
    </div>
  );
}
