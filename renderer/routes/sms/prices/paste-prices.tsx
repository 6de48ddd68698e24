import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import { readPasted } from './price-rows.ts';
import type { PriceRow } from './price-rows.ts';

/** Takes prices out of a list that comes from a table or a provider's file. */
export function PastePrices({
  onTake,
}: {
  readonly onTake: (rows: readonly PriceRow[]) => void;
}): ReactNode {
  const { t } = useText();
  const [text, setText] = useState('');
  const [bad, setBad] = useState(0);
  return (
    <details>
      <summary>{t('gatewaysPage.prices.paste')}</summary>
      <Textarea
        mt="sm"
        aria-label={t('gatewaysPage.prices.paste-label')}
        description={t('gatewaysPage.prices.paste-hint')}
        error={bad === 0 ? null : t('gatewaysPage.prices.paste-bad', { count: bad })}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        classNames={{ input: 'pd-mono' }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setBad(0);
        }}
      />
      <Button
        variant="default"
        size="compact-sm"
        mt={6}
        disabled={text.trim() === ''}
        onClick={() => {
          const { rows, rest } = readPasted(text);
          if (rows.length > 0) onTake(rows);
          setText(rest.join('\n'));
          setBad(rest.length);
        }}
      >
        {t('gatewaysPage.prices.paste-take')}
      </Button>
    </details>
  );
}
