import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { useText } from '../../../i18n/provider.tsx';
import { presetValues } from '../gateway-form.ts';
import type { FieldsProps } from './fields-props.ts';
import { presetGroups } from './preset-groups.ts';

/** The ready templates that a new HTTP gateway can start from. */
export function PresetField({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  const { data } = useQuery(orpc.gateways.presets.queryOptions({}));
  const presets = data?.presets ?? [];
  const groups = presetGroups(presets);
  const options = (kind: 'own' | 'provider') =>
    groups[kind].length === 0
      ? []
      : [
          {
            group: t(`gatewaysPage.preset.${kind}`),
            items: groups[kind].map(({ id, label }) => ({ value: id, label })),
          },
        ];
  return (
    <Select
      label={t('sms.form.preset')}
      allowDeselect={false}
      defaultValue=""
      maxDropdownHeight={340}
      onChange={(id) => {
        const preset = presets.find((one) => one.id === id);
        form.setValues(presetValues(preset, form.values.name));
      }}
      data={[
        { value: '', label: t('sms.form.preset-none') },
        ...options('provider'),
        ...options('own'),
      ]}
    />
  );
}
