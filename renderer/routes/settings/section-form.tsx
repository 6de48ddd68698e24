import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import type { Settings, SettingsInput } from '../../../shared/model/settings.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';

/** What {@link SectionForm} needs. */
export interface SectionFormProps<Values extends object> {
  readonly settings: Settings;
  readonly read: (settings: Settings) => Values;
  readonly write: (values: Values) => SettingsInput;
  /** Name of the part of the settings that the fields belong to: `changes`. */
  readonly part: keyof SettingsInput;
  /** Sentences for fields that cannot be sent as they are, by their paths. */
  readonly validate?: (values: Values) => Readonly<Record<string, string>>;
  readonly children: (form: UseFormReturnType<Values>) => ReactNode;
}

/** The form of one section of the settings, with a button that saves that section. */
export function SectionForm<Values extends object>(props: SectionFormProps<Values>): ReactNode {
  const { settings, read, write, part } = props;
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: read(settings),
    validate: (values) => ({ ...props.validate?.(values) }),
  });
  const isDirty = form.isDirty();
  const { setValues, resetDirty, setInitialValues } = form;
  const refresh = (fresh: Values): void => {
    setInitialValues(fresh);
    setValues(fresh);
    resetDirty(fresh);
  };
  // What is changed elsewhere shows at once, unless something is being typed here.
  const take = useEffectEvent((news: Settings) => {
    if (!isDirty) refresh(read(news));
  });
  useEffect(() => {
    take(settings);
  }, [settings]);

  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const updated = await client.settings.update(write(values));
      queries.setQueryData(orpc.settings.get.queryKey({}), updated);
      void queries.invalidateQueries({ queryKey: orpc.system.key() });
      refresh(read(updated));
      notify.done(t('common.saved'));
    },
    (path) => (path.startsWith(`${part}.`) ? path.slice(part.length + 1) : path),
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <div className={styles['fields']}>
        {error === null ? null : <ErrorNotice error={error} />}
        {props.children(form)}
        <div className={styles['line']}>
          <Button type="submit" loading={isRunning} disabled={!isDirty}>
            {t('common.save')}
          </Button>
          {isDirty ? (
            <>
              <Button
                variant="default"
                onClick={() => {
                  refresh(read(settings));
                }}
              >
                {t('settings.discard')}
              </Button>
              <span className="pd-soft" role="status">
                {t('settings.unsaved')}
              </span>
            </>
          ) : null}
        </div>
      </div>
    </form>
  );
}
