import { NumberInput, PasswordInput, Select, Stack, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../shared/model/gateway.ts';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { orpc } from '../../api/client.ts';
import { useText } from '../../i18n/provider.tsx';
import { presetValues } from './gateway-form.ts';
import type { GatewayFormValues } from './gateway-form.ts';
import styles from './sms.module.css';
import { TemplateHelp } from './template-help.tsx';
import { TemplatePreview } from './template-preview.tsx';

/** What {@link GatewayFields} needs. */
export interface GatewayFieldsProps {
  readonly form: UseFormReturnType<GatewayFormValues>;
  /** The gateway that is changed; absent for a new one. */
  readonly gateway?: Gateway;
}

function PaceFields({ form }: Pick<GatewayFieldsProps, 'form'>): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['pair']}>
      <NumberInput
        label={t('sms.form.priority')}
        description={t('sms.form.priority-hint')}
        min={1}
        max={100}
        allowDecimal={false}
        {...form.getInputProps('priority')}
      />
      <NumberInput
        label={t('sms.form.concurrency')}
        description={t('sms.form.concurrency-hint')}
        min={1}
        max={64}
        allowDecimal={false}
        {...form.getInputProps('concurrency')}
      />
    </div>
  );
}

function MoreFields({ form }: Pick<GatewayFieldsProps, 'form'>): ReactNode {
  const { t } = useText();
  return (
    <details>
      <summary>{t('sms.form.more')}</summary>
      <Stack gap="md" mt="sm">
        <TextInput
          label={t('sms.form.success')}
          description={t('sms.form.success-hint')}
          spellCheck={false}
          classNames={{ input: 'pd-mono' }}
          {...form.getInputProps('successPattern')}
        />
        <TextInput
          label={t('sms.form.id')}
          description={t('sms.form.id-hint')}
          spellCheck={false}
          classNames={{ input: 'pd-mono' }}
          {...form.getInputProps('idPattern')}
        />
        <PaceFields form={form} />
        <NumberInput
          label={t('sms.form.timeout')}
          description={t('sms.form.timeout-hint')}
          w={180}
          min={0.5}
          max={120}
          {...form.getInputProps('timeoutSeconds')}
        />
      </Stack>
    </details>
  );
}

function HttpFields({ form, gateway }: GatewayFieldsProps): ReactNode {
  const { t } = useText();
  const { values } = form;
  return (
    <>
      <Textarea
        label={t('sms.form.url')}
        description={t('sms.form.url-hint')}
        placeholder="https://sms.example.org/send?to=%number%&udh=%udh;hex%&data=%data;hex%"
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={gatewayLimits.url}
        spellCheck={false}
        classNames={{ input: 'pd-mono' }}
        {...form.getInputProps('url')}
      />
      <TemplatePreview values={values} />
      <TemplateHelp />
      <Select
        label={t('sms.form.method')}
        w={140}
        allowDeselect={false}
        data={['GET', 'POST']}
        {...form.getInputProps('method')}
      />
      {values.method === 'POST' ? (
        <>
          <Textarea
            label={t('sms.form.body')}
            description={t('sms.form.body-hint')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={gatewayLimits.body}
            spellCheck={false}
            classNames={{ input: 'pd-mono' }}
            {...form.getInputProps('body')}
          />
          <TextInput
            label={t('sms.form.content-type')}
            placeholder="application/x-www-form-urlencoded"
            spellCheck={false}
            {...form.getInputProps('contentType')}
          />
        </>
      ) : null}
      <div className={styles['pair']}>
        <TextInput
          label={t('sms.form.user')}
          description={t('sms.form.user-hint')}
          autoComplete="off"
          {...form.getInputProps('user')}
        />
        <PasswordInput
          label={t('sms.form.password')}
          description={t(
            gateway?.hasPassword === true ? 'sms.form.password-set' : 'sms.form.password-hint',
          )}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </div>
      <TextInput
        label={t('sms.form.sender')}
        description={t('sms.form.sender-hint')}
        maxLength={20}
        {...form.getInputProps('sender')}
      />
      <MoreFields form={form} />
    </>
  );
}

/** The fields of a gateway. A new HTTP gateway starts from a preset. */
export function GatewayFields({ form, gateway }: GatewayFieldsProps): ReactNode {
  const { t } = useText();
  const isHttp = form.values.kind === 'http';
  const { data } = useQuery(
    orpc.gateways.presets.queryOptions({ enabled: isHttp && gateway === undefined }),
  );
  return (
    <Stack gap="md">
      {isHttp && gateway === undefined ? (
        <Select
          label={t('sms.form.preset')}
          allowDeselect={false}
          defaultValue=""
          onChange={(id) => {
            const preset = data?.presets.find((one) => one.id === id);
            form.setValues(presetValues(preset, form.values.name));
          }}
          data={[
            { value: '', label: t('sms.form.preset-none') },
            ...(data?.presets ?? []).map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      ) : null}
      <TextInput
        label={t('sms.form.name')}
        required
        maxLength={gatewayLimits.name}
        {...form.getInputProps('name')}
      />
      {isHttp ? (
        <HttpFields form={form} {...(gateway && { gateway })} />
      ) : (
        <PaceFields form={form} />
      )}
    </Stack>
  );
}
