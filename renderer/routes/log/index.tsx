import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { LogView } from '../../components/log/log-view.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { noLogFilter, readLogFilter } from './log-filter.ts';
import { LogFilters } from './log-filters.tsx';

/** The whole log, live. Its filters stand in the URL. */
export function LogPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const filter = useMemo(() => readLogFilter(url), [url]);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={t('nav.log')} isFilled>
      <LogView
        filter={filter}
        filters={(counts) => <LogFilters url={url} setUrl={setUrl} counts={counts} />}
        onClearFilters={
          isFiltered
            ? () => {
                setUrl(noLogFilter);
              }
            : undefined
        }
      />
    </Page>
  );
}
