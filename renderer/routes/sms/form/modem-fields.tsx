import { Select, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';
import { GatewaySecret } from './password-field.tsx';
import { PortField } from './port-field.tsx';

const speeds = ['9600', '19200', '38400', '57600', '115200', '230400', '460800', '921600'] as const;

/** Where a modem is and what its SIM asks for. */
export function ModemFields({ form, gateway }: FieldsProps): ReactNode {
  const { t } = useText();
  const { baudRate } = form.values;
  return (
    <>
      <PortField form={form} />
      <GatewaySecret
        form={form}
        gateway={gateway}
        name="pin"
        label={t('gatewaysPage.modem.pin')}
        hint={t('gatewaysPage.modem.pin-hint')}
      />
      <Fold form={form} title={t('sms.form.more')} fields={['smsc', 'baudRate', 'initCommands']}>
        <TextInput
          label={t('gatewaysPage.modem.smsc')}
          description={t('gatewaysPage.modem.smsc-hint')}
          placeholder="+48601000310"
          type="tel"
          maxLength={32}
          {...form.getInputProps('smsc')}
        />
        <Select
          label={t('gatewaysPage.modem.speed')}
          description={t('gatewaysPage.modem.speed-hint')}
          allowDeselect={false}
          data={[...new Set<string>([...speeds, baudRate])]}
          {...form.getInputProps('baudRate')}
        />
        <Textarea
          label={t('gatewaysPage.modem.init')}
          description={t('gatewaysPage.modem.init-hint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1_000}
          spellCheck={false}
          classNames={{ input: 'pd-mono' }}
          {...form.getInputProps('initCommands')}
        />
      </Fold>
    </>
  );
}
