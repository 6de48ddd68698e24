import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { LogLevel } from '../../../shared/model/words.ts';
import { logAreaSchema, logLevelSchema } from '../../../shared/model/words.ts';
import { orpc } from '../../api/client.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { searchFieldId } from '../../commands/search-field.ts';
import { useText } from '../../i18n/provider.tsx';
import type { SearchValues } from '../../routing/search.ts';
import type { SetUrlState } from '../../routing/use-url-state.ts';
import { noLogFilter } from './log-filter.ts';

/** How long typing rests before the log is read anew, in milliseconds. */
const restMs = 250;

interface LogFiltersProps {
  readonly url: SearchValues;
  readonly setUrl: SetUrlState;
  readonly counts: Readonly<Record<LogLevel, number>>;
}

const levelMarks = {
  debug: undefined,
  info: undefined,
  warn: 'attention',
  error: 'failed',
} as const;

/** The filters of the log page: text, level with counts, area, device, and what a link brought along. */
export function LogFilters({ url, setUrl, counts }: LogFiltersProps): ReactNode {
  const { t } = useText();
  const { data } = useQuery(orpc.devices.list.queryOptions({ input: {} }));
  const [text, setText] = useState(url['text'] ?? '');
  const given = url['text'] ?? '';
  useEffect(() => {
    setText(given);
  }, [given]);
  const search = useDebouncedCallback((value: string) => {
    setUrl({ text: value });
  }, restMs);
  const rest = (['account', 'gateway', 'trace'] as const).filter((name) => url[name] !== undefined);
  return (
    <>
      <TextInput
        id={searchFieldId}
        w={150}
        type="search"
        aria-label={t('logView.searchText')}
        placeholder={t('common.search')}
        title={t('logView.searchHint')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <FilterChips
        label={t('logView.level')}
        value={url['level'] ?? ''}
        onChange={(level) => {
          setUrl({ level });
        }}
        chips={logLevelSchema.options.map((level) => ({
          value: level,
          label: t(`logLevels.${level}`),
          count: counts[level],
          state: levelMarks[level],
        }))}
      />
      <Select
        w={112}
        aria-label={t('logView.area')}
        placeholder={t('logView.area')}
        clearable
        value={url['area'] ?? null}
        data={logAreaSchema.options.map((area) => ({ value: area, label: t(`logAreas.${area}`) }))}
        onChange={(area) => {
          setUrl({ area: area ?? undefined });
        }}
      />
      <Select
        w={132}
        aria-label={t('logView.device')}
        placeholder={t('logView.device')}
        clearable
        searchable
        limit={50}
        nothingFoundMessage={t('common.nothingFound')}
        value={url['device'] ?? null}
        data={(data?.devices ?? []).map((device) => ({ value: device.id, label: device.name }))}
        onChange={(device) => {
          setUrl({ device: device ?? undefined });
        }}
      />
      {rest.map((name) => (
        <Button
          key={name}
          variant="light"
          size="compact-sm"
          rightSection={<IconX size={12} aria-hidden />}
          aria-label={`${t('common.clearFilters')}: ${name}`}
          onClick={() => {
            setUrl({ [name]: undefined });
          }}
        >
          {t(name === 'trace' ? 'logView.traceFilter' : `logView.${name}`)}
        </Button>
      ))}
      {Object.keys(noLogFilter).some((name) => url[name] !== undefined) ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            setUrl(noLogFilter);
          }}
        >
          {t('common.clearFilters')}
        </Button>
      ) : null}
    </>
  );
}
