import { Checkbox, NumberInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { RouteFormValues } from './route-form.ts';
import styles from './routing.module.css';

/** What {@link RouteGateways} needs. */
export interface RouteGatewaysProps {
  readonly form: UseFormReturnType<RouteFormValues>;
  readonly gateways: readonly Gateway[];
}

/** Which gateways a route has; their weights where these decide. */
export function RouteGateways({ form, gateways }: RouteGatewaysProps): ReactNode {
  const { t } = useText();
  const { weights, order } = form.values;
  const error = form.errors['weights'];
  const known = gateways.map(({ id, name }) => ({ id, name }));
  const gone = Object.keys(weights)
    .filter((id) => known.every((gateway) => gateway.id !== id))
    .map((id) => ({ id, name: t('routesPage.gateway.removed') }));
  return (
    // A refusal of the gateways sends the focus here.
    <div role="group" aria-label={t('routesPage.form.gateways')} data-path="weights" tabIndex={-1}>
      <p className={styles['label']}>{t('routesPage.form.gateways')}</p>
      <p className={styles['hint']}>{t('routesPage.form.gateways-hint')}</p>
      {[...known, ...gone].map(({ id, name }) => {
        const weight = weights[id];
        return (
          <div key={id} className={styles['gateway']}>
            <Checkbox
              label={name}
              checked={weight !== undefined}
              onChange={(event) => {
                const { [id]: _left, ...others } = weights;
                form.setFieldValue(
                  'weights',
                  event.currentTarget.checked ? { ...weights, [id]: 1 } : others,
                );
              }}
            />
            {weight === undefined || order !== 'weight' ? null : (
              <NumberInput
                aria-label={t('routesPage.form.weight', { gateway: name })}
                w={80}
                min={1}
                max={100}
                allowDecimal={false}
                value={weight}
                onChange={(value) => {
                  form.setFieldValue('weights', { ...weights, [id]: value });
                }}
              />
            )}
          </div>
        );
      })}
      {error === undefined ? null : (
        <p className={styles['fault']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
