import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { nextPriority } from '../sms/gateway-form.ts';
import { formWays } from './setup-state.ts';
import type { SetupFacts, Way } from './setup-state.ts';
import styles from './setup.module.css';
import { StepFrame } from './step-frame.tsx';

/** What {@link StepStart} needs. */
export interface StepStartProps {
  readonly facts: SetupFacts;
  /** Goes on to the way out that was chosen. */
  readonly onChoose: (way: Way) => void;
}

/** Asks what there is to send SMS with. The simulator is added by the click that chooses it. */
export function StepStart({ facts, onChoose }: StepStartProps): ReactNode {
  const { t } = useText();
  const simulator = useMutation({
    mutationFn: async () => {
      const existing = facts.gateways.find((gateway) => gateway.kind === 'simulator');
      if (existing === undefined) {
        await client.gateways.create({
          kind: 'simulator',
          name: t('sms.form.name-simulator'),
          priority: nextPriority(facts.gateways),
        });
      } else if (!existing.active) {
        await client.gateways.setActive({ id: existing.id, active: true });
      }
    },
    onSuccess: () => {
      onChoose('simulator');
    },
  });
  return (
    <StepFrame step="start" title={t('setup.start.title')} text={t('setup.start.text')}>
      {simulator.error === null ? null : <ErrorNotice error={simulator.error} />}
      <ul className={styles['choices']}>
        <li className={styles['choice']}>
          <div>
            <h3>{t('setup.start.simulator')}</h3>
            <p>{t('setup.start.simulator-text')}</p>
          </div>
          <Button
            loading={simulator.isPending}
            onClick={() => {
              simulator.mutate();
            }}
          >
            {t('setup.start.simulator-button')}
          </Button>
        </li>
        {formWays.map((way) => (
          <li key={way} className={styles['choice']}>
            <div>
              <h3>{t(`setup.start.${way}`)}</h3>
              <p>{t(`setup.start.${way}-text`)}</p>
            </div>
            <Button
              variant="default"
              onClick={() => {
                onChoose(way);
              }}
            >
              {t(`setup.start.${way}-button`)}
            </Button>
          </li>
        ))}
      </ul>
    </StepFrame>
  );
}
