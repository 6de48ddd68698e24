import { Anchor, Button, Select, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { clientType } from '../../../../shared/catalogue/client-types.ts';
import type { Device } from '../../../../shared/model/device.ts';
import type { ProvisioningOptions } from '../../../../shared/model/provisioning.ts';
import { defaultSettings } from '../../../../shared/model/settings.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useText } from '../../../i18n/provider.tsx';
import { SecretField } from '../../settings/secret-field.tsx';
import { keepSecret, secretInput } from '../../settings/secret.ts';
import type { SecretChange } from '../../settings/secret.ts';
import styles from './set-up.module.css';

/** Id of the field for the IMSI, for who sends the focus there. */
export const imsiFieldId = 'provisioning-imsi';

interface OptionValues {
  readonly withMail: boolean;
  readonly accessPointId: string;
  readonly imsi: SecretChange;
}

interface OptionFormProps {
  readonly options: ProvisioningOptions;
  /** What a link leads to has no connection and no signature to choose. */
  readonly isBySms: boolean;
}

function valuesOf(options: ProvisioningOptions): OptionValues {
  return {
    withMail: options.withMail,
    accessPointId: options.accessPointId ?? '',
    imsi: keepSecret,
  };
}

function OptionForm({ options, isBySms }: OptionFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data: points } = useQuery(orpc.provisioning.accessPoints.queryOptions({}));
  const { data: settings = defaultSettings } = useQuery(orpc.settings.get.queryOptions({}));
  const form = useForm<OptionValues>({
    initialValues: valuesOf(options),
    validate: {
      imsi: ({ value }) =>
        /^(\d{6,15})?$/u.test(value.trim()) ? null : t('provisioningPage.options.imsi-bad'),
    },
  });
  const isDirty = form.isDirty();
  const { submit, isRunning, error } = useSubmit(form, async (values) => {
    const stored = await client.provisioning.setOptions({
      deviceId: options.deviceId,
      withMail: values.withMail,
      accessPointId: values.accessPointId === '' ? null : values.accessPointId,
      ...secretInput('imsi', { ...values.imsi, value: values.imsi.value.trim() }),
    });
    queries.setQueryData(
      orpc.provisioning.options.queryKey({ input: { deviceId: options.deviceId } }),
      stored,
    );
    void queries.invalidateQueries({ queryKey: orpc.provisioning.key() });
    const fresh = valuesOf(stored);
    form.setInitialValues(fresh);
    form.setValues(fresh);
    form.resetDirty(fresh);
    notify.done(t('common.saved'));
  });
  const { incomingMail, outgoingMail } = settings.provisioning;
  const hasMail = incomingMail !== null || outgoingMail !== null;
  const accessPoints = points?.accessPoints ?? [];
  return (
    <form
      onSubmit={form.onSubmit(
        (values) => void submit(values),
        () => document.getElementById(imsiFieldId)?.focus(),
      )}
      noValidate
    >
      <div className={styles['fields']}>
        {error === null ? null : <ErrorNotice error={error} />}
        <div>
          <Switch
            label={t('provisioningPage.options.mail')}
            description={t('provisioningPage.options.mail-hint')}
            {...form.getInputProps('withMail', { type: 'checkbox' })}
          />
          {form.values.withMail && !hasMail ? (
            <p className={styles['why']}>
              <span>{t('provisioningPage.options.mail-none')}</span>
              <Link to="/settings" search={{ section: 'provisioning' }}>
                {t('provisioningPage.options.mail-set')}
              </Link>
            </p>
          ) : null}
        </div>
        {isBySms ? (
          <>
            <div>
              <Select
                label={t('provisioningPage.options.access-point')}
                description={t('provisioningPage.options.access-point-hint')}
                allowDeselect={false}
                data={[
                  { value: '', label: t('provisioningPage.options.access-point-none') },
                  ...accessPoints.map(({ id, name, apn }) => ({
                    value: id,
                    label: name === apn ? name : `${name} (${apn})`,
                  })),
                ]}
                {...form.getInputProps('accessPointId')}
              />
              {accessPoints.length > 0 ? null : (
                <p className={styles['why']}>
                  <Anchor
                    size="sm"
                    renderRoot={(root) => (
                      <Link {...root} to="/settings" search={{ section: 'provisioning' }} />
                    )}
                  >
                    {t('provisioningPage.options.access-point-add')}
                  </Anchor>
                </p>
              )}
            </div>
            <SecretField
              id={imsiFieldId}
              label={t('provisioningPage.options.imsi')}
              hint={t('provisioningPage.options.imsi-hint')}
              isSet={options.hasImsi}
              canMake={false}
              value={form.values.imsi}
              error={form.errors['imsi']}
              onChange={(change) => {
                form.setFieldValue('imsi', change);
              }}
            />
          </>
        ) : null}
        <div className={styles['actions']}>
          <Button type="submit" variant="default" loading={isRunning} disabled={!isDirty}>
            {t('common.save')}
          </Button>
          {isDirty ? (
            <span className="pd-soft" role="status">
              {t('devices.settings.unsaved')}
            </span>
          ) : null}
        </div>
      </div>
    </form>
  );
}

/** What a configuration holds beside the folders: mail, an access point, the number of the SIM. */
export function Options({ device }: { readonly device: Device }): ReactNode {
  const deviceId = device.id;
  const { t } = useText();
  const { data, error, refetch } = useQuery(
    orpc.provisioning.options.queryOptions({ input: { deviceId } }),
  );
  return (
    <section className={styles['part']} aria-label={t('provisioningPage.options.title')}>
      <h3>{t('provisioningPage.options.title')}</h3>
      {data !== undefined ? (
        <OptionForm
          key={deviceId}
          options={data}
          isBySms={clientType(device.clientType).otaConfiguration.isPossible}
        />
      ) : error === null ? (
        <p className="pd-soft">{t('common.loading')}</p>
      ) : (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
    </section>
  );
}
