import { useMemo } from 'react';
import { useText } from '../../../i18n/provider.tsx';

/** Names months such as `2026-11` in the language of the console: "November 2026", "Nov 26". */
export function useMonthName(length: 'long' | 'short'): (month: string) => string {
  const { language } = useText();
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(language, {
      year: length === 'long' ? 'numeric' : '2-digit',
      month: length,
      timeZone: 'UTC',
    });
    return (month) => names.format(new Date(`${month}-01T00:00:00Z`));
  }, [language, length]);
}
