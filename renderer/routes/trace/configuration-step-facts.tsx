import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TraceConfiguration, TraceStep } from '../../../shared/model/trace.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { Attempts } from './attempts.tsx';
import { Facts } from './facts.tsx';
import type { Fact } from './facts.tsx';
import { SessionStepFacts } from './session-step-facts.tsx';

interface ConfigurationStepFactsProps {
  readonly told: TraceConfiguration;
  readonly step: TraceStep;
}

/** What is known about one step of a configuration. */
export function ConfigurationStepFacts({ told, step }: ConfigurationStepFactsProps): ReactNode {
  const { t, format } = useText();
  const { configuration, messages, deliveries, session } = told;
  const time: Fact = [
    t('common.time'),
    step.at === null ? t('trace.notYet') : format.exact(step.at),
  ];
  switch (step.kind) {
    case 'prepared':
      return (
        <Facts
          facts={[
            [
              t('trace.device'),
              <Link key="d" {...placeOf('device', configuration.deviceId)}>
                {told.deviceName}
              </Link>,
            ],
            [t('trace.format'), t(`provisioningFormats.${configuration.format}`)],
            [t('trace.security'), t(`provisioningSecurities.${configuration.security}`)],
            [t('trace.url'), <CopyText key="u" value={configuration.url} what={t('trace.url')} />],
            time,
          ]}
        />
      );
    case 'sms':
      return (
        <>
          {messages.map((message, index) => (
            <Facts
              key={message.id}
              facts={[
                ...(messages.length < 2
                  ? []
                  : [
                      [
                        t('trace.sms'),
                        t('trace.message', { number: format.number(index + 1) }),
                      ] as const,
                    ]),
                [
                  t('trace.number'),
                  <CopyText key="n" value={message.number} what={t('trace.number')} />,
                ],
                [t('trace.state'), t(`messageStates.${message.state}`)],
                [t('trace.bytes'), t('trace.parts', { count: message.parts.length })],
              ]}
            />
          ))}
          <Attempts deliveries={deliveries} />
        </>
      );
    case 'configured':
      return (
        <Facts
          facts={[
            time,
            ...(session === null
              ? []
              : [
                  [
                    t('trace.configuredBy'),
                    <Link key="l" {...placeOf('session', session.id)}>
                      {t('trace.openSession')}
                    </Link>,
                  ] as const,
                ]),
          ]}
        />
      );
    case 'session':
      return session === null ? null : <SessionStepFacts session={session} />;
    case 'delivered':
    case 'change':
    case 'planned':
    case 'answered':
      return <Facts facts={[time]} />;
  }
}
