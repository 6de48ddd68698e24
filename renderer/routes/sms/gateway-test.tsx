import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Gateway, GatewayTest as TestResult } from '../../../shared/model/gateway.ts';
import { client } from '../../api/client.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { fieldErrorText } from '../../components/form-errors.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { toProblem } from '../../api/problem.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './sms.module.css';

/** What a test found, with what was requested and what was answered. */
export function GatewayTestResult({ result }: { readonly result: TestResult }): ReactNode {
  const { t, format } = useText();
  return (
    <div role="status">
      <p className={styles['result']}>
        <StateShape state={result.ok ? 'working' : 'failed'} />
        <strong>
          {result.ok
            ? t('sms.test.ok', { duration: format.duration(result.durationMs) })
            : t('sms.test.failed', { reason: t(`gatewayReasons.${result.reason}`) })}
        </strong>
      </p>
      {result.ok ? null : <p className={styles['advice']}>{t(`gatewayAdvice.${result.reason}`)}</p>}
      {result.request === '' ? null : (
        <>
          <p className={styles['label']}>{t('sms.test.request')}</p>
          <CodeBlock what={t('sms.test.request')} text={result.request} canCopy={false} />
        </>
      )}
      {result.detail === '' ? null : (
        <>
          <p className={styles['label']}>{t('sms.test.answer')}</p>
          <CodeBlock what={t('sms.test.answer')} text={result.detail} canCopy={false} />
        </>
      )}
    </div>
  );
}

/** What {@link GatewayTest} needs. */
export interface GatewayTestProps {
  readonly gateway: Gateway;
  readonly onResult?: (result: TestResult) => void;
}

/** Sends a test SMS by one gateway, or only checks the way there, and shows exactly what happened. */
export function GatewayTest({ gateway, onResult }: GatewayTestProps): ReactNode {
  const { t } = useText();
  const [number, setNumber] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<TestResult | null>(null);
  const [error, setError] = useState<unknown>(null);
  const numberFault = error === null ? undefined : toProblem(error).fields[0];

  const run = async (): Promise<void> => {
    setIsRunning(true);
    setResult(null);
    setError(null);
    try {
      const found = await client.gateways.test({
        id: gateway.id,
        ...(number.trim() === '' ? {} : { number: number.trim() }),
      });
      setResult(found);
      onResult?.(found);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsRunning(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TextInput
        label={t('sms.test.number')}
        description={t(`gatewaysPage.test.${gateway.kind}`)}
        type="tel"
        autoComplete="off"
        value={number}
        error={numberFault === undefined ? null : fieldErrorText(t, numberFault)}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
        }}
      />
      <Button type="submit" mt="sm" loading={isRunning}>
        {t('sms.test.button')}
      </Button>
      {error === null || numberFault !== undefined ? null : <ErrorNotice error={error} />}
      {result === null ? null : <GatewayTestResult result={result} />}
    </form>
  );
}
