import { Button, Checkbox, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { phoneItemFields } from '../../shared/model/phone.ts';
import type { PhoneItem } from '../../shared/model/phone.ts';
import { client, orpc } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useText } from '../i18n/provider.tsx';
import type { PhoneDataType } from './phone-places.ts';
import styles from './phone-screen.module.css';

type Values = Record<string, string>;
type FieldName = (typeof phoneItemFields)[PhoneDataType][number];

const inputTypes: Partial<Record<FieldName, 'tel' | 'email'>> = {
  mobile: 'tel',
  phone: 'tel',
  email: 'email',
};

/** Days and times: the entry's own kind, for a new one what is usual. */
function timeType(name: FieldName, value: string): 'date' | 'datetime-local' | undefined {
  if (name !== 'start' && name !== 'end' && name !== 'due') return undefined;
  if (value === '') return name === 'due' ? 'date' : 'datetime-local';
  return value.includes('T') ? 'datetime-local' : 'date';
}

interface EntryFieldProps {
  readonly name: FieldName;
  /** What stood there when the form was opened. */
  readonly initial: string;
  readonly isFirst: boolean;
  readonly form: UseFormReturnType<Values>;
}

function EntryField({ name, initial, isFirst, form }: EntryFieldProps): ReactNode {
  const { t } = useText();
  const label = t(`phones.field.${name}`);
  const props = form.getInputProps(name);
  if (name === 'done') {
    return (
      <Checkbox
        size="xs"
        label={label}
        checked={form.values[name] !== ''}
        onChange={(event) => {
          form.setFieldValue(name, event.currentTarget.checked ? 'yes' : '');
        }}
      />
    );
  }
  if (name === 'note' || name === 'text') {
    const rows = name === 'text' ? 6 : 2;
    return <Textarea size="xs" label={label} minRows={rows} maxRows={8} autosize {...props} />;
  }
  const type = timeType(name, initial) ?? inputTypes[name] ?? 'text';
  return (
    <TextInput
      size="xs"
      label={label}
      type={type}
      autoComplete="off"
      autoFocus={isFirst}
      {...props}
    />
  );
}

/** What {@link PhoneEntry} shows. */
export interface PhoneEntryProps {
  readonly number: string;
  readonly dataType: PhoneDataType;
  /** Undefined for a new one. */
  readonly item: PhoneItem | undefined;
  readonly onClose: () => void;
}

/** The small form of one entry. */
export function PhoneEntry({ number, dataType, item, onClose }: PhoneEntryProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const names: readonly FieldName[] = phoneItemFields[dataType];
  const [opened] = useState(item);
  const form = useForm<Values>({
    initialValues: Object.fromEntries(names.map((name) => [name, opened?.fields[name] ?? ''])),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: orpc.simulator.key() });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (fields) => {
      const luid = opened?.luid;
      await client.simulator.saveItem({
        number,
        dataType,
        fields,
        ...(luid === undefined ? {} : { luid }),
      });
      await refresh();
      onClose();
    },
    (path) => path.replace(/^fields\./u, ''),
  );
  const removal = useSubmit(form, async () => {
    if (opened === undefined) return;
    await client.simulator.removeItem({ number, luid: opened.luid });
    await refresh();
    onClose();
  });
  const problem = error ?? removal.error;
  return (
    <form
      className={styles['entry']}
      noValidate
      onSubmit={form.onSubmit((values) => void submit(values))}
    >
      <div className={styles['bar-line']}>
        <button type="button" aria-label={t('phones.entry.back')} onClick={onClose}>
          <IconChevronLeft size={16} stroke={1.6} aria-hidden />
        </button>
        <h3>{opened === undefined ? t(`phones.entry.new-${dataType}`) : opened.title}</h3>
      </div>
      <div className={styles['view']}>
        {problem === null ? null : <ErrorNotice error={problem} />}
        {names.map((name, index) => (
          <EntryField
            key={name}
            name={name}
            initial={opened?.fields[name] ?? ''}
            isFirst={index === 0}
            form={form}
          />
        ))}
      </div>
      <div className={styles['entryKeys']}>
        <Button type="submit" size="compact-sm" loading={isRunning}>
          {t('common.save')}
        </Button>
        {opened === undefined ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            loading={removal.isRunning}
            onClick={() => void removal.submit(form.values)}
          >
            {t('phones.entry.delete')}
          </Button>
        )}
      </div>
    </form>
  );
}
