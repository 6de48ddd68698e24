import type { ReactNode } from 'react';
import type { ProvisioningField } from '../../shared/model/provisioning.ts';
import { useText } from '../i18n/provider.tsx';
import styles from './phone-screen.module.css';

const groups = ['sync', 'folders', 'mail', 'connection'] as const;

/** Settings as a phone lists them, in plain words and by what they are for. */
export function SettingsFields({
  fields,
}: {
  readonly fields: readonly ProvisioningField[];
}): ReactNode {
  const { t } = useText();
  return groups.map((group) => {
    const own = fields.filter((field) => field.group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} className={styles['group']}>
        <h4>{t(`phones.settings.group.${group}`)}</h4>
        <dl>
          {own.map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt>{t(`provisioningFields.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}
