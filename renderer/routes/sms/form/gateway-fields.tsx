import { Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { HttpFields } from './http-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { ModemFields } from './modem-fields.tsx';
import { PeerFields } from './peer-fields.tsx';
import { PresetField } from './preset-field.tsx';
import { SmppFields } from './smpp-fields.tsx';

function KindFields(props: FieldsProps): ReactNode {
  switch (props.form.values.kind) {
    case 'http':
      return <HttpFields {...props} />;
    case 'peer':
      return <PeerFields {...props} />;
    case 'modem':
      return <ModemFields {...props} />;
    case 'smpp':
      return <SmppFields {...props} />;
    case 'simulator':
      return null;
  }
}

/** The fields of a gateway of any kind. A new HTTP gateway starts from a preset. */
export function GatewayFields({ form, gateway }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <Stack gap="md">
      {form.values.kind === 'http' && gateway === undefined ? <PresetField form={form} /> : null}
      <TextInput
        label={t('sms.form.name')}
        required
        maxLength={gatewayLimits.name}
        {...form.getInputProps('name')}
      />
      <KindFields form={form} gateway={gateway} />
      <LimitFields form={form} />
    </Stack>
  );
}
