import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { searchFieldId } from '../commands/search-field.ts';
import { useText } from '../i18n/provider.tsx';

/** Rest after the last key before the search is made, in milliseconds. */
const restMs = 150;

/** What {@link SearchField} needs. */
export interface SearchFieldProps {
  /** What is searched: "Search name, address or number". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search of a page; the key `/` goes to it. Escape empties it. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactNode {
  const { t } = useText();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => {
      onChange(typed);
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <TextInput
      type="search"
      w={240}
      aria-label={label}
      placeholder={label}
      id={searchFieldId}
      value={typed}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('common.clearFilters')}
            onClick={() => {
              setTyped('');
              onChange('');
            }}
          />
        )
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return;
        event.preventDefault();
        setTyped('');
        onChange('');
      }}
    />
  );
}
