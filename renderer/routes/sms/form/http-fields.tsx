import { Select, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import { TemplateHelp } from '../template-help.tsx';
import { TemplatePreview } from '../template-preview.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';
import { HeadersEditor } from './headers-editor.tsx';
import { HttpAnswerFields } from './http-answer-fields.tsx';
import { HttpSignIn } from './http-sign-in.tsx';
import { TimingFields } from './timing-fields.tsx';

/** How a provider is called over HTTP, and how its answers are read. */
export function HttpFields({ form, gateway }: FieldsProps): ReactNode {
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
      <HttpSignIn form={form} gateway={gateway} />
      <TextInput
        label={t('sms.form.sender')}
        description={t('sms.form.sender-hint')}
        maxLength={20}
        {...form.getInputProps('sender')}
      />
      <HttpAnswerFields form={form} />
      <Fold
        form={form}
        title={t('sms.form.more')}
        fields={['headers', 'concurrency', 'timeoutSeconds']}
      >
        <HeadersEditor form={form} />
        <TimingFields form={form} />
      </Fold>
    </>
  );
}
