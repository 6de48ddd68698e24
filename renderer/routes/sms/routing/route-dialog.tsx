import {
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Switch,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { routeLimits, routeOrderSchema } from '../../../../shared/model/route.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import type { Route } from '../../../../shared/model/route.ts';
import { client } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useText } from '../../../i18n/provider.tsx';
import {
  emptyRouteForm,
  faultyPrefix,
  formToRoute,
  routeFieldOf,
  routeName,
  routeToForm,
  tidyRoutePrefix,
} from './route-form.ts';
import type { RouteFormValues } from './route-form.ts';
import { RouteGateways } from './route-gateways.tsx';

interface RouteFormProps {
  /** Null for a new one. */
  readonly route: Route | null;
  readonly gateways: readonly Gateway[];
  readonly accounts: readonly Account[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function RouteForm({ route, gateways, accounts, onClose, onSaved }: RouteFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const form = useForm<RouteFormValues>({
    initialValues: route === null ? emptyRouteForm : routeToForm(route),
    validate: {
      name: (value) => (value.trim() === '' ? t('fieldErrors.required') : null),
      prefixes: (value) => {
        const prefix = faultyPrefix(value);
        return prefix === undefined ? null : t('routesPage.form.prefixes-bad', { prefix });
      },
      weights: (value) =>
        Object.keys(value).length === 0 ? t('routesPage.form.gateways-missing') : null,
    },
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const input = formToRoute(values);
      if (route === null) await client.routes.create(input);
      else await client.routes.update({ id: route.id, ...input });
      onSaved();
      notify.done(t('routesPage.saved', { name: values.name.trim() }));
      onClose();
    },
    routeFieldOf,
  );
  const { order } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('routesPage.form.name')}
          required
          data-autofocus
          maxLength={routeLimits.name}
          {...form.getInputProps('name')}
        />
        <TagsInput
          label={t('routesPage.form.prefixes')}
          description={t('routesPage.form.prefixes-hint')}
          placeholder={form.values.prefixes.length === 0 ? '+48' : ''}
          maxTags={routeLimits.prefixes}
          splitChars={[',', ';', ' ']}
          acceptValueOnBlur
          {...form.getInputProps('prefixes')}
          value={[...form.values.prefixes]}
          onChange={(value) => {
            form.setFieldValue('prefixes', [...new Set(value.map(tidyRoutePrefix))]);
          }}
        />
        {accounts.length === 0 ? null : (
          <MultiSelect
            label={t('routesPage.form.accounts')}
            description={t('routesPage.form.accounts-hint')}
            searchable
            clearable
            data={accounts.map(({ id, address }) => ({ value: id, label: address }))}
            {...form.getInputProps('accountIds')}
            value={[...form.values.accountIds]}
          />
        )}
        <RouteGateways form={form} gateways={gateways} />
        <Select
          label={t('routesPage.form.order')}
          description={t(`routesPage.order-text.${order}`)}
          allowDeselect={false}
          data={routeOrderSchema.options.map((value) => ({
            value,
            label: t(`routesPage.order.${value}`),
          }))}
          {...form.getInputProps('order')}
        />
        <Switch
          label={t('routesPage.form.fallback')}
          description={t('routesPage.form.fallback-hint')}
          {...form.getInputProps('fallback', { type: 'checkbox' })}
        />
        <Switch
          label={t('routesPage.form.active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={isRunning}>
            {t(route === null ? 'routesPage.add' : 'common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What {@link RouteDialog} needs. */
export interface RouteDialogProps extends Omit<RouteFormProps, 'route'> {
  /** The one that is changed, `new`, or null while the dialog is closed. */
  readonly route: Route | 'new' | null;
}

/** The dialog of one route. */
export function RouteDialog({ route, ...rest }: RouteDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={route !== null}
      onClose={rest.onClose}
      title={
        route === null || route === 'new'
          ? t('routesPage.new.title')
          : t('routesPage.edit.title', { name: routeName(route, t('routesPage.prefixes.all')) })
      }
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {route === null ? null : (
        <RouteForm
          key={route === 'new' ? 'new' : route.id}
          route={route === 'new' ? null : route}
          {...rest}
        />
      )}
    </Modal>
  );
}
