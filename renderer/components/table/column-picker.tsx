import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import type { DataColumn } from './columns.ts';
import type { Grid } from './use-data-table.ts';

interface ColumnPickerProps<Row extends object> {
  readonly name: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly grid: Grid<Row>;
}

/** Lets a person choose the columns; the choice is remembered. */
export function ColumnPicker<Row extends object>(props: ColumnPickerProps<Row>): ReactNode {
  const { t } = useText();
  const set = usePreferences((preferences) => preferences.set);
  const reset = (): void => {
    const { [props.name]: _forgotten, ...columns } = usePreferences.getState().columns;
    set({ columns });
  };
  return (
    <Popover position="top-end" trapFocus withRoles>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconColumns3 size={14} aria-hidden />}
        >
          {t('common.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" role="group" aria-label={t('common.columns')}>
          {props.columns.map((column) => {
            const shown = props.grid.getColumn(column.id);
            return (
              <Checkbox
                key={column.id}
                label={column.header}
                disabled={column.canHide === false}
                checked={shown?.getIsVisible() ?? true}
                onChange={(event) => {
                  shown?.toggleVisibility(event.currentTarget.checked);
                }}
              />
            );
          })}
          <Button variant="subtle" size="compact-sm" onClick={reset}>
            {t('common.resetColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
