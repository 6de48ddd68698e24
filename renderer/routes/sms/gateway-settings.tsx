import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { gatewayFormFaults } from './form/form-validation.ts';
import { GatewayFields } from './form/gateway-fields.tsx';
import { gatewayFieldOf, gatewayToForm } from './gateway-form.ts';
import type { GatewayFormValues } from './gateway-form.ts';
import { formToGateway } from './gateway-input.ts';
import styles from './sms.module.css';

/** What {@link GatewaySettings} needs. */
export interface GatewaySettingsProps {
  readonly gateway: Gateway;
  readonly onRemove: () => void;
}

/** The settings of a gateway. */
export function GatewaySettings({ gateway, onRemove }: GatewaySettingsProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm<GatewayFormValues>({
    initialValues: gatewayToForm(gateway),
    validate: (values) => gatewayFormFaults(t, values),
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const { kind: _kept, ...input } = formToGateway(values);
      const updated = await client.gateways.update({ id: gateway.id, ...input });
      void queries.invalidateQueries({ queryKey: orpc.gateways.key() });
      const fresh = gatewayToForm(updated);
      form.setValues(fresh);
      form.resetDirty(fresh);
      notify.done(t('common.saved'));
    },
    gatewayFieldOf,
  );
  const isDirty = form.isDirty();
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <GatewayFields form={form} gateway={gateway} />
      <div className={styles['save']}>
        <Button type="submit" loading={isRunning} disabled={!isDirty}>
          {t('common.save')}
        </Button>
        {isDirty ? (
          <Button variant="default" onClick={form.reset}>
            {t('settings.discard')}
          </Button>
        ) : null}
        <Button variant="subtle" color="red" ml="auto" onClick={onRemove}>
          {t('sms.remove')}
        </Button>
      </div>
    </form>
  );
}
