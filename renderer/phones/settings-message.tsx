import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { client, orpc } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import type { SettingsMessage } from './pending-settings.ts';
import { PhoneBar } from './phone-bar.tsx';
import styles from './phone-screen.module.css';
import { SettingsFields } from './settings-fields.tsx';

/** What {@link SettingsMessagePage} shows. */
export interface SettingsMessageProps {
  readonly number: string;
  readonly message: SettingsMessage;
  readonly onBack: () => void;
  /** The settings are the phone's now; `hasPassword` tells whether it can sign in with them. */
  readonly onSaved: (hasPassword: boolean) => void;
}

function usePhoneCommand<Input, Output>(run: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.simulator.key() }),
  });
}

function PinForm({ number, message }: SettingsMessageProps): ReactNode {
  const { t } = useText();
  const [pin, setPin] = useState('');
  const { triesLeft } = message.configuration;
  const open = usePhoneCommand((typed: string) =>
    client.simulator.openConfiguration({ number, messageId: message.id, pin: typed }),
  );
  const isWrong = open.data !== undefined && open.data.state !== 'open' && pin === '';
  return (
    <form
      className={styles['pinForm']}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = pin.trim();
        if (typed === '') return;
        setPin('');
        open.mutate(typed);
      }}
    >
      {open.error === null ? null : <ErrorNotice error={open.error} />}
      <TextInput
        label={t('phones.settings.pin')}
        description={t('phones.settings.tries', { count: triesLeft })}
        error={isWrong ? t('phones.settings.wrong-pin') : null}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        autoFocus
        value={pin}
        onChange={(event) => {
          setPin(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="compact-sm" loading={open.isPending}>
        {t('phones.settings.open')}
      </Button>
    </form>
  );
}

function Contents({ message }: SettingsMessageProps): ReactNode {
  const { t } = useText();
  const { state, fields, problem, asksPin, triesLeft } = message.configuration;
  if (state === 'discarded') {
    const word = problem === 'sim' ? 'sim' : asksPin && triesLeft === 0 ? 'pin' : 'put-away';
    return <p className={styles['refusal']}>{t(`phones.settings.gone.${word}`)}</p>;
  }
  return (
    <>
      {problem === null ? null : (
        <p className={styles['refusal']} role="alert">
          {t(`phones.settings.problem.${problem}`)}
        </p>
      )}
      <SettingsFields fields={fields} />
    </>
  );
}

/** A message with settings: its PIN, what it says, and what to do about it. */
export function SettingsMessagePage(props: SettingsMessageProps): ReactNode {
  const { number, message, onBack, onSaved } = props;
  const { t } = useText();
  const { state, problem } = message.configuration;
  const input = { number, messageId: message.id };
  const save = usePhoneCommand(() => client.simulator.saveConfiguration(input));
  const discard = usePhoneCommand(() => client.simulator.discardConfiguration(input));
  const error = save.error ?? discard.error;
  return (
    <>
      <PhoneBar title={t('phones.notice.configuration')} onBack={onBack} />
      <div className={styles['view']}>
        {error === null ? null : <ErrorNotice error={error} />}
        {state === 'locked' ? <PinForm {...props} /> : <Contents {...props} />}
      </div>
      {state === 'locked' || state === 'open' ? (
        <div className={styles['entryKeys']}>
          {state === 'open' && problem === null ? (
            <Button
              size="compact-sm"
              autoFocus
              loading={save.isPending}
              onClick={() => {
                save.mutate(undefined, {
                  onSuccess: ({ hasPassword }) => {
                    onSaved(hasPassword);
                  },
                });
              }}
            >
              {t('common.save')}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            loading={discard.isPending}
            onClick={() => {
              discard.mutate(undefined, { onSuccess: onBack });
            }}
          >
            {t('phones.settings.put-away')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
