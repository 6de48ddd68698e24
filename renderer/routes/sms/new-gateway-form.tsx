import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Gateway, GatewayKind } from '../../../shared/model/gateway.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { GatewayFields } from './gateway-fields.tsx';
import { emptyGatewayForm, formToGateway, gatewayFieldOf } from './gateway-form.ts';
import type { GatewayFormValues } from './gateway-form.ts';

/** What {@link NewGatewayForm} needs. */
export interface NewGatewayFormProps {
  readonly kind: GatewayKind;
  readonly priority: number;
  readonly onCreated: (gateway: Gateway) => void;
  readonly onCancel?: () => void;
}

/** The form of a new gateway of one kind. */
export function NewGatewayForm(props: NewGatewayFormProps): ReactNode {
  const { t } = useText();
  const form = useForm<GatewayFormValues>({
    initialValues: {
      ...emptyGatewayForm,
      kind: props.kind,
      priority: props.priority,
      name: props.kind === 'simulator' ? t('sms.form.name-simulator') : '',
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('fieldErrors.required') : null),
      url: (value, values) =>
        values.kind === 'http' && value.trim() === '' ? t('fieldErrors.required') : null,
    },
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      props.onCreated(await client.gateways.create(formToGateway(values)));
    },
    gatewayFieldOf,
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <GatewayFields form={form} />
      <Group justify="flex-end" mt="lg">
        {props.onCancel === undefined ? null : (
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <Button type="submit" loading={isRunning}>
          {t('sms.form.create')}
        </Button>
      </Group>
    </form>
  );
}
