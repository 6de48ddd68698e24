import type { ReactNode } from 'react';
import { SecretField } from '../../settings/secret-field.tsx';
import type { FieldsProps } from './fields-props.ts';

/** What {@link GatewaySecret} needs. */
export interface GatewaySecretProps extends FieldsProps {
  readonly name: 'password' | 'pin';
  readonly label: string;
  readonly hint: string;
}

/** A gateway's password or PIN: set and removed, never read. */
export function GatewaySecret({ form, gateway, name, label, hint }: GatewaySecretProps): ReactNode {
  const isSet = name === 'pin' ? gateway?.hasPin : gateway?.hasPassword;
  return (
    <SecretField
      label={label}
      hint={hint}
      isSet={isSet ?? false}
      canMake={false}
      path={name}
      value={form.values[name]}
      error={form.errors[name]}
      onChange={(change) => {
        form.setFieldValue(name, change);
      }}
    />
  );
}
