import type { UseFormReturnType } from '@mantine/form';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import type { GatewayFormValues } from '../gateway-form.ts';

/** What the fields of every kind need. */
export interface FieldsProps {
  readonly form: UseFormReturnType<GatewayFormValues>;
  /** The gateway that is changed; absent for a new one. */
  readonly gateway?: Gateway | undefined;
}
