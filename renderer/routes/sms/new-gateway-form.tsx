import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Gateway, GatewayKind } from '../../../shared/model/gateway.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import type { TextTools } from '../../i18n/provider.tsx';
import { gatewayFormFaults } from './form/form-validation.ts';
import styles from './form/form.module.css';
import { GatewayFields } from './form/gateway-fields.tsx';
import { emptyGatewayForm, gatewayFieldOf } from './gateway-form.ts';
import type { GatewayFormValues } from './gateway-form.ts';
import { formToGateway } from './gateway-input.ts';

/** What {@link NewGatewayForm} needs. */
export interface NewGatewayFormProps {
  readonly kind: GatewayKind;
  readonly priority: number;
  readonly onCreated: (gateway: Gateway) => void;
  readonly onCancel?: () => void;
  /** Goes back to the choice of a kind. */
  readonly onOtherKind?: () => void;
}

/** A name to begin with; a provider is named by its preset or by its admin. */
function suggestedName(t: TextTools['t'], kind: GatewayKind): string {
  if (kind === 'http') return '';
  return kind === 'simulator' ? t('sms.form.name-simulator') : t(`gatewaysPage.name.${kind}`);
}

/** The form of a new gateway of one kind. */
export function NewGatewayForm(props: NewGatewayFormProps): ReactNode {
  const { t } = useText();
  const form = useForm<GatewayFormValues>({
    initialValues: {
      ...emptyGatewayForm,
      kind: props.kind,
      priority: props.priority,
      name: suggestedName(t, props.kind),
    },
    validate: (values) => gatewayFormFaults(t, values),
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
      <div className={styles['buttons']}>
        {props.onOtherKind === undefined ? (
          <span />
        ) : (
          <Button variant="subtle" onClick={props.onOtherKind}>
            {t('gatewaysPage.choose.other')}
          </Button>
        )}
        {props.onCancel === undefined ? null : (
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <Button type="submit" loading={isRunning}>
          {t('sms.form.create')}
        </Button>
      </div>
    </form>
  );
}
