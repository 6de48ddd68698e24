import { Button, Group, Modal, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Message } from '../../../../shared/model/message.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { fieldErrorText } from '../../../components/form-errors.ts';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import type { TextTools } from '../../../i18n/provider.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { BinaryFields } from './binary-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { emptySend, sendFaults, sendInput } from './send-form.ts';
import type { SendFault, SendValues } from './send-form.ts';
import { SendPreview } from './send-preview.tsx';

function faultText(t: TextTools['t'], fault: SendFault): string {
  switch (fault.code) {
    case 'hex':
    case 'octet':
      return t(`sendSms.error.${fault.code}`);
    case 'udh-length':
      return t('sendSms.error.udh-length', { length: fault.length });
    case 'too-long':
      return fieldErrorText(t, { code: 'too-long', params: { max: fault.max } });
    case 'out-of-range':
      return fieldErrorText(t, {
        code: 'out-of-range',
        params: { min: fault.min, max: fault.max },
      });
    case 'required':
    case 'not-a-number':
      return fieldErrorText(t, { code: fault.code });
  }
}

interface SendFormProps {
  readonly number: string;
  readonly onClose: () => void;
  readonly onSent: (message: Message) => void;
}

function SendForm({ number, onClose, onSent }: SendFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [isMore, setIsMore] = useState(false);
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways ?? [];
  const form = useForm<SendValues>({
    initialValues: { ...emptySend, number },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(sendFaults(values)).map(([name, fault]) => [name, faultText(t, fault)]),
      ),
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const message = await client.messages.send(sendInput(values));
      notify.done(t('sendSms.sent', { number: message.number }));
      onSent(message);
    },
    (path) => (path === 'expiresInMs' ? 'expires' : path),
  );
  const { values } = form;
  return (
    <form onSubmit={form.onSubmit((given) => void submit(given))} noValidate>
      <Stack gap="sm">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('sendSms.number')}
          description={t('sendSms.number-hint')}
          type="tel"
          autoComplete="off"
          data-autofocus={number === '' ? true : undefined}
          {...form.getInputProps('number')}
        />
        {values.isBinary ? (
          <BinaryFields form={form} />
        ) : (
          <div>
            <Textarea
              label={t('sendSms.text')}
              autosize
              minRows={3}
              maxRows={12}
              data-autofocus={number === '' ? undefined : true}
              {...form.getInputProps('text')}
            />
            <SendPreview
              number={values.number}
              text={values.text}
              gatewayId={values.gatewayId}
              accountId={values.accountId}
            />
          </div>
        )}
        <Select
          label={t('sendSms.gateway')}
          allowDeselect={false}
          data={[
            { value: '', label: t('sendSms.gateway-any') },
            ...gateways.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('gatewayId')}
        />
        {isMore ? (
          <MoreFields form={form} />
        ) : (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setIsMore(true);
              }}
            >
              {t('sendSms.more')}
            </Button>
          </div>
        )}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t('sendSms.send')}
        </Button>
      </Group>
    </form>
  );
}

/** What {@link SendDialog} needs. */
export interface SendDialogProps {
  /** Number that it is for, or `new` to have it typed; undefined while the dialog is closed. */
  readonly to: string | undefined;
  readonly onClose: () => void;
  readonly onSent: (message: Message) => void;
}

/** The dialog in which an SMS is written and sent. */
export function SendDialog({ to, onClose, onSent }: SendDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={to !== undefined}
      onClose={onClose}
      title={t('sendSms.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {to === undefined ? null : (
        <SendForm key={to} number={to === 'new' ? '' : to} onClose={onClose} onSent={onSent} />
      )}
    </Modal>
  );
}
