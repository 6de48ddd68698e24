import type { ReactNode } from 'react';
import type { TraceConfiguration } from '../../../shared/model/trace.ts';
import { ConfigurationMark } from '../../components/configuration-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { ConfigurationStepFacts } from './configuration-step-facts.tsx';
import { RiverSection } from './river-section.tsx';

interface ConfigurationViewProps {
  readonly traceId: string;
  readonly told: TraceConfiguration;
  /** Whether a step is open at first. */
  readonly isOpen: boolean;
}

/** The way of one configuration to the phone, and to the phone's first session with it. */
export function ConfigurationView({ traceId, told, isOpen }: ConfigurationViewProps): ReactNode {
  const { t } = useText();
  const { configuration, deviceName, steps } = told;
  return (
    <RiverSection
      traceId={traceId}
      label={t('trace.rowConfiguration', { name: deviceName })}
      device={{ id: configuration.deviceId, name: deviceName }}
      mark={
        <>
          <span>{t('trace.configuration')}</span>
          <ConfigurationMark configuration={configuration} />
        </>
      }
      steps={steps}
      isOpen={isOpen}
      facts={(step) => <ConfigurationStepFacts told={told} step={step} />}
    />
  );
}
